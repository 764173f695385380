/** Use cases of the production notice (MFG-02, G-27): written, issued, produced to stock with certificate. */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { act, commitNew, editRecord, untyped, type Moment } from '#shared/documents/act.ts';
import { submit } from '#shared/documents/approve.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { approvalFacts, chainFor } from '#shared/policy/approvals.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { inForceFacts, readContract } from '../contract/facts.ts';
import { beginPerformance } from '../contract/life.ts';
import { contract, type Contract } from '../contract/module.ts';
import type { Inbound } from '../inbound/module.ts';
import { receiveFinished } from '../inbound/rules.ts';
import { mergeCounted, type Counted } from '../order/counted.ts';
import { notice, type Notice } from './module.ts';
import { noticesOf, producedOf } from './progress.ts';

export interface NoticeInput {
  /** Thousandths by line of the contract. */
  lines: readonly Counted[];
  due: Day;
  plant: string;
  notes: string;
}

/**
 * Writes the notice and sends it to whoever issues it. Refuses with NotFound, NoLines, QuantityNotPositive, MoreThanAgreed, DayIsPast,
 * or Blocked by G-17 (contract in force).
 */
export function writeNotice(contractId: string, input: NoticeInput): Decide<{ notice: string }> {
  return async (read, moment) => {
    const agreed = await readContract(read, contractId);
    if (!agreed) return refuse('NotFound', { id: contractId });
    const body = await bodyOf(read, agreed, input, moment, null);
    if (!body.ok) return body;
    const made = commitNew(notice, body.value, moment, { party: agreed.party, source: contractId });
    if (!made.ok) return made;
    const submitted = sendToIssue(made.value, agreed, moment);
    if (!submitted.ok) return submitted;
    const begun = beginPerformance(agreed, { kind: notice.kind, paper: made.value.id }, moment);
    return begun.ok ? ok({ records: [untyped(submitted.value), ...begun.value], answer: { notice: made.value.id } }) : begun;
  };
}

/** Corrects a notice that was sent back, and sends it again. Refuses as `writeNotice`, and with StatusPassed. */
export function correctNotice(id: string, input: NoticeInput): Decide {
  return async (read, moment) => {
    const record = await readAs(read, notice, id);
    const agreed = record && (await readContract(read, record.body.contract));
    if (!record || !agreed) return refuse('NotFound', { id });
    if (record.status !== 'returned') return refuse('StatusPassed', { status: record.status });
    const body = await bodyOf(read, agreed, input, moment, id);
    if (!body.ok) return body;
    const edited = editRecord(notice, record, body.value, moment);
    if (!edited.ok) return edited;
    const submitted = sendToIssue(edited.value, agreed, moment);
    return submitted.ok ? ok({ records: [untyped(submitted.value)], answer: null }) : submitted;
  };
}

async function bodyOf(
  read: Reader,
  agreed: DocumentRecord<Contract>,
  input: NoticeInput,
  moment: Moment,
  own: string | null,
): Promise<Result<Notice>> {
  if (input.due < moment.today) return refuse('DayIsPast', { day: input.due });
  const wanted = mergeCounted(input.lines);
  if (!wanted.ok) return wanted;
  const others = (await noticesOf(read, agreed.id)).filter(({ id }) => id !== own);
  const lines: Notice['lines'] = [];
  for (const { line, quantity } of wanted.value) {
    const item = agreed.body.lines[line];
    const asked = others.flatMap(({ body }) => body.lines.filter((one) => one.line === line)).reduce((sum, one) => sum + one.quantity, 0);
    const open = (item?.quantity ?? 0) - asked;
    if (!item || quantity > open) return refuse('MoreThanAgreed', { line: line + 1, open: Math.max(0, open), quantity });
    const { product, code, name, spec, unit } = item;
    lines.push({ product, code, name, spec, unit, line, quantity });
  }
  const { due, plant, notes } = input;
  const { customerName } = agreed.body;
  return ok({ contract: agreed.id, contractNo: agreed.no, customerName, lines, due, plant: plant.trim(), notes: notes.trim() });
}

