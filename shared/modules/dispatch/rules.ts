/** Use cases of dispatch (DSP-01…07, STK-08): note, release, picking, stock-out, signed copy, booking. */
import { daysBetween, type Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Blocked, type Moment, type Overrides } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { signsFor } from '#shared/policy/roles.ts';
import { writtenContractFacts } from '../contract/facts.ts';
import { mergeCounted, type Counted } from '../order/counted.ts';
import { creditFacts, readOrder } from '../order/facts.ts';
import { partValue } from '../order/goods-out.ts';
import { isOnAccount, order } from '../order/module.ts';
import { orderProgress } from '../order/progress.ts';
import { stockout, type Stockout } from '../stockout/module.ts';
import { wrongOutgoing, type NamedLine } from '../product/piece-rules.ts';
import { dispatch, pickedPieces, type Dispatch } from './module.ts';

export interface DispatchInput {
  order: string;
  /** Thousandths by order line; part of a line makes a partial delivery. */
  lines: readonly Counted[];
  delivery: Pick<Dispatch, 'type' | 'consignee' | 'phone' | 'address' | 'carrier' | 'vehicle' | 'driver' | 'expected' | 'notes'>;
  overrides?: Overrides;
}

/**
 * Writes a dispatch note; on account the limit and overdue debts are looked at again (G-07), under a contract that it still binds (G-17).
 * Refuses with NotFound, OrderNotReleased, NoLines, QuantityNotPositive, MoreThanOrdered.
 */
export function writeDispatch(input: DispatchInput): Decide<{ dispatch: string }> {
  return async (read, moment) => {
    const sale = await readOrder(read, input.order);
    if (!sale) return refuse('NotFound', { id: input.order });
    if (sale.status !== 'released' || sale.body.class !== 'delivery') return refuse('OrderNotReleased', { status: sale.status });
    const wanted = mergeCounted(input.lines);
    if (!wanted.ok) return wanted;
    const progress = await orderProgress(read, sale);
    const lines: Dispatch['lines'] = [];
    for (const { line, quantity } of wanted.value) {
      const item = sale.body.lines[line];
      const open = progress[line]?.open ?? { quantity: 0, value: 0 };
      if (!item || quantity > open.quantity) return refuse('MoreThanOrdered', { line: line + 1, open: open.quantity, quantity });
      const { product, code, name, spec, unit, price } = item;
      lines.push({ product, code, name, spec, unit, price, line, quantity, value: partValue(open, quantity) });
    }
    // The order itself is among the promises already, so nothing is added to them.
    const credit = isOnAccount(sale.body) ? await creditFacts(read, sale.party, 0, moment.today) : null;
    const written = await writtenContractFacts(read, moment.policy.parameters, sale.body);
    const body: Dispatch = { ...input.delivery, order: sale.id, orderNo: sale.no, location: sale.body.location, lines };
    const made = commitNew(dispatch, body, moment, {
      party: sale.party,
      source: sale.id,
      gates: [...(credit ? (['G-07'] as const) : []), ...(written ? (['G-17'] as const) : [])],
      facts: { ...(credit ? { 'G-07': credit.limit } : {}), ...(written ? { 'G-17': written } : {}) },
      ...(input.overrides ? { overrides: input.overrides } : {}),
    });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { dispatch: made.value.id } }) : made;
  };
}

/** The sales department manager signs the note (G-29); never the one who wrote it. */
export function releaseDispatch(id: string): Decide {
  return takeStep(dispatch, id, 'released', {
    facts: (_note, { actor }) => ({
      'G-29': { signedByManager: signsFor(actor, ['manager']) },
    }),
  });
}

/** The manager does not sign; the writer makes a new note. */
export function returnDispatch(id: string, reason: string): Decide {
  return withReason(id, 'returned', reason);
}

/** Before the goods are out. What has left comes back by a return slip. */
export function cancelDispatch(id: string, reason: string): Decide {
  return withReason(id, 'cancelled', reason);
}

function withReason(id: string, step: string, reason: string): Decide {
  return async (read, moment) => {
    if (reason.trim() === '') return refuse('ReasonMissing');
    return takeStep(dispatch, id, step, { data: { reason: reason.trim() } })(read, moment);
  };
}

/** 配货 for a note (G-33, STK-03), counted by the picker. Refuses with LinesDiffer, and as `wrongOutgoing` does. */
export function markPicked(id: string, counted: readonly Counted[]): Decide {
  return async (read, moment) => {
    const note = await readDispatch(read, id);
    if (!note) return refuse('NotFound', { id });
    const lines = mergeCounted(counted);
    if (!lines.ok) return lines;
    if (!sameLines(note, lines.value)) return refuse('LinesDiffer', { wanted: total(note.body.lines), issued: total(lines.value) });
    // A picker may leave the choice of the pieces to whoever issues the goods.
    const piece = await wrongOutgoing(read, note.body.location, named(note, lines.value), { by: id, isPart: ({ serials }) => !serials });
    if (piece) return { ok: false, refusal: piece };
    const picked = act(dispatch, note, 'picked', { lines: lines.value }, moment, { 'G-33': { slip: note.no !== '' } });
    return picked.ok ? ok({ records: [untyped(picked.value)], answer: null }) : picked;
  };
}

