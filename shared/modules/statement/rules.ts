/** 对账单: drawn up for a period, sent, and what the customer answered. */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { runningAccount } from '#shared/ledger/running-account.ts';
import { customer } from '../customer/module.ts';
import { statement, type Statement } from './module.ts';
import { partyMovements } from './movements.ts';

/** Most lines of one statement; a longer period is taken in parts. */
const MOST = 2000;

/** Refuses with NotFound, EndsBeforeStart, TooManyLines. */
export function drawStatement({ party, from, to }: { party: string; from: Day; to: Day }): Decide<{ statement: string }> {
  return async (read, moment) => {
    const file = await readAs(read, customer, party);
    if (!file) return refuse('NotFound', { id: party });
    if (to < from) return refuse('EndsBeforeStart', { from, to });
    const account = runningAccount(await partyMovements(read, party), from, to);
    if (account.rows.length > MOST) return refuse('TooManyLines', { count: account.rows.length, lines: MOST });
    const lines = account.rows.map(({ amount, ...row }) => ({ ...row, debit: Math.max(0, amount), credit: Math.max(0, -amount) }));
    const { opening, debit, credit, closing } = account;
    const body: Statement = { customerName: file.body.name, from, to, opening, lines, debit, credit, closing };
    const made = commitNew(statement, body, moment, { party, owner: file.owner });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { statement: made.value.id } }) : made;
  };
}

export function sendStatement(id: string, way: string): Decide {
  return async (read, moment) => takeStep(statement, id, 'sent', { data: { day: moment.today, way: way.trim() } })(read, moment);
}

/** The reply slip came back signed. Refuses with NameMissing. */
export function agreeStatement(id: string, { name, file }: { name: string; file: string }): Decide {
  return async (read, moment) =>
    name.trim() === ''
      ? refuse('NameMissing')
      : takeStep(statement, id, 'agreed', { data: { name: name.trim(), file, day: moment.today } })(read, moment);
}

/** The customer has another balance in the books. Refuses with TextMissing. */
export function disputeStatement(id: string, { amount, text }: { amount: number; text: string }): Decide {
  return async (read, moment) =>
    text.trim() === '' ? refuse('TextMissing') : takeStep(statement, id, 'differs', { data: { amount, text: text.trim() } })(read, moment);
}
