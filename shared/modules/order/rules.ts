/** Use cases of the counter (SHP-01, PAY-03): each looks at the book, decides and returns what is to be written. */
import { lineAmount, type Fen, type Milli } from '#shared/core/money.ts';
import { ok, refuse, type Refusal } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Overrides } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer } from '../customer/module.ts';
import { writtenContractFacts } from '../contract/facts.ts';
import { mergeCounted, type Counted } from './counted.ts';
import {
  closingFacts,
  creditFacts,
  depositGroup,
  dueOf,
  floorFacts,
  moneyFacts,
  openTroubles,
  readOrder,
  shortageFacts,
  shortLines,
} from './facts.ts';
import { partValue, partyPart } from './goods-out.ts';
import { hasEvent, isOnAccount, order, type Handed, type Order } from './module.ts';
import { priceLines } from '../policy/price-lines.ts';
import { readPolicy } from '../policy/rules.ts';
import { wrongOutgoing, type NamedLine } from '../product/piece-rules.ts';
import { quantityOf } from '../product/serials.ts';
import { orderProgress } from './progress.ts';
import { isQuoted } from './quoted.ts';
import { piecesChosen, piecesGone } from './sold-pieces.ts';

export interface OrderInput {
  /** `quotation`: the one it is sold from, when `source` says something else. */
  body: Omit<Order, 'total'>;
  /** Customer's id, '' for a walk-in without a file. */
  party: string;
  /** What the customer confirmed (G-21). */
  confirmed: { quantity: boolean; specification: boolean; price: boolean; delivery: boolean };
  /** What was agreed about missing goods (G-23). */
  shortage: { told: boolean; choice: '' | 'substitute' | 'purchase' | 'wait' };
  /** Document it came from: a visit, the order it corrects, the return it exchanges. */
  source?: string;
  /** What exactly the goods come to under their contract: its parts add up, which rounded lines need not. */
  agreed?: Fen;
  overrides?: Overrides;
}

/**
 * Takes an order. A counter class goes through confirmation and stock check to release in the same write; a delivery, and goods whose
 * order a supervisor must sign (G-24), wait for review. A prospect who orders becomes a customer.
 * Refuses with NoLines, QuantityNotPositive, PhoneMissing, TotalIsNegative, NotFound, CustomerIsMerged, CreditNeedsFile,
 * as `wrongOutgoing` does, or Blocked by G-02, G-05, G-07, G-17, G-20, G-21, G-23.
 */
export function takeOrder(input: OrderInput): Decide<{ order: string }> {
  return async (read, moment) => {
    const { body, party, overrides } = input;
    const wrong = wrongLine(body);
    if (wrong) return wrong;
    if (body.channel !== 'counter' && body.phone === '' && party === '') return refuse('PhoneMissing');
    const buyer = await readAs(read, customer, party);
    if (party !== '' && !buyer) return refuse('NotFound', { id: party });
    if (buyer?.status === 'merged') return refuse('CustomerIsMerged', { name: buyer.body.name });

    const inForce = await readPolicy(read, moment.today);
    // Under a contract the prices were approved with its application.
    const asked = body.contract
      ? body.lines.map((line) => ({ ...line, floor: 0 }))
      : await priceLines(read, body.lines, inForce?.body ?? null, buyer?.body.class ?? null);
    const lines = asked.map((line) => {
      const price = line.gift ? 0 : line.price;
      const { serials, ...item } = line;
      // Goods that go out by a dispatch note are chosen by whoever picks them.
      const pieces = serials?.length && body.class !== 'delivery' ? { serials } : {};
      return { ...item, ...pieces, price, amount: lineAmount(price, line.quantity) };
    });
    const total = input.agreed ?? lines.reduce((sum, line) => sum + line.amount, 0) - body.discount;
    if (total < 0) return refuse('TotalIsNegative', { discount: body.discount, total });
    const { quotation: from = input.source ?? '', ...typed } = body;
    const isApproved = await isQuoted(read, from, { ...body, party, lines });
    const whole: Order = { ...typed, lines, total, ...(isApproved ? { quotation: from } : {}) };
    const credit = isOnAccount(whole) ? await creditFacts(read, party, total, moment.today) : null;
    if (isOnAccount(whole) && !credit) return refuse('CreditNeedsFile', { name: body.customerName });

    const written = await writtenContractFacts(read, moment.policy.parameters, body);

    const made = commitNew(order, whole, moment, {
      party,
      source: input.source ?? '',
      gates: ['G-02', ...(credit ? (['G-05', 'G-06', 'G-07'] as const) : []), ...(written ? (['G-17', 'G-20'] as const) : [])],
      facts: {
        'G-02': { ...floorFacts(whole), approved: isApproved },
        ...(credit ? { 'G-05': credit.file, 'G-06': credit.grade, 'G-07': credit.limit } : {}),
        ...(written ? { 'G-17': written, 'G-20': { contractNo: (body.contractNo ?? '') !== '', template: written.inForce === true } } : {}),
      },
      ...(overrides ? { overrides } : {}),
    });
    if (!made.ok) return made;
    const confirmed = act(order, made.value, 'confirmed', { ...input.confirmed }, moment, { 'G-21': { ...input.confirmed } }, overrides);
    if (!confirmed.ok) return confirmed;
    const short = await shortLines(read, whole);
    const missing = new Set(short.map(({ product }) => product));
    // Who carries the goods away has them in his hands; what is short, or fetched later, is chosen then.
    const isPart = (line: NamedLine) => body.class !== 'carry' || missing.has(line.product);
    const piece = await wrongOutgoing(
      read,
      body.location,
      lines.map((item, line) => ({ ...item, line })),
      { isPart },
    );
    if (piece) return { ok: false, refusal: piece };
    const stock = { 'G-23': shortageFacts(short, input.shortage) };
    const checked = act(order, confirmed.value, 'checked', { short, choice: input.shortage.choice }, moment, stock, overrides);
    if (!checked.ok) return checked;
    const waits = body.class === 'delivery' || (await depositGroup(read, whole)) !== 'general';
    const released = waits ? checked : act(order, checked.value, 'released', {}, moment);
    if (!released.ok) return released;
    const records = [untyped(released.value)];
    if (buyer?.status === 'prospect' || buyer?.status === 'dormant') {
      const bought = act(customer, buyer, 'bought', { order: released.value.id }, moment);
      if (!bought.ok) return bought;
      records.push(untyped(bought.value));
    }
    return ok({ records, answer: { order: released.value.id } });
  };
}

