/** The ladder of overdue money (PAY-06): interest, dunning letter, lawsuit; and the task to collect on the day (PAY-07). */
import { addDays, type Day } from '#shared/core/calendar.ts';
import { formatFen } from '#shared/core/money.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Blocked, type GateFacts, type Moment, type Overrides } from '#shared/documents/act.ts';
import { submit } from '#shared/documents/approve.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { overdueInterest, overdueOn } from '#shared/ledger/overdue.ts';
import { chainFor } from '#shared/policy/approvals.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { contract, isInForce, type Contract } from '../contract/module.ts';
import { customer } from '../customer/module.ts';
import { dunning, type Dunning } from '../dunning/module.ts';
import { interest, type Interest } from '../interest/module.ts';
import { partyPart } from '../order/goods-out.ts';
import { task } from '../task/module.ts';
import { moneyOf, overdueOf, paymentsOf } from './contract-money.ts';

/**
 * Proposes interest on what was overdue up to and including yesterday, from where the last proposal ended. Refuses with NotFound,
 * InterestRateNotSet, InterestUnderWay, NothingOverdue.
 */
export function proposeInterest(contractId: string): Decide<{ interest: string }> {
  return async (read, moment) => {
    const record = await readAs(read, contract, contractId);
    if (!record) return refuse('NotFound', { id: contractId });
    const rate = threshold(moment.policy.parameters, 'overdue.interest_rate');
    if (rate === 0) return refuse('InterestRateNotSet');
    const slips = (await read.all({ kind: interest.kind, source: contractId })).rows.map((row) => interest.read(row));
    const before = slips.filter(({ status }) => status !== 'returned' && status !== 'refused');
    const waiting = before.find(({ status }) => status === 'submitted');
    if (waiting) return refuse('InterestUnderWay', { no: waiting.no });
    const money = await moneyOf(read, record);
    const first = money.plan.reduce<Day>((least, { due }) => (due !== '' && (least === '' || due < least) ? due : least), '');
    const last = before.reduce((most, { body }) => (body.to > most ? body.to : most), first);
    const period = { from: last === '' ? moment.today : addDays(last, 1), to: addDays(moment.today, -1) };
    if (period.to < period.from) return refuse('NothingOverdue', { no: record.no });
    const found = overdueInterest(money.plan, await paymentsOf(read, record.party, money.sources), period, rate);
    if (found.interest <= 0) return refuse('NothingOverdue', { no: record.no });
    const due = addDays(moment.today, threshold(moment.policy.parameters, 'overdue.letter_days'));
    const { customerName } = record.body;
    const body: Interest = { customerName, contractNo: record.no, ...period, rate, lines: found.parts, total: found.interest, due };
    const made = commitNew(interest, body, moment, { party: record.party, source: contractId });
    if (!made.ok) return made;
    const chain = chainFor(moment.policy.parameters, 'interest', body.total);
    const sent = submit(interest, made.value, moment, { matter: 'interest', value: body.total, chain });
    return sent.ok ? ok({ records: [untyped(sent.value)], answer: { interest: sent.value.id } }) : sent;
  };
}

/** What G-44 reads of interest: the days it is for. */
export function interestFacts({ body }: DocumentRecord<Interest>): GateFacts {
  return { 'G-44': { rung: 'interest', overdueDays: body.lines.reduce((sum, { days }) => sum + days, 0), amount: body.total } };
}

/** The deputy general manager for finance waives it. Refuses with ReasonMissing. */
export function waiveInterest(id: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(interest, id, 'waived', { data: { reason: reason.trim() } })(read, moment);
}

/** Writes the next dunning letter of a contract. Refuses with NotFound, NothingOverdue, LetterUnderWay. */
export function writeDunning(contractId: string, notes = ''): Decide<{ dunning: string }> {
  return async (read, moment) => {
    const record = await readAs(read, contract, contractId);
    if (!record) return refuse('NotFound', { id: contractId });
    const money = await moneyOf(read, record);
    const lines = money.plan
      .filter(({ due, open }) => due !== '' && due < moment.today && open > 0)
      .map(({ due, amount, open }) => ({ due, amount, open, days: overdueOn([{ due, amount: open }], [], moment.today).days }));
    if (lines.length === 0) return refuse('NothingOverdue', { no: record.no });
    const before = (await read.all({ kind: dunning.kind, source: contractId })).rows.filter(({ status }) => status !== 'withdrawn');
    const waiting = before.find(({ status }) => status === 'written');
    if (waiting) return refuse('LetterUnderWay', { no: waiting.no });
    const file = await readAs(read, customer, record.party);
    const body: Dunning = {
      customerName: record.body.customerName,
      address: file?.body.address ?? record.body.address,
      contractNo: record.no,
      level: Math.min(9, before.length + 1),
      lines,
      overdue: lines.reduce((sum, { open }) => sum + open, 0),
      interest: await interestOpen(read, record),
      payBy: addDays(moment.today, threshold(moment.policy.parameters, 'overdue.letter_days')),
      notes: notes.trim(),
    };
    const made = commitNew(dunning, body, moment, { party: record.party, owner: record.owner, source: contractId });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { dunning: made.value.id } }) : made;
  };
}

