import { useEffect, useRef } from 'react';
import { useLatest } from '../ui/use-latest.ts';

/**
 * Enter in a search opens the first of what was typed, not of what was typed before: it waits for that answer. `foundIds`
 * are those found for `text`, null until they are there.
 */
export function useEntry(text: string, foundIds: readonly string[] | null, open: (id: string) => void) {
  const entered = useRef<string | null>(null);
  const openLatest = useLatest(open);
  const isThere = foundIds !== null;
  const firstId = foundIds?.[0];

  useEffect(() => {
    if (!isThere || entered.current !== text) return;
    entered.current = null;
    if (firstId !== undefined) openLatest.current(firstId);
  }, [isThere, text, firstId, openLatest]);

  return {
    enter(typed: string) {
      if (!isThere || typed !== text) entered.current = typed;
      else if (firstId !== undefined) open(firstId);
    },
    /** Something else is typed. */
    forget() {
      entered.current = null;
    },
  };
}
