import { useEffect, useLayoutEffect, useRef } from 'react';

/** From this near to the end on a person reads the end, px. */
const nearPx = 24;

/** What grows this soon after a click was unfolded by the person: they want to see it where it is, ms. */
const unfoldMs = 300;

/**
 * Keeps the end of a scrolling box in view: at first, for each new `end`, and whenever what is in it or around it takes
 * another height, until the person scrolls away. `keepPlace`, called before more is put in front, holds what is seen.
 */
export function useEndInView(end: string) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const shownEnd = useRef<string | null>(null);
  const follows = useRef(true);
  const fromEnd = useRef<number | null>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || shownEnd.current === end) return;
    shownEnd.current = end;
    follows.current = true;
    element.scrollTop = element.scrollHeight;
  }, [end]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || fromEnd.current === null) return;
    element.scrollTop = element.scrollHeight - fromEnd.current;
    fromEnd.current = null;
  });

  useEffect(() => {
    const element = box.current;
    if (element === null || content.current === null) return undefined;
    let height = element.clientHeight;
    let clickedAt = 0;
    const onClick = (): void => void (clickedAt = Date.now());
    const onScroll = (): void => {
      // A box that shrinks or grows scrolls too; that is nobody's wish.
      if (element.clientHeight !== height) return;
      follows.current = element.scrollHeight - element.scrollTop - element.clientHeight <= nearPx;
    };
    const observer = new ResizeObserver(() => {
      height = element.clientHeight;
      if (follows.current && Date.now() - clickedAt > unfoldMs) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    observer.observe(content.current);
    element.addEventListener('scroll', onScroll);
    element.addEventListener('click', onClick);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('click', onClick);
    };
  }, []);

  return {
    box,
    content,
    keepPlace: () => {
      const element = box.current;
      if (element !== null) fromEnd.current = element.scrollHeight - element.scrollTop;
    },
  };
}
