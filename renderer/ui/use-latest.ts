import { useLayoutEffect, useMemo, useRef } from 'react';

export interface Latest<T> {
  get(): T;
  /** Together with the state, so that a second answer before the next drawing builds on the first. */
  set(value: T): void;
}

/** The newest value, for callbacks that answer late: look-ups, scans, a draft several of whose fields change within one event. Always the same object. */
export function useLatest<T>(value: T): Latest<T> {
  const latest = useRef(value);
  // Only when it is another value: a drawing for other reasons must not take back what was set and is not drawn yet.
  useLayoutEffect(() => {
    latest.current = value;
  }, [value]);
  return useMemo(
    () => ({
      get: () => latest.current,
      set: (next: T) => {
        latest.current = next;
      },
    }),
    [],
  );
}
