import type { Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { concessionOf, type Concession } from '#shared/modules/quotation/concession.ts';
import { quotation, type Quotation } from '#shared/modules/quotation/module.ts';
import { quotationChain } from '#shared/modules/quotation/rules.ts';
import type { Chain } from '#shared/policy/approvals.ts';

/** Everything the page of one quotation shows. */
export interface QuotationView {
  record: DocumentRecord<Quotation>;
  given: Concession;
  /** Who would have to sign, by the matrix in force; empty when nothing is given away. */
  chain: Chain;
  /** The revision before, and the one that took its place. */
  before: AnyRecord | null;
  next: AnyRecord | null;
  customer: AnyRecord | null;
}

export async function readQuotation(read: Reader, id: string, today: Day): Promise<QuotationView | null> {
  const record = await readAs(read, quotation, id);
  if (!record) return null;
  const { chain } = await quotationChain(read, record, await parametersInForce(read, today));
  const source = record.source === '' ? null : await read.get(record.source);
  const replacedBy = record.events.findLast(({ type }) => type === 'replaced')?.data.quotation;
  return {
    record,
    given: concessionOf(record.body),
    chain,
    before: source?.kind === quotation.kind ? source : null,
    next: typeof replacedBy === 'string' ? await read.get(replacedBy) : null,
    customer: record.party === '' ? null : await read.get(record.party),
  };
}