async function interestOpen(read: Reader, record: DocumentRecord<Contract>): Promise<number> {
  const { rows } = await read.all({ kind: interest.kind, source: record.id });
  let open = 0;
  for (const row of rows) open += Math.max(0, await read.balance(`receivable/${partyPart(row.party)}/${row.id}`));
  return open;
}

export function sendDunning(id: string, way: string): Decide {
  return async (read, moment) => takeStep(dunning, id, 'sent', { data: { day: moment.today, way: way.trim() } })(read, moment);
}

/** Refuses with TextMissing. */
export function answerDunning(id: string, { text, promised }: { text: string; promised: Day | '' }): Decide {
  return async (read, moment) =>
    text.trim() === '' ? refuse('TextMissing') : takeStep(dunning, id, 'answered', { data: { text: text.trim(), promised } })(read, moment);
}

export interface Lawsuit {
  court: string;
  caseNo: string;
  reason: string;
}

/** The last rung: the case goes to court. Refuses with NotFound, ReasonMissing, NameMissing, or Blocked by G-44. */
export function sue(id: string, { court, caseNo, reason }: Lawsuit, overrides: Overrides = {}): Decide {
  return async (read, moment) => {
    const letter = await readAs(read, dunning, id);
    const record = letter && (await readAs(read, contract, letter.source));
    if (!letter || !record) return refuse('NotFound', { id });
    if (reason.trim() === '') return refuse('ReasonMissing');
    if (court.trim() === '') return refuse('NameMissing');
    const { amount, days } = overdueOf(await moneyOf(read, record), moment.today);
    const facts = { 'G-44': { rung: 'legal', overdueDays: days, amount } };
    const data = { court: court.trim(), caseNo: caseNo.trim(), reason: reason.trim(), day: moment.today };
    const done = act(dunning, letter, 'sued', data, moment, facts, overrides);
    return done.ok ? ok({ records: [untyped(done.value)], answer: null }) : done;
  };
}

/** The overdue money came. Refuses with NotFound, StillOverdue. */
export function settleDunning(id: string): Decide {
  return async (read, moment) => {
    const letter = await readAs(read, dunning, id);
    const record = letter && (await readAs(read, contract, letter.source));
    if (!letter || !record) return refuse('NotFound', { id });
    const { amount } = overdueOf(await moneyOf(read, record), moment.today);
    if (amount > 0) return refuse('StillOverdue', { open: amount });
    return takeStep(dunning, id, 'settled')(read, moment);
  };
}

/**
 * One task for each dated part of the plan that is still to come, for the salesperson (PAY-07, S5.44). For whoever puts the contract in
 * force; a task that exists already is not made again.
 */
export async function collectionTasks(
  read: Reader,
  record: DocumentRecord<Contract>,
  moment: Moment,
): Promise<Result<AnyRecord[], Blocked>> {
  const known = new Set((await read.all({ kind: task.kind, source: record.id })).rows.map(({ body }) => body.due));
  const { plan } = await moneyOf(read, record);
  const tasks: AnyRecord[] = [];
  for (const { due, open } of plan) {
    if (due === '' || due < moment.today || open <= 0 || known.has(due)) continue;
    const text = `${record.no} ${formatFen(open)}`;
    const body = { type: 'collect' as const, due, text, phone: record.body.phone };
    const made = commitNew(task, body, moment, { owner: record.owner, party: record.party, source: record.id });
    if (!made.ok) return made;
    tasks.push(untyped(made.value));
  }
  return ok(tasks);
}

/** Makes the tasks of a contract in force. Refuses with NotFound, ContractNotInForce. */
export function planCollection(contractId: string): Decide<{ tasks: number }> {
  return async (read, moment) => {
    const record = await readAs(read, contract, contractId);
    if (!record) return refuse('NotFound', { id: contractId });
    if (!isInForce(record.status)) return refuse('ContractNotInForce', { no: record.no });
    const tasks = await collectionTasks(read, record, moment);
    return tasks.ok ? ok({ records: tasks.value, answer: { tasks: tasks.value.length } }) : tasks;
  };
}
