import { startTransition, useEffect, useState } from 'react';
import { pauses } from '#renderer/book/breath.ts';
import { problemText } from '#renderer/book/problem-text.ts';
import type { Loadable } from '#renderer/ui/loadable.ts';
import type { ImportKind } from '#shared/transfer/import-columns.ts';
import { prepareImport, type Known, type Prepared } from '#shared/transfer/prepare-import.ts';

/** The file's rows judged, anew when a column or the book changes; loading until every row was looked at. */
export function useJudged(
  kind: ImportKind,
  rows: readonly (readonly string[])[],
  mapping: Readonly<Record<string, number>>,
  known: Known,
): Loadable<Prepared> {
  const [last, setLast] = useState<{ mapping: unknown; known: unknown; judged: Loadable<Prepared> } | null>(null);
  useEffect(() => {
    const control = new AbortController();
    const say = (judged: Loadable<Prepared>) => control.signal.aborted || startTransition(() => setLast({ mapping, known, judged }));
    prepareImport(kind, rows.slice(1), mapping, known, 2, pauses(control.signal)).then(
      (value) => say({ state: 'ready', value }),
      (problem: unknown) => say({ state: 'failed', problem: problemText(problem) }),
    );
    return () => control.abort();
  }, [kind, rows, mapping, known]);
  return last?.mapping === mapping && last.known === known ? last.judged : { state: 'loading' };
}
