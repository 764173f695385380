import { ok, refuse } from '#shared/core/result.ts';
import { act, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { printingOf } from './paper-kind.ts';
import { moduleOf } from './registry.ts';

export interface Printed {
  /** Paper's id, e.g. 'sales-slip'. */
  paper: string;
  copies: number;
  printer: string;
}

/** Notes on the document that a paper was printed, and answers which printing it was: from the second on the paper says 补打. Refuses with NotFound, NotPrintable. */
export function markPrinted(id: string, printed: Printed): Decide<{ printing: number }> {
  return async (read, moment) => {
    const record = await read.get(id);
    const module = record && moduleOf(record.kind);
    if (!record || !module) return refuse('NotFound', { id });
    if (!module.lifecycle.steps.printed) return refuse('NotPrintable');
    const printing = printingOf(record, printed.paper);
    const marked = act({ ...module, read: (row) => row }, record, 'printed', { ...printed, printing }, moment);
    return marked.ok ? ok({ records: [untyped(marked.value)], answer: { printing } }) : marked;
  };
}
