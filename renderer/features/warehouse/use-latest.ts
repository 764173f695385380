import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * The newest value for callbacks that answer late: look-ups, scans. Set `current` together with the state, so that a second answer
 * before the next drawing builds on the first.
 */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