/** Delay or exception with what is proposed (DSP-07), on the note and in the order's log. Refuses with ReasonMissing. */
export function delayDispatch(id: string, delay: { reason: string; solution: string; expected: Day }): Decide {
  return async (read, moment) => {
    const note = await readDispatch(read, id);
    const sale = note && (await readOrder(read, note.body.order));
    if (!note || !sale) return refuse('NotFound', { id });
    if (delay.reason.trim() === '') return refuse('ReasonMissing');
    const delayed = act(dispatch, note, 'delayed', { ...delay }, moment);
    if (!delayed.ok) return delayed;
    const text = [delay.reason.trim(), delay.solution.trim(), delay.expected].filter(Boolean).join(' · ');
    const noted = act(order, sale, 'noted', { topic: 'delay', text, solves: '', dispatch: id }, moment);
    return noted.ok ? ok({ records: [untyped(delayed.value), untyped(noted.value)], answer: null }) : noted;
  };
}

/** 出库: the stock-out slip, the note's step and the order's mark in one write (G-30). Refuses with NotFound, LinesDiffer, NotEnoughStock, and as `wrongOutgoing` does. */
export function issueStock(id: string, counted: readonly Counted[]): Decide<{ stockout: string }> {
  return async (read, moment) => {
    const note = await readDispatch(read, id);
    if (!note) return refuse('NotFound', { id });
    const issued = await issue(read, moment, note, counted);
    return issued.ok
      ? ok({ records: [...issued.value.others, untyped(issued.value.note)], answer: { stockout: issued.value.stockout } })
      : issued;
  };
}

/** The customer comes for the goods (DSP-06): stock-out and his signature at the counter in one write. */
export function handCollection(
  id: string,
  counted: readonly Counted[],
  copy: { name: string; file: string },
): Decide<{ stockout: string }> {
  return async (read, moment) => {
    const note = await readDispatch(read, id);
    if (!note) return refuse('NotFound', { id });
    if (note.body.type !== 'collection') return refuse('NotForCollection', { no: note.no });
    if (copy.name.trim() === '') return refuse('NameMissing');
    const issued = await issue(read, moment, note, counted);
    if (!issued.ok) return issued;
    const signed = act(dispatch, issued.value.note, 'signed', { ...copy, name: copy.name.trim(), day: moment.today }, moment);
    return signed.ok
      ? ok({ records: [...issued.value.others, untyped(signed.value)], answer: { stockout: issued.value.stockout } })
      : signed;
  };
}

async function issue(
  read: Reader,
  moment: Moment,
  note: DocumentRecord<Dispatch>,
  counted: readonly Counted[],
): Promise<Result<{ note: DocumentRecord<Dispatch>; others: AnyRecord[]; stockout: string }, Blocked>> {
  const sale = await readOrder(read, note.body.order);
  if (!sale) return refuse('NotFound', { id: note.body.order });
  const lines = mergeCounted(counted);
  if (!lines.ok) return lines;
  const wanted = total(note.body.lines);
  const issued = total(lines.value);
  if (issued === wanted && !sameLines(note, lines.value)) return refuse('LinesDiffer', { wanted, issued });
  const out = act(dispatch, note, 'out', { day: moment.today }, moment, { 'G-30': { signed: note.status !== 'drafted', wanted, issued } });
  if (!out.ok) return out;
  const leaving = new Map<string, number>();
  for (const { product, name, quantity } of note.body.lines) {
    const gone = (leaving.get(product) ?? 0) + quantity;
    const there = await read.balance(`stock/${note.body.location}/${product}`);
    if (there < gone) return refuse('NotEnoughStock', { name, there, wanted: gone });
    leaving.set(product, gone);
  }
  const { location, consignee } = note.body;
  const pieces = chosenFor(note, lines.value);
  const piece = await wrongOutgoing(read, location, named(note, pieces), { by: note.id });
  if (piece) return { ok: false, refusal: piece };
  const serialsOf = (number: number) => pieces.find(({ line }) => line === number)?.serials ?? [];
  const goods = note.body.lines.map(({ price: _price, ...item }): Stockout['lines'][number] => {
    const serials = serialsOf(item.line);
    return serials.length > 0 ? { ...item, serials: [...serials] } : item;
  });
  const { contract } = sale.body;
  const whose = { order: sale.id, ...(contract ? { contract } : {}), location, consignee, seller: sale.owner };
  const body = { dispatch: note.id, dispatchNo: note.no, ...whose, lines: goods };
  const slip = commitNew(stockout, body, moment, { party: note.party, source: note.id });
  if (!slip.ok) return slip;
  const shippedPieces = goods.flatMap(({ line, serials }) => (serials ? [{ line, serials }] : []));
  const went = { dispatch: note.id, stockout: slip.value.id, day: moment.today };
  const shipped = act(order, sale, 'shipped', shippedPieces.length > 0 ? { ...went, lines: shippedPieces } : went, moment);
  if (!shipped.ok) return shipped;
  return ok({ note: out.value, others: [untyped(slip.value), untyped(shipped.value)], stockout: slip.value.id });
}

