import { useMemo, useState } from 'react';
import { z } from 'zod';
import { useDraft } from '#renderer/desk/use-draft.ts';
import type { Counted } from './counted.ts';

const pairs = z.array(z.tuple([z.number().int(), z.number().int().nullable()]));

export interface Count {
  /** False until a count that was begun before has been read. */
  ready: boolean;
  counted: Counted;
  onCounted: (counted: Counted) => void;
  onProblem: (line: number, problem: string | null) => void;
  /** Lines, by number in the list, whose text is no quantity. */
  problems: ReadonlySet<number>;
  done: () => Promise<void>;
}

/** A count in progress; a power cut does not make anybody count forty boxes twice. */
export function useCount(documentId: string, title: string): Count {
  const parse = (body: unknown) => {
    const parsed = pairs.safeParse(body);
    return parsed.success ? parsed.data : null;
  };
  const draft = useDraft<[number, number | null][]>(`count:${documentId}`, [], parse, () => title);
  const [problems, setProblems] = useState<ReadonlySet<number>>(new Set());
  // The same map as long as the count is the same: `useLatest` tells by identity what is new.
  const counted = useMemo(() => new Map(draft.value), [draft.value]);
  return {
    ready: draft.ready,
    counted,
    onCounted: (next) => draft.change([...next]),
    onProblem: (line, problem) => {
      const next = new Set(problems);
      if (problem === null) next.delete(line);
      else next.add(line);
      setProblems(next);
    },
    problems,
    done: () => draft.discard([]),
  };
}