function sendToIssue(record: DocumentRecord<Notice>, agreed: DocumentRecord<Contract>, moment: Moment) {
  const chain = chainFor(moment.policy.parameters, 'notice', agreed.body.total);
  const facts = { 'G-17': inForceFacts(agreed) };
  return submit(notice, record, moment, { matter: 'notice', value: agreed.body.total, chain, facts });
}

/** What G-27 reads: issued along the chain as it stands, on a contract that binds. */
export async function productionFacts(read: Reader, record: DocumentRecord<Notice>): Promise<Facts> {
  const agreed = await readAs(read, contract, record.body.contract);
  return { issuedByDgm: approvalFacts(record).approved, contract: inForceFacts(agreed).inForce === true };
}

/** The plant begins. Refuses with NotFound, or Blocked by G-27. */
export function startProduction(id: string): Decide {
  return async (read, moment) => {
    const record = await readAs(read, notice, id);
    if (!record) return refuse('NotFound', { id });
    const facts = { 'G-27': await productionFacts(read, record) };
    const started = act(notice, record, 'started', { day: moment.today }, moment, facts);
    return started.ok ? ok({ records: [untyped(started.value)], answer: null }) : started;
  };
}

export interface ProducedInput extends Pick<Inbound, 'location' | 'slipNo' | 'certificateNo' | 'certificate' | 'notes'> {
  /** Thousandths by line of the contract. */
  lines: readonly Counted[];
}

/**
 * Finished goods of a notice come into stock with slip and certificate (G-28, MFG-03); the notice is finished with the last of them.
 * Refuses with NotFound, NotInProduction, NoLines, QuantityNotPositive, MoreThanAgreed, or Blocked by G-28.
 */
export function receiveProduction(id: string, input: ProducedInput): Decide<{ inbound: string }> {
  return async (read, moment) => {
    const record = await readAs(read, notice, id);
    if (!record) return refuse('NotFound', { id });
    if (record.status !== 'producing') return refuse('NotInProduction', { no: record.no });
    const counted = mergeCounted(input.lines);
    if (!counted.ok) return counted;
    const before = await producedOf(read, record);
    const lines: Inbound['lines'] = [];
    for (const { line, quantity, serials } of counted.value) {
      const item = record.body.lines.find((one) => one.line === line);
      const open = (item?.quantity ?? 0) - (before.get(line) ?? 0);
      if (!item || quantity > open) return refuse('MoreThanAgreed', { line: line + 1, open: Math.max(0, open), quantity });
      const { line: _line, ...goods } = item;
      lines.push({ ...goods, quantity, cost: 0, ...(serials ? { serials: [...serials] } : {}) });
    }
    const from = record.body.plant || record.no;
    const { location, slipNo, certificateNo, certificate, notes } = input;
    const entry = { location, slipNo, certificateNo, certificate, notes, from, lines, source: id, party: record.party };
    const received = await receiveFinished(entry)(read, moment);
    if (!received.ok) return received;
    const { inbound } = received.value.answer;
    const produced = act(notice, record, 'produced', { inbound, lines: counted.value }, moment);
    if (!produced.ok) return produced;
    const now = new Map(counted.value.map(({ line, quantity }) => [line, quantity]));
    const isLast = record.body.lines.every(({ line, quantity }) => (before.get(line) ?? 0) + (now.get(line) ?? 0) >= quantity);
    const finished = isLast ? act(notice, produced.value, 'finished', {}, moment) : produced;
    return finished.ok ? ok({ records: [...received.value.records, untyped(finished.value)], answer: { inbound } }) : finished;
  };
}

/** Refuses with ReasonMissing. */
export function cancelNotice(id: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(notice, id, 'cancelled', { data: { reason: reason.trim() } })(read, moment);
}