/** The customer's copy is back, signed (DSP-04). A delivery has to have gone through the gate. Refuses with NotThroughTheGate, NameMissing. */
export function recordSignedCopy(id: string, copy: { name: string; day: Day; file: string }): Decide {
  return async (read, moment) => {
    const note = await readDispatch(read, id);
    if (!note) return refuse('NotFound', { id });
    if (note.body.type === 'delivery' && note.status === 'out') return refuse('NotThroughTheGate', { no: note.no });
    if (copy.name.trim() === '') return refuse('NameMissing');
    if (copy.day > moment.today) return refuse('DayInFuture', { day: copy.day });
    const signed = act(dispatch, note, 'signed', { ...copy, name: copy.name.trim() }, moment);
    return signed.ok ? ok({ records: [untyped(signed.value)], answer: null }) : signed;
  };
}

/** Finance books the delivery: only with the signed copy (G-32). */
export function bookDelivery(id: string): Decide {
  return async (read, moment) =>
    takeStep(dispatch, id, 'booked', {
      data: { day: moment.today },
      facts: (note) => ({ 'G-32': { customerSigned: note.events.some((event) => event.type === 'signed') } }),
    })(read, moment);
}

export interface UnsignedSlip {
  record: DocumentRecord<Dispatch>;
  /** Days since the goods left. */
  age: number;
  late: boolean;
}

/** Deliveries out whose signed copy is not back (S5.33), oldest first. */
export async function unsignedSlips(read: Reader, today: Day, parameters: Moment['policy']['parameters']): Promise<UnsignedSlip[]> {
  const slips: UnsignedSlip[] = [];
  for (const status of ['out', 'passed']) {
    for (const row of (await read.all({ kind: dispatch.kind, status })).rows) {
      const record = dispatch.read(row);
      const left = record.events.findLast(({ type }) => type === 'out')?.data.day;
      const age = daysBetween(typeof left === 'string' ? left : record.day, today);
      slips.push({ record, age, late: age > threshold(parameters, 'dispatch.signed_copy_days') });
    }
  }
  return slips.toSorted((a, b) => b.age - a.age);
}

export interface SlipAge {
  /** Days since the goods left, both ends included; `to` null: and older. */
  from: number;
  to: number | null;
  count: number;
  amount: Fen;
}

/** Unsigned slips by age: in time, then the same classes as debts. */
export function slipAges(slips: readonly UnsignedSlip[], parameters: Moment['policy']['parameters']): SlipAge[] {
  const edges = [
    threshold(parameters, 'dispatch.signed_copy_days'),
    threshold(parameters, 'receivable.age_days_1'),
    threshold(parameters, 'receivable.age_days_2'),
    threshold(parameters, 'receivable.age_days_3'),
  ].toSorted((a, b) => a - b);
  return [...edges, null].map((to, index) => {
    const from = index === 0 ? 0 : (edges[index - 1] ?? 0) + 1;
    const found = slips.filter(({ age }) => (age >= from || index === 0) && (to === null || age <= to));
    return { from, to, count: found.length, amount: found.reduce((sum, { record }) => sum + record.amount, 0) };
  });
}

export function readDispatch(read: Reader, id: string): Promise<DocumentRecord<Dispatch> | null> {
  return readAs(read, dispatch, id);
}

/** As counted; where nothing is said, the pieces the picker put ready. */
function chosenFor(note: DocumentRecord<Dispatch>, counted: readonly Counted[]): Counted[] {
  const picked = pickedPieces(note);
  return counted.map((part) => {
    const put = picked.find(({ line }) => line === part.line)?.serials ?? [];
    return part.serials || put.length === 0 ? part : { ...part, serials: put };
  });
}

function named({ body }: DocumentRecord<Dispatch>, counted: readonly Counted[]): NamedLine[] {
  return body.lines.flatMap(({ line, product, name }, index) => {
    const part = counted.find((one) => one.line === line);
    return part ? [{ line: index, product, name, quantity: part.quantity, serials: part.serials }] : [];
  });
}

function total(lines: readonly { quantity: number }[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

function sameLines(note: DocumentRecord<Dispatch>, counted: readonly Counted[]): boolean {
  const byLine = new Map(counted.map(({ line, quantity }) => [line, quantity]));
  return byLine.size === note.body.lines.length && note.body.lines.every(({ line, quantity }) => byLine.get(line) === quantity);
}
