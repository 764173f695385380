/** Use cases of the counter (SHP-01, PAY-03): each looks at the book, decides and returns what is to be written. */
import type { Day } from '#shared/core/calendar.ts';
import { daysBetween } from '#shared/core/calendar.ts';
import { lineAmount, type Fen } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Overrides } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { customer } from '../customer/module.ts';
import { fileFacts } from '../customer/rules.ts';
import { dueDay, hasEvent, order, partyPart, valueOf, type Handed, type Order } from './module.ts';

export interface OrderInput {
  body: Omit<Order, 'total'>;
  /** Customer's id, '' for a walk-in without a file. */
  party: string;
  /** What the customer confirmed (G-21). */
  confirmed: { quantity: boolean; specification: boolean; price: boolean; delivery: boolean };
  /** What was agreed about missing goods (G-23). */
  shortage: { told: boolean; choice: '' | 'substitute' | 'purchase' | 'wait' };
  overrides?: Overrides;
}

/**
 * Takes an order. A counter class goes through confirmation and stock check to release in the same write; a delivery waits for review.
 * Refuses with TotalIsNegative, CreditNeedsFile, or Blocked by G-02, G-05, G-07, G-21, G-23.
 */
export function takeOrder(input: OrderInput): Decide<{ order: string }> {
  return async (read, moment) => {
    const { body, party, overrides } = input;
    const lines = body.lines.map((line) => ({ ...line, amount: lineAmount(line.price, line.quantity) }));
    const total = lines.reduce((sum, line) => sum + line.amount, 0) - body.discount;
    if (total < 0) return refuse('TotalIsNegative', { discount: body.discount, total });
    const onAccount = body.class === 'account';
    const credit = onAccount ? await creditFacts(read, party, total, moment.today) : null;
    if (onAccount && !credit) return refuse('CreditNeedsFile', { name: body.customerName });

    const made = commitNew(order, { ...body, lines, total }, moment, {
      party,
      gates: credit ? ['G-02', 'G-05', 'G-07'] : ['G-02'],
      facts: { 'G-02': floorFacts(lines), ...(credit ? { 'G-05': credit.file, 'G-07': credit.limit } : {}) },
      ...(overrides ? { overrides } : {}),
    });
    if (!made.ok) return made;
    const confirmed = act(order, made.value, 'confirmed', { ...input.confirmed }, moment, { 'G-21': { ...input.confirmed } }, overrides);
    if (!confirmed.ok) return confirmed;
    const short = await shortLines(read, body);
    const stock = { short: short.reduce((sum, line) => sum + line.missing, 0), lines: short.length, ...input.shortage };
    const checked = act(order, confirmed.value, 'checked', { short, choice: input.shortage.choice }, moment, { 'G-23': stock }, overrides);
    if (!checked.ok) return checked;
    if (body.class === 'delivery') return ok({ records: [untyped(checked.value)], answer: { order: checked.value.id } });
    const released = act(order, checked.value, 'released', {}, moment);
    return released.ok ? ok({ records: [untyped(released.value)], answer: { order: released.value.id } }) : released;
  };
}

/** Gives goods over the counter; `moved` in thousandths by line. Class A only after payment and stamp (G-36). */
export function handGoods(id: string, moved: readonly { line: number; quantity: number }[]): Decide {
  return async (read, moment) => {
    const record = await readOrder(read, id);
    if (!record) return refuse('NotFound', { id });
    if (record.body.class === 'delivery') return refuse('NeedsDispatchNote', { no: record.no });
    const lines: Handed[] = [];
    for (const { line, quantity } of moved) {
      const open = await read.balance(`undelivered/${id}/${line}`);
      if (quantity > open) return refuse('MoreThanOrdered', { line: line + 1, open, quantity });
      const before = (record.body.lines[line]?.quantity ?? 0) - open;
      lines.push({ line, quantity, value: valueOf(record.body, line, before, quantity) });
    }
    const handed = act(order, record, 'handed', { day: moment.today, lines }, moment, { 'G-36': await moneyFacts(read, record, true) });
    return handed.ok ? ok({ records: [untyped(handed.value)], answer: null }) : handed;
  };
}

