import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** Within this time nobody has read what has just come up, ms. */
const freshMs = 400;

/** The keys that change something, and those held with them: pressed again they are no sign that anybody looked. */
const bouncing = /^(a|c|x|Enter|Control|Meta|Alt|Shift)$/i;

/**
 * Tells whether what is shown has just come up and the person has done nothing else since. `shown`: what may come up in
 * its place by itself.
 */
export function useIsFresh(shown: string | null = null): () => boolean {
  const fresh = useRef<{ readonly shown: string | null; readonly at: number } | null>(null);
  const isTouched = useRef(false);
  useLayoutEffect(() => {
    if (fresh.current?.shown === shown) return;
    fresh.current = { shown, at: Date.now() };
    isTouched.current = false;
  }, [shown]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!bouncing.test(event.key)) isTouched.current = true;
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
  return useCallback(() => !isTouched.current && Date.now() - (fresh.current?.at ?? 0) < freshMs, []);
}
