import { useRef, useState } from 'react';
import type { Choice } from './choice.ts';

export type Found<Data> =
  | { state: 'idle' }
  | { state: 'searching'; text: string; before: readonly Choice<Data>[] }
  | { state: 'found'; text: string; choices: readonly Choice<Data>[] }
  | { state: 'failed'; text: string };

export interface Search<Data> {
  found: Found<Data>;
  /** Starts a search; only the answer to the newest one is shown. Resolves to null when it failed or a newer one took over. */
  run: (text: string) => Promise<readonly Choice<Data>[] | null>;
  reset: () => void;
}

/** Searches as one types, without waiting for a pause: the index is local. Answers that come late are dropped. */
export function useSearch<Data>(search: (text: string) => Promise<readonly Choice<Data>[]>): Search<Data> {
  const [found, setFound] = useState<Found<Data>>({ state: 'idle' });
  const newest = useRef(0);

  const run = async (text: string): Promise<readonly Choice<Data>[] | null> => {
    const ticket = ++newest.current;
    // The former answer stays in view until the new one is there, so that the list does not flicker.
    setFound((last) => ({
      state: 'searching',
      text,
      before: last.state === 'found' ? last.choices : last.state === 'searching' ? last.before : [],
    }));
    try {
      const choices = await search(text);
      if (ticket !== newest.current) return null;
      setFound({ state: 'found', text, choices });
      return choices;
    } catch {
      if (ticket === newest.current) setFound({ state: 'failed', text });
      return null;
    }
  };
  const reset = () => {
    newest.current += 1;
    setFound({ state: 'idle' });
  };
  return { found, run, reset };
}
