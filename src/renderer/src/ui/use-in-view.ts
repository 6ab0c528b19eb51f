import { type RefObject, useEffect, useState } from 'react';

/** Whether any of an element has come into view; it stays true. */
export function useInView(element: RefObject<HTMLElement | null>): boolean {
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    const shown = element.current;
    if (shown === null || isSeen) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setIsSeen(true);
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, [element, isSeen]);
  return isSeen;
}
