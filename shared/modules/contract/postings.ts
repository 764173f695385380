import type { DocumentRecord } from '#shared/documents/record.ts';
import { account, type Posting } from '#shared/ledger/posting.ts';
import type { Contract } from './module.ts';

/** What a contract means once both sides signed: counted and valued on the day it took effect. Accounts: contracts, contracted. */
export function postings(record: DocumentRecord<Contract>): Posting[] {
  const said = record.events.find(({ type }) => type === 'effective')?.data.day;
  if (typeof said !== 'string' || record.status === 'cancelled') return [];
  return [
    { account: account('contracts', said), amount: 1 },
    { account: account('contracted', said), amount: record.body.total },
  ];
}
