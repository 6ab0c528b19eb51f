import { type RefObject, useLayoutEffect, useRef } from 'react';

/** A ref that holds what was given last, for callbacks that run later. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
