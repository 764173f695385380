import { ok, refuse } from '#shared/core/result.ts';
import { act, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from './registry.ts';

export interface Printed {
  /** Paper's id, e.g. 'sales-slip'. */
  paper: string;
  copies: number;
  printer: string;
}

/** How often a paper was printed of a document; the next printing is one more, and from the second on says 补打. */
export function printingsOf(record: Pick<AnyRecord, 'events'>, paper: string): number {
  return record.events.filter(({ type, data }) => type === 'printed' && data.paper === paper).length;
}

/** Notes on the document that a paper was printed, and answers which printing it was. Refuses with NotFound, NotPrintable. */
export function markPrinted(id: string, printed: Printed): Decide<{ printing: number }> {
  return async (read, moment) => {
    const record = await read.get(id);
    const module = record && moduleOf(record.kind);
    if (!record || !module) return refuse('NotFound', { id });
    if (!module.lifecycle.steps.printed) return refuse('NotPrintable');
    const printing = printingsOf(record, printed.paper) + 1;
    const marked = act({ ...module, read: (row) => row }, record, 'printed', { ...printed, printing }, moment);
    return marked.ok ? ok({ records: [untyped(marked.value)], answer: { printing } }) : marked;
  };
}
