/** A contract in force: archived, handed over, performed, its balance awaited, closed, disputed (CON-07…10, S5.44, S5.45). */
import { daysBetween, type Day } from '#shared/core/calendar.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { act, untyped, type Blocked, type Moment, type Overrides } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { takeStep } from '#shared/documents/step.ts';
import { evaluateGate, type Parameters } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import { moneyOf } from '../recovery/contract-money.ts';
import { archiveFacts, balanceDayOf, handoverFacts, readContract } from './facts.ts';
import { contract, type Contract } from './module.ts';

export interface Archived {
  /** Where the duplicate is kept: cabinet, folder. */
  place: string;
  copies: number;
  /** Scan of the signed contract, '' for none. */
  file: string;
}

/** Signed contract and duplicate put away (G-18). Refuses with PlaceMissing. */
export function archiveContract(id: string, { place, copies, file }: Archived): Decide {
  return async (read, moment) => {
    if (place.trim() === '') return refuse('PlaceMissing');
    return takeStep(contract, id, 'archived', { data: { place: place.trim(), copies, file, day: moment.today } })(read, moment);
  };
}

/** To the contract department, which acknowledges it (G-106). */
export function handOverContract(id: string, { to, note }: { to: string; note: string }): Decide {
  return takeStep(contract, id, 'handedOver', { data: { to: to.trim(), note: note.trim() } });
}

/** Refuses with NotHandedOver. */
export function acknowledgeContract(id: string): Decide {
  return async (read, moment) => {
    const record = await readContract(read, id);
    if (record && !record.events.some(({ type }) => type === 'handedOver')) return refuse('NotHandedOver', { no: record.no });
    return takeStep(contract, id, 'acknowledged', { data: { day: moment.today } })(read, moment);
  };
}

/** Refuses with TextMissing. */
export function noteContract(id: string, text: string): Decide {
  return async (read, moment) =>
    text.trim() === '' ? refuse('TextMissing') : takeStep(contract, id, 'noted', { data: { text: text.trim() } })(read, moment);
}

/** Another day for the balance (G-95: the manager sets a new date). Refuses with ReasonMissing, DayIsPast. */
export function putOffBalance(id: string, due: Day, reason: string): Decide {
  return async (read, moment) => {
    if (reason.trim() === '') return refuse('ReasonMissing');
    if (due < moment.today) return refuse('DayIsPast', { day: due });
    return takeStep(contract, id, 'putOff', { data: { due, reason: reason.trim() } })(read, moment);
  };
}

/** The contract's own step when the first paper under it is made; nothing when it is performed already. G-18 and G-106 only remind. */
export function beginPerformance(
  record: DocumentRecord<Contract>,
  paper: { kind: string; paper: string },
  moment: Moment,
): Result<AnyRecord[], Blocked> {
  if (record.status !== 'effective') return ok([]);
  const facts = { 'G-18': archiveFacts(record, moment.today), 'G-106': handoverFacts(record) };
  const begun = act(contract, record, 'performing', paper, moment, facts);
  return begun.ok ? ok([untyped(begun.value)]) : begun;
}

/** Paid to the last fen: the books are closed on it (S5.45). Refuses with NotFound, ContractUnpaid, ContractOverpaid. */
export function closeContract(id: string, overrides: Overrides = {}): Decide {
  return async (read, moment) => {
    const record = await readContract(read, id);
    if (!record) return refuse('NotFound', { id });
    const { open } = await moneyOf(read, record);
    if (open > 0) return refuse('ContractUnpaid', { open });
    if (open < 0) return refuse('ContractOverpaid', { credit: -open });
    const day = balanceDayOf(record);
    const overdueDays = day === '' ? 0 : Math.max(0, daysBetween(day, moment.today));
    const closed = act(contract, record, 'closed', { day: moment.today }, moment, { 'G-95': { open, overdueDays } }, overrides);
    return closed.ok ? ok({ records: [untyped(closed.value)], answer: null }) : closed;
  };
}

export function disputeContract(id: string, reason: string): Decide {
  return withReason(id, 'disputed', reason);
}

/** The dispute is settled and the contract is performed on. */
export function resumeContract(id: string, reason: string): Decide {
  return withReason(id, 'resumed', reason);
}

function withReason(id: string, step: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(contract, id, step, { data: { reason: reason.trim() } })(read, moment);
}

export interface Unarchived {
  record: DocumentRecord<Contract>;
  days: number;
  late: boolean;
}

/** Contracts in force that nobody put away yet, longest first: the reminder, then the manager's list (CON-08, G-18). */
export async function unarchivedContracts(
  read: Reader,
  today: Day,
  policy: { version: number; parameters: Parameters },
): Promise<Unarchived[]> {
  const found: Unarchived[] = [];
  for (const status of ['effective', 'performing', 'balanceDue']) {
    for (const row of (await read.all({ kind: contract.kind, status })).rows) {
      const record = contract.read(row);
      const facts = archiveFacts(record, today);
      if (facts.archived === true) continue;
      found.push({ record, days: Number(facts.days), late: evaluateGate(gates['G-18'], facts, policy).result !== 'passed' });
    }
  }
  return found.toSorted((a, b) => b.days - a.days);
}
