import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Reader } from '#shared/documents/reader.ts';
import type { Loadable } from '../ui/loadable.ts';
import { useBook } from './book-context.ts';
import { problemText } from './problem-text.ts';

type Key = readonly (string | number | boolean | null)[];

/**
 * A live query: reads now and again whenever something it looked at changed. While a new key loads, the last value of the old key is gone
 * (`loading`), so that a screen never shows one customer's figures under another's name.
 * @param read is called with a tracked reader; it may be written inline, only `key` decides when it is another query
 */
export function useLive<T>(read: (reader: Reader) => Promise<T>, key: Key): Loadable<T> {
  const book = useBook();
  const text = JSON.stringify(key);
  const current = useRef<{ text: string; state: Loadable<T> }>({ text: '', state: { state: 'loading' } });
  const latestRead = useRef(read);
  useLayoutEffect(() => {
    latestRead.current = read;
  });

  const subscribe = useCallback(
    (changed: () => void) => {
      let stop = start();
      function start(): () => void {
        return book.watch<T>(
          (reader) => latestRead.current(reader),
          (outcome) => {
            current.current = {
              text,
              state: outcome.ok
                ? { state: 'ready', value: outcome.value }
                : {
                    state: 'failed',
                    problem: problemText(outcome.problem),
                    retry: () => {
                      stop();
                      current.current = { text, state: { state: 'loading' } };
                      changed();
                      stop = start();
                    },
                  },
            };
            changed();
          },
        );
      }
      return () => stop();
    },
    [book, text],
  );
  const snapshot = useCallback((): Loadable<T> => (current.current.text === text ? current.current.state : LOADING), [text]);
  return useSyncExternalStore(subscribe, snapshot);
}

const LOADING = { state: 'loading' } as const;