/** 核单: money in and stamped (G-36) or signed on account (G-37), and nothing left to hand over. */
export function closeOrder(id: string): Decide {
  return async (read, moment) => {
    const record = await readOrder(read, id);
    if (!record) return refuse('NotFound', { id });
    const open = [...(await read.balances(`undelivered/${id}/`)).values()].reduce((sum, amount) => sum + amount, 0);
    if (open > 0) return refuse('GoodsStillOwed', { open });
    const onAccount = record.body.class === 'account';
    const closed = act(order, record, 'closed', {}, moment, {
      // A sale on account closes on the customer's signature; the money stays a receivable.
      'G-36': onAccount ? { due: 0, received: 0, stamped: true, class: 'account', goods: false } : await moneyFacts(read, record, false),
      'G-37': { customerSigned: !onAccount || hasEvent(record, 'signed') },
    });
    return closed.ok ? ok({ records: [untyped(closed.value)], answer: null }) : closed;
  };
}

export async function readOrder(read: Reader, id: string): Promise<DocumentRecord<Order> | null> {
  const found = await read.get(id);
  return found?.kind === order.kind ? order.read(found) : null;
}

/** What G-36 reads. */
export async function moneyFacts(read: Reader, record: DocumentRecord<Order>, goods: boolean): Promise<Facts> {
  const received = await read.balance(`received/${record.id}`);
  return { due: record.body.total, received, stamped: hasEvent(record, 'stamped'), class: record.body.class, goods };
}

/** Lines of which less is free at the location than wanted; thousandths. */
export async function shortLines(
  read: Reader,
  body: Pick<Order, 'location' | 'lines'>,
): Promise<{ product: string; name: string; missing: number }[]> {
  const wanted = new Map<string, { name: string; quantity: number }>();
  for (const line of body.lines)
    wanted.set(line.product, { name: line.name, quantity: (wanted.get(line.product)?.quantity ?? 0) + line.quantity });
  const short = [];
  for (const [product, { name, quantity }] of wanted) {
    const free = (await read.balance(`stock/${body.location}/${product}`)) - (await read.balance(`reserved/${body.location}/${product}`));
    if (quantity > free) short.push({ product, name, missing: quantity - Math.max(0, free) });
  }
  return short;
}

function floorFacts(lines: Order['lines']): Facts {
  const below = lines.filter((line) => !line.gift && line.price < line.floor).toSorted((a, b) => b.floor - b.price - (a.floor - a.price));
  const worst = below[0];
  return worst ? { lines: below.length, price: worst.price, floor: worst.floor, name: worst.name } : { lines: 0 };
}

/** What G-05 and G-07 read; null when the customer has no file. */
async function creditFacts(read: Reader, party: string, sale: Fen, today: Day): Promise<{ file: Facts; limit: Facts } | null> {
  const found = party === '' ? null : await read.get(party);
  if (found?.kind !== customer.kind) return null;
  const { body } = customer.read(found);
  const debts = await read.balances(`receivable/${partyPart(party)}/`);
  const orders = await read.getMany([...debts.keys()].map((path) => path.split('/')[2] ?? ''));
  let overdueDays = 0;
  let open = 0;
  for (const [path, amount] of debts) {
    open += amount;
    const source = orders.get(path.split('/')[2] ?? '');
    if (amount <= 0 || !source) continue;
    const due =
      source.kind === order.kind ? dueDay(order.read(source)) : typeof source.body.due === 'string' ? source.body.due : source.day;
    overdueDays = Math.max(overdueDays, daysBetween(due, today));
  }
  return { file: fileFacts(body), limit: { open, sale, limit: body.creditLimit, overdueDays } };
}
