/** Corrections in the contract ledgers (CON-06): an entry with its reason, or the reversal of one. */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Moment } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import { readAs } from '#shared/documents/step.ts';
import { holdsAny, type Role } from '#shared/policy/roles.ts';
import { contract } from '../contract/module.ts';
import { entry, type Entry, type LedgerBook } from './module.ts';

export interface EntryInput {
  contract: string;
  book: LedgerBook;
  measure: Entry['measure'];
  /** Signed. */
  amount: number;
  /** Day it counts for; its month must still be open. */
  day: Day;
  reason: string;
}

/** Whose book it is. */
const keepers: Record<LedgerBook, readonly Role[]> = { sales: ['salesperson', 'manager'], finance: ['finance', 'dgmFinance'] };

/**
 * Enters in one ledger. Who keeps the one book of a contract does not keep the other (requirements 5.5). Refuses with NotFound, PostMayNot,
 * OtherBookKept, ReasonMissing, AmountNotPositive, DayInFuture, MonthClosed.
 */
export function postEntry(input: EntryInput): Decide<{ entry: string }> {
  return async (read, moment) => {
    const record = await readAs(read, contract, input.contract);
    if (!record) return refuse('NotFound', { id: input.contract });
    const wrong = await mayEnter(read, record.id, input.book, input.day, moment);
    if (wrong) return wrong;
    if (input.reason.trim() === '') return refuse('ReasonMissing');
    if (input.amount === 0) return refuse('AmountNotPositive');
    const { book, measure, amount, day } = input;
    const body: Entry = { book, contractNo: record.no, measure, amount, reason: input.reason.trim(), reverses: '' };
    const made = commitNew(entry, body, moment, { party: record.party, source: record.id, day });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { entry: made.value.id } }) : made;
  };
}

/** Takes an entry back by one of the other sign. Refuses like `postEntry`, and with StatusPassed. */
export function reverseEntry(id: string, { day, reason }: { day: Day; reason: string }): Decide<{ entry: string }> {
  return async (read, moment) => {
    const wrong = await readAs(read, entry, id);
    if (!wrong) return refuse('NotFound', { id });
    const stopped = await mayEnter(read, wrong.source, wrong.body.book, day, moment);
    if (stopped) return stopped;
    if (reason.trim() === '') return refuse('ReasonMissing');
    const body: Entry = { ...wrong.body, amount: -wrong.body.amount, reason: reason.trim(), reverses: id };
    const made = commitNew(entry, body, moment, { party: wrong.party, source: wrong.source, day });
    if (!made.ok) return made;
    const reversed = act(entry, wrong, 'reversed', { entry: made.value.id, reason: reason.trim() }, moment);
    if (!reversed.ok) return reversed;
    return ok({ records: [untyped(made.value), untyped(reversed.value)], answer: { entry: made.value.id } });
  };
}

async function mayEnter(read: Reader, contractId: string, book: LedgerBook, day: Day, { actor, today }: Moment) {
  if (!holdsAny(actor, keepers[book])) return refuse('PostMayNot', { posts: keepers[book].join(',') });
  const { rows } = await read.all({ kind: entry.kind, source: contractId });
  if (rows.some((row) => row.owner === actor.id && entry.read(row).body.book !== book)) return refuse('OtherBookKept');
  if (day > today) return refuse('DayInFuture', { day });
  const month = day.slice(0, 7);
  return (await read.balance(`closed/${month}`)) > 0 ? refuse('MonthClosed', { month }) : null;
}
