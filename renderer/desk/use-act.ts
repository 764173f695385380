import { useState } from 'react';
import type { Blocked } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { HostFailure } from '#shared/host/contract.ts';
import type { Saved } from '../book/book.ts';
import { useDesk } from './desk.ts';

export interface Acting {
  /** Why the last try was refused; null after a success or `clear`. */
  refusal: Blocked | null;
  pending: boolean;
  clear(): void;
  /** Runs the decision; resolves to what was saved, or null when it was refused or nothing could be made durable (both are on the screen). */
  act<T>(decide: Decide<T>): Promise<Saved<T> | null>;
}

/** One action of a screen: runs decisions, remembers a refusal for `RefusalView`. */
export function useAct(): Acting {
  const desk = useDesk();
  const [refusal, setRefusal] = useState<Blocked | null>(null);
  const [pending, setPending] = useState(false);
  return {
    refusal,
    pending,
    clear: () => setRefusal(null),
    act: async (decide) => {
      setPending(true);
      try {
        const outcome = await desk.run(decide);
        setRefusal(outcome.ok ? null : outcome.refusal);
        return outcome.ok ? outcome.value : null;
      } catch (problem) {
        // The shell has told the user; the form keeps what was typed. Anything else is a bug and goes to the error screen.
        if (problem instanceof HostFailure) return null;
        throw problem;
      } finally {
        setPending(false);
      }
    },
  };
}
