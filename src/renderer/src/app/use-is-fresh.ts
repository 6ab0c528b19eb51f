import { useCallback, useEffect, useRef, useState } from 'react';

/** Within this time nobody has read what has just come up, ms. */
const freshMs = 400;

/** The keys that change something, and those held with them: pressed again they are no sign that anybody looked. */
const bouncing = /^(a|c|x|Enter|Control|Meta|Alt|Shift)$/i;

/** Tells whether what is shown has just come up and the person has done nothing else since. */
export function useIsFresh(): () => boolean {
  const [shownAt] = useState(() => Date.now());
  const isTouched = useRef(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!bouncing.test(event.key)) isTouched.current = true;
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
  return useCallback(() => !isTouched.current && Date.now() - shownAt < freshMs, [shownAt]);
}
