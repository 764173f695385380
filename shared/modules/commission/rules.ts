/** Use cases of the commission sheet (STF-09, G-43): written on recovered money, checked twice, approved, paid. */
import type { Fen } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Moment } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { contract, isInForce } from '../contract/module.ts';
import type { Method } from '../fields.ts';
import { moneyOf, overdueOf } from '../recovery/contract-money.ts';
import { staff } from '../staff/module.ts';
import { commissionOn, setOff } from './earn.ts';
import { commission, type Commission } from './module.ts';

type Line = Commission['lines'][number];

/** What a salesperson's contracts earn since the last sheet, with what is held back; contracts on which nothing moved are left out. */
export async function commissionLines(read: Reader, owner: string, contracts: readonly AnyRecord[], moment: Moment): Promise<Line[]> {
  const { parameters } = moment.policy;
  const rate = threshold(parameters, 'commission.rate');
  const after = Number({ ...gates['G-44'].parameters, ...parameters }['overdue.setoff_after_days']);
  const found: (Omit<Line, 'withheld'> & { overdue: Fen; before: Fen })[] = [];
  for (const row of contracts) {
    const money = await moneyOf(read, contract.read(row));
    const base = await read.balance(`commission-base/${owner}/${row.id}`);
    const earned = await read.balance(`commission/${owner}/${row.id}`);
    const late = overdueOf(money, moment.today);
    found.push({
      contract: row.id,
      contractNo: row.no,
      customerName: contract.read(row).body.customerName,
      rate,
      ...commissionOn(Math.min(money.received, money.due), { base, commission: earned }, rate),
      overdue: late.days >= after ? late.amount : 0,
      before: await read.balance(`withheld/${owner}/${row.id}`),
    });
  }
  const held = setOff(found.map((line) => ({ commission: line.commission, overdue: line.overdue, withheld: line.before })));
  return found
    .map(({ overdue: _overdue, before: _before, ...line }, index) => ({ ...line, withheld: held[index] ?? 0 }))
    .filter((line) => line.collected !== 0 || line.commission !== 0 || line.withheld !== 0);
}

/** Contracts of a salesperson that bind or did; those in force first come to set-off. */
async function contractsOf(read: Reader, owner: string): Promise<AnyRecord[]> {
  const found: AnyRecord[] = [];
  for (const status of ['effective', 'performing', 'balanceDue', 'disputed', 'closed']) {
    const { rows } = await read.all({ kind: contract.kind, status });
    found.push(...rows.filter((row) => row.owner === owner));
  }
  return found;
}

/**
 * Writes a salesperson's sheet of the month; by the salesperson or the manager. Refuses with NotFound, CommissionRateNotSet, SheetUnderWay, NothingEarned,
 * or Blocked by G-43 (no contract, no recovered money).
 */
export function writeCommission(owner: string, notes = ''): Decide<{ commission: string }> {
  return async (read, moment) => {
    const person = await readAs(read, staff, owner);
    if (!person) return refuse('NotFound', { id: owner });
    if (threshold(moment.policy.parameters, 'commission.rate') === 0) return refuse('CommissionRateNotSet');
    for (const status of ['written', 'checked', 'confirmed', 'approved']) {
      const waiting = (await read.all({ kind: commission.kind, status })).rows.find((row) => row.owner === owner);
      if (waiting) return refuse('SheetUnderWay', { no: waiting.no });
    }
    const lines = await commissionLines(read, owner, await contractsOf(read, owner), moment);
    if (lines.length === 0) return refuse('NothingEarned', { name: person.body.name });
    const sum = (part: (line: Line) => Fen) => lines.reduce((total, line) => total + part(line), 0);
    const earned = sum((line) => line.commission);
    const withheld = sum((line) => line.withheld);
    const body: Commission = {
      staffName: person.body.name,
      month: moment.today.slice(0, 7),
      lines,
      commission: earned,
      withheld,
      total: earned - withheld,
      notes: notes.trim(),
    };
    const made = commitNew(commission, body, moment, {
      owner,
      gates: ['G-43'],
      facts: { 'G-43': await sheetFacts(read, { body, events: [] }, 'provision') },
    });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { commission: made.value.id } }) : made;
  };
}

/** What G-43 reads: every contract on the sheet binds or did, and the money behind it is there. */
export async function sheetFacts(
  read: Reader,
  { body, events }: Pick<DocumentRecord<Commission>, 'body' | 'events'>,
  stage: 'provision' | 'payout',
  approving = false,
): Promise<Facts> {
  const found = await read.getMany(body.lines.map((line) => line.contract));
  let recovered = 0;
  for (const row of found.values()) if (row.kind === contract.kind) recovered += await read.balance(`received/${row.id}`);
  const bound = body.lines.every((line) => {
    const row = found.get(line.contract);
    return row?.kind === contract.kind && (isInForce(row.status) || row.status === 'closed' || row.status === 'disputed');
  });
  const signed = (type: string) => events.some((event) => event.type === type);
  return {
    stage,
    contract: bound,
    recovered,
    amount: body.commission,
    finance: signed('checked'),
    financeDgm: signed('confirmed'),
    gm: approving || signed('approved'),
  };
}

/** Finance checks; never the writer, nor whose commission it is. Refuses with NotFound, OwnPaper. */
export function checkCommission(id: string): Decide {
  return signed(id, 'checked');
}

export function confirmCommission(id: string): Decide {
  return signed(id, 'confirmed');
}

/** The general manager approves the payout. Refuses like the checks, or Blocked by G-43. */
export function approveCommission(id: string): Decide {
  return signed(id, 'approved');
}

function signed(id: string, step: 'checked' | 'confirmed' | 'approved'): Decide {
  return async (read, moment) => {
    const sheet = await readAs(read, commission, id);
    if (!sheet) return refuse('NotFound', { id });
    if (moment.actor.id === sheet.owner) return refuse('OwnPaper');
    const facts = step === 'approved' ? { 'G-43': await sheetFacts(read, sheet, 'payout', true) } : {};
    const done = act(commission, sheet, step, {}, moment, facts);
    return done.ok ? ok({ records: [untyped(done.value)], answer: null }) : done;
  };
}

/** Paid out; a sheet that takes back is only marked settled. Refuses with NotFound, OwnPaper. */
export function payCommission(id: string, method: Method): Decide {
  return async (read, moment) => {
    const sheet = await readAs(read, commission, id);
    if (!sheet) return refuse('NotFound', { id });
    if (moment.actor.id === sheet.owner) return refuse('OwnPaper');
    return takeStep(commission, id, 'paid', { data: { day: moment.today, method } })(read, moment);
  };
}

/** Back to the writer, who writes another. Refuses with ReasonMissing. */
export function returnCommission(id: string, reason: string): Decide {
  return withReason(id, 'returned', reason);
}

export function withdrawCommission(id: string, reason: string): Decide {
  return withReason(id, 'withdrawn', reason);
}

function withReason(id: string, step: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(commission, id, step, { data: { reason: reason.trim() } })(read, moment);
}
