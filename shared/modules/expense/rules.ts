/** Use cases of the expense claim (TRV-04, TRV-05, G-46, G-47). */
import { monthOf } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import { submit } from '#shared/documents/approve.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { approvalFacts, chainAbove } from '#shared/policy/approvals.ts';
import { excessOf, standardsOf, type Excess } from '#shared/policy/expense-standards.ts';
import { number } from '#shared/policy/conditions.ts';
import type { Facts, Parameters } from '#shared/policy/gate.ts';
import { lacksCash } from '../cashday/box.ts';
import type { Method } from '../fields.ts';
import { heldMoney } from '../receipt/drawer.ts';
import { trip } from '../trip/module.ts';
import { expense, isCounted, type Expense } from './module.ts';

/** Claims, and submits for signature by amount. Refuses with TextMissing, NoLines, AmountNotPositive, DaysCrossed, DayInFuture, NotFound (of the trip), NotYours (of another's trip). */
export function claimExpense(input: Omit<Expense, 'total'>, replaces = ''): Decide<{ expense: string }> {
  return async (read, moment) => {
    if (input.purpose.trim() === '' || input.lines.some(({ what }) => what.trim() === '')) return refuse('TextMissing');
    if (input.lines.length === 0) return refuse('NoLines');
    if (input.lines.some(({ amount }) => amount <= 0)) return refuse('AmountNotPositive');
    const late = input.lines.find(({ day }) => day > moment.today);
    if (late) return refuse('DayInFuture', { day: late.day });
    if (input.from !== '' && input.to !== '' && input.to < input.from) return refuse('DaysCrossed');
    const report = input.trip === '' ? null : await readAs(read, trip, input.trip);
    if (input.trip !== '' && !report) return refuse('NotFound', { id: input.trip });
    if (report && report.owner !== moment.actor.id) return refuse('NotYours');
    const body = expense.schema.parse({ ...input, total: input.lines.reduce((sum, { amount }) => sum + amount, 0) });
    const made = commitNew(expense, body, moment, { source: replaces });
    if (!made.ok) return made;
    const chain = chainAbove(moment.policy.parameters, 'expense', body.total, moment.actor.roles);
    const sent = submit(expense, made.value, moment, { matter: 'expense', value: body.total, chain });
    return sent.ok ? ok({ records: [untyped(sent.value)], answer: { expense: sent.value.id } }) : sent;
  };
}

/** What of these lines is above the standards or out of scope, with the person's other claims of the month. `counted`: they are among those. */
export async function excessFor(
  read: Reader,
  { owner, lines, counted }: { owner: string; lines: Expense['lines']; counted: boolean },
  parameters: Parameters,
): Promise<Excess[]> {
  const spent = new Map<string, Fen>();
  for (const month of new Set(lines.map(({ day }) => monthOf(day)))) {
    for (const [path, amount] of await read.balances(`expense/${month}/${owner}/`)) spent.set(`${month}/${path.split('/')[3]}`, amount);
  }
  for (const { day, category, amount } of counted ? lines : []) {
    const key = `${monthOf(day)}/${category}`;
    spent.set(key, (spent.get(key) ?? 0) - amount);
  }
  return excessOf(standardsOf(parameters), lines, spent);
}

/** What of a claim is above the standards or out of scope. */
export function excessIn(read: Reader, { owner, status, body }: DocumentRecord<Expense>, parameters: Parameters): Promise<Excess[]> {
  return excessFor(read, { owner, lines: body.lines, counted: isCounted(status) }, parameters);
}

/** What G-47 reads: the excess beyond what an earlier signature let pass. */
export async function standardsFacts(read: Reader, record: DocumentRecord<Expense>, parameters: Parameters): Promise<Facts> {
  const excess = await excessIn(read, record, parameters);
  const over = excess.reduce((sum, one) => sum + one.over, 0);
  return { judged: true, over: Math.max(0, over - letPass(record)), sorts: excess.map(({ category }) => category).join(',') };
}

function letPass({ events }: Pick<DocumentRecord<Expense>, 'events'>): Fen {
  const stamps = events.flatMap(({ type, stamp }) => (type === 'endorsed' ? (stamp ?? []) : []));
  const passed = stamps.filter(({ gate, result }) => gate === 'G-47' && result === 'overridden');
  return passed.reduce((sum, { facts }) => sum + number(facts.over), 0);
}

/** What G-46 reads. `originals`: whoever pays has the vouchers in hand. */
export async function voucherFacts(read: Reader, record: DocumentRecord<Expense>, originals: boolean): Promise<Facts> {
  const report = await readAs(read, trip, record.body.trip);
  return {
    vouchers: originals && record.body.lines.every(({ vouchers }) => vouchers > 0),
    trip: record.body.type === 'travel',
    report: report !== null && report.owner === record.owner && report.status !== 'withdrawn',
    supervisor: approvalFacts(record).approved,
  };
}

export interface Payout {
  method: Method;
  /** The payer has the original vouchers in hand. */
  originals: boolean;
}

/**
 * Paid out of the safe. Who has the counter's takings in the drawer does not pay claims (SHP-03). Refuses with NotFound, OwnPaper,
 * CounterCashApart, CashTooLittle, or Blocked by G-46.
 */
export function payExpense(id: string, { method, originals }: Payout): Decide {
  return async (read, moment) => {
    const record = await readAs(read, expense, id);
    if (!record) return refuse('NotFound', { id });
    if (record.owner === moment.actor.id) return refuse('OwnPaper');
    if ((await heldMoney(read, moment.actor.id)).some(({ amount }) => amount > 0)) return refuse('CounterCashApart');
    const short = await lacksCash(read, 'safe', method, record.body.total);
    if (short) return short;
    const facts = { 'G-46': await voucherFacts(read, record, originals) };
    const paid = act(expense, record, 'paid', { day: moment.today, method, originals }, moment, facts);
    return paid.ok ? ok({ records: [untyped(paid.value)], answer: null }) : paid;
  };
}

/** Refuses with ReasonMissing, MustBeAnother. */
export function returnExpense(id: string, reason: string): Decide {
  return withReason(id, 'returned', reason);
}

/** The money of a wrong payment is back in the safe: the next open day's sheet says so. Refuses with ReasonMissing. */
export function repayExpense(id: string, reason: string): Decide {
  return withReason(id, 'repaid', reason);
}

/** Only by whoever claims. Refuses with NotFound, NotYours, ReasonMissing. */
export function withdrawExpense(id: string, reason: string): Decide {
  return async (read, moment) => {
    const record = await readAs(read, expense, id);
    if (!record) return refuse('NotFound', { id });
    return record.owner === moment.actor.id ? withReason(id, 'withdrawn', reason)(read, moment) : refuse('NotYours');
  };
}

function withReason(id: string, step: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === ''
      ? refuse('ReasonMissing')
      : takeStep(expense, id, step, { data: { reason: reason.trim(), day: moment.today } })(read, moment);
}