function wrongLine(body: OrderInput['body']) {
  if (body.lines.length === 0) return refuse('NoLines');
  const bad = body.lines.findIndex((line) => !Number.isSafeInteger(line.quantity) || line.quantity <= 0);
  return bad < 0 ? null : refuse('QuantityNotPositive', { line: bad + 1 });
}

/**
 * Gives goods over the counter; `counted` in thousandths by line. Class A only after payment and stamp (G-36).
 * Pieces the slip names go out without being named again. Refuses with NotFound, NeedsDispatchNote, NoLines, QuantityNotPositive,
 * MoreThanOrdered, NotEnoughStock, SerialNotOnSlip, and as `wrongOutgoing` does.
 */
export function handGoods(id: string, counted: readonly Counted[]): Decide {
  return async (read, moment) => {
    const record = await readOrder(read, id);
    if (!record) return refuse('NotFound', { id });
    if (record.body.class === 'delivery') return refuse('NeedsDispatchNote', { no: record.no });
    const moved = mergeCounted(counted);
    if (!moved.ok) return moved;
    const lines: Handed[] = [];
    const leaving = new Map<string, number>();
    for (const { line, quantity, serials } of moved.value) {
      const item = record.body.lines[line];
      const open = item ? await read.balance(`undelivered/${id}/${line}`) : 0;
      if (!item || quantity > open) return refuse('MoreThanOrdered', { line: line + 1, open, quantity });
      const there = await read.balance(`stock/${record.body.location}/${item.product}`);
      const gone = (leaving.get(item.product) ?? 0) + quantity;
      if (there < gone) return refuse('NotEnoughStock', { name: item.name, there, wanted: gone });
      leaving.set(item.product, gone);
      const unbilled = await read.balance(`unbilled/${partyPart(record.party)}/${id}/${line}`);
      const value = partValue({ quantity: open, value: unbilled }, quantity);
      const given = serials ?? piecesInReach(record, line, quantity);
      const stranger = notOnSlip(record, line, given);
      if (stranger) return { ok: false, refusal: stranger };
      lines.push({ line, quantity, value, ...(given.length > 0 ? { serials: given } : {}) });
    }
    const named = lines.map((part) => ({ ...part, product: record.body.lines[part.line]?.product ?? '', name: nameOf(record, part.line) }));
    const piece = await wrongOutgoing(read, record.body.location, named, { by: id });
    if (piece) return { ok: false, refusal: piece };
    const handed = act(order, record, 'handed', { day: moment.today, lines }, moment, { 'G-36': await moneyFacts(read, record, true) });
    return handed.ok ? ok({ records: [untyped(handed.value)], answer: null }) : handed;
  };
}

/** What was chosen before, when it is all that goes now. */
function piecesInReach(record: DocumentRecord<Order>, line: number, quantity: Milli): readonly string[] {
  const chosen = piecesChosen(record, line);
  return quantityOf(chosen) === quantity ? chosen : [];
}

/** The pieces on the customer's slip are his; another one may only go for those the slip leaves open. */
function notOnSlip(record: DocumentRecord<Order>, line: number, given: readonly string[]): Refusal | null {
  const item = record.body.lines[line];
  const named = item?.serials ?? [];
  const others = [...piecesGone(record.events, line, ['handed']), ...given].filter((serial) => !named.includes(serial));
  const serial = others.at(-1);
  if (!item || serial === undefined || quantityOf([...named, ...others]) <= item.quantity) return null;
  return { code: 'SerialNotOnSlip', values: { line: line + 1, serial, named: named.join(' ') } };
}

