/** What the gates of a signature on a chain read, for the kinds that have any. */
import type { GateFacts } from '#shared/documents/act.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import { commission } from './commission/module.ts';
import { sheetFacts } from './commission/rules.ts';
import { expense } from './expense/module.ts';
import { standardsFacts } from './expense/rules.ts';
import { interest } from './interest/module.ts';
import { invoice } from './invoice/module.ts';
import { signingFacts } from './invoice/rules.ts';
import { interestFacts } from './recovery/overdue-rules.ts';

export async function decisionFacts(read: Reader, record: AnyRecord, parameters: Parameters): Promise<GateFacts> {
  switch (record.kind) {
    case commission.kind:
      return { 'G-43': await sheetFacts(read, commission.read(record), 'payout') };
    case expense.kind:
      return { 'G-47': await standardsFacts(read, expense.read(record), parameters) };
    case interest.kind:
      return interestFacts(interest.read(record));
    case invoice.kind:
      return signingFacts(read, invoice.read(record));
    default:
      return {};
  }
}
