import { useLayoutEffect, useRef } from 'react';

export interface Latest<T> {
  get(): T;
  /** Together with the state, so that a second answer before the next drawing builds on the first. */
  set(value: T): void;
}

/** The newest value, for callbacks that answer late: look-ups, scans. */
export function useLatest<T>(value: T): Latest<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return {
    get: () => latest.current,
    set: (next) => {
      latest.current = next;
    },
  };
}
