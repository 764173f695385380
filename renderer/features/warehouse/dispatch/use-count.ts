import { useMemo, useState } from 'react';
import { z } from 'zod';
import { quantityOf } from '#shared/modules/product/serials.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { Counted, Pieces } from './counted.ts';

/** Line, quantity, and the numbers of its pieces. */
const rows = z.array(z.tuple([z.number().int(), z.number().int().nullable()]).rest(z.string()));
type Row = z.infer<typeof rows>[number];

export interface Count {
  /** False until a count that was begun before has been read. */
  ready: boolean;
  counted: Counted;
  onCounted: (counted: Counted) => void;
  pieces: Pieces;
  /** They make the quantity of their line. */
  onPieces: (line: number, serials: readonly string[]) => void;
  onProblem: (line: number, problem: string | null) => void;
  /** Lines, by number in the list, whose text is no quantity. */
  problems: ReadonlySet<number>;
  done: () => Promise<void>;
}

/** A count in progress; a power cut does not make anybody count forty boxes twice. */
export function useCount(documentId: string, title: string): Count {
  const parse = (body: unknown) => {
    const parsed = rows.safeParse(body);
    return parsed.success ? parsed.data : null;
  };
  const draft = useDraft<Row[]>(`count:${documentId}`, [], parse, () => title);
  const [problems, setProblems] = useState<ReadonlySet<number>>(new Set());
  // The same maps as long as the count is the same: `useLatest` tells by identity what is new.
  const counted = useMemo(() => new Map(draft.value.map(([line, quantity]) => [line, quantity])), [draft.value]);
  const pieces = useMemo(() => new Map(draft.value.map(([line, , ...serials]) => [line, serials])), [draft.value]);
  const latest = useLatest(draft.value);
  const change = (next: Row[]) => {
    latest.set(next);
    draft.change(next);
  };
  return {
    ready: draft.ready,
    counted,
    onCounted: (next) => {
      const named = new Map(latest.get().map(([line, , ...serials]) => [line, serials]));
      change([...next].map(([line, quantity]): Row => [line, quantity, ...(quantity === null ? [] : (named.get(line) ?? []))]));
    },
    pieces,
    onPieces: (line, serials) => {
      const others = latest.get().filter(([at]) => at !== line);
      change([...others, [line, serials.length === 0 ? null : quantityOf(serials), ...serials]]);
    },
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