function nameOf(record: DocumentRecord<Order>, line: number): string {
  return record.body.lines[line]?.name ?? '';
}

/**
 * 核单: money in and stamped (G-36) or signed on account (G-37), nothing left to hand over, no trouble open, deliveries booked (ORD-08).
 * Refuses with NotFound, GoodsStillOwed, TroubleOpen, DispatchUnderWay, ReturnUnderWay.
 */
export function closeOrder(id: string): Decide {
  return async (read, moment) => {
    const record = await readOrder(read, id);
    if (!record) return refuse('NotFound', { id });
    const open = [...(await read.balances(`undelivered/${id}/`)).values()].reduce((sum, amount) => sum + amount, 0);
    if (open > 0) return refuse('GoodsStillOwed', { open });
    const trouble = openTroubles(record)[0];
    if (trouble) return refuse('TroubleOpen', { text: String(trouble.data.text ?? '') });
    const notes = (await read.all({ kind: 'dispatch', source: id })).rows;
    // Goods the customer came for are done with his signature at the counter (DSP-06); a delivery with finance's booking (G-32).
    const done = (row: (typeof notes)[number]) =>
      ['booked', 'returned', 'cancelled'].includes(row.status) || (row.status === 'signed' && row.body.type === 'collection');
    const waiting = notes.find((row) => !done(row));
    if (waiting) return refuse('DispatchUnderWay', { no: waiting.no });
    const coming = (await read.all({ kind: 'return', source: id })).rows.find((row) => ['asked', 'approved'].includes(row.status));
    if (coming) return refuse('ReturnUnderWay', { no: coming.no });

    const { money, signature } = await closingFacts(read, record);
    const closed = act(order, record, 'closed', {}, moment, { 'G-36': money, 'G-37': signature });
    return closed.ok ? ok({ records: [untyped(closed.value)], answer: null }) : closed;
  };
}

/**
 * Takes an order out of the books. Only when nothing happened on it: refuses with ReasonMissing, GoodsHandedOver, MoneyReceived,
 * DispatchUnderWay or PickupUnderWay, which say what must be reversed first.
 */
export function voidOrder(id: string, reason: string): Decide {
  return async (read, moment) => {
    const record = await readOrder(read, id);
    if (!record) return refuse('NotFound', { id });
    if (reason.trim() === '') return refuse('ReasonMissing');
    if (hasEvent(record, 'handed') || hasEvent(record, 'shipped')) return refuse('GoodsHandedOver', { no: record.no });
    const { received } = await dueOf(read, record);
    if (received !== 0) return refuse('MoneyReceived', { received });
    const note = (await read.all({ kind: 'dispatch', source: id })).rows.find((row) => !['returned', 'cancelled'].includes(row.status));
    if (note) return refuse('DispatchUnderWay', { no: note.no });
    const busy = new Set(['written', 'photographed', 'recorded', 'drawn']);
    const pickup = (await read.all({ kind: 'pickup', source: id })).rows.find((row) => busy.has(row.status));
    if (pickup) return refuse('PickupUnderWay', { no: pickup.no });
    const voided = act(order, record, 'voided', { reason: reason.trim() }, moment);
    return voided.ok ? ok({ records: [untyped(voided.value)], answer: null }) : voided;
  };
}

/** What has neither gone nor is on a dispatch note will not be delivered any more; the total shrinks by it. Refuses with NothingOpen. */
export function cancelRest(id: string, reason: string): Decide {
  return async (read, moment) => {
    const record = await readOrder(read, id);
    if (!record) return refuse('NotFound', { id });
    if (reason.trim() === '') return refuse('ReasonMissing');
    const lines = (await orderProgress(read, record)).flatMap(({ open }, line) => (open.quantity > 0 ? [{ line, ...open }] : []));
    if (lines.length === 0) return refuse('NothingOpen', { no: record.no });
    const shortened = act(order, record, 'shortened', { day: moment.today, reason: reason.trim(), lines }, moment);
    return shortened.ok ? ok({ records: [untyped(shortened.value)], answer: null }) : shortened;
  };
}

/** A returned or voided order done again, better: a new order whose `source` is the old one. Refuses with NotReturned, CorrectAtContract, AlreadyCorrected. */
export function correctOrder(id: string, input: OrderInput): Decide<{ order: string }> {
  return async (read, moment) => {
    const record = await readOrder(read, id);
    if (!record) return refuse('NotFound', { id });
    if (record.status !== 'returned' && record.status !== 'voided') return refuse('NotReturned', { status: record.status });
    if (record.body.contract) return refuse('CorrectAtContract', { no: record.body.contractNo ?? '' });
    const later = (await read.all({ kind: order.kind, source: id })).rows.find(
      (row) => row.status !== 'voided' && row.status !== 'returned',
    );
    if (later) return refuse('AlreadyCorrected', { no: later.no });
    const { quotation = record.source } = record.body;
    return takeOrder({ ...input, source: id, body: { ...input.body, quotation } })(read, moment);
  };
}
