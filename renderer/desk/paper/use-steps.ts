import { useState } from 'react';
import { useAct, type Acting } from '../use-act.ts';
import { useRelease } from '../use-release.ts';
import type { Release } from '#renderer/ui/GateNotice.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import type { Overrides } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';

export interface Stepping extends Pick<Acting, 'refusal'> {
  /** Runs a step; what blocked it can be released by whoever may. Resolves to what was saved, null when refused. */
  take(decide: (overrides: Overrides) => Decide<unknown>, done: string): Promise<readonly AnyRecord[] | null>;
  release: Release;
}

/** Steps of one paper, with the refusal of the last one and its release. */
export function useSteps(): Stepping {
  const { act, refusal } = useAct();
  const [last, setLast] = useState<{ decide: (overrides: Overrides) => Decide<unknown>; done: string } | null>(null);
  const release = useRelease((overrides) => (last ? void run(last.decide, last.done, overrides) : undefined));
  return { refusal, release, take: async (decide, done) => run(decide, done, {}) };

  async function run(decide: (overrides: Overrides) => Decide<unknown>, done: string, overrides: Overrides) {
    setLast({ decide, done });
    const saved = await act(decide(overrides));
    if (!saved) return null;
    notify.done(done);
    return saved.records;
  }
}
