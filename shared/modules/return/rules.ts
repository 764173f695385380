/** 退货 (ORD-09, S8.8): asked for, approved by somebody else, received, money back. */
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import type { Method } from '../fields.ts';
import { mergeCounted, type Counted } from '../order/counted.ts';
import { readOrder } from '../order/facts.ts';
import { debtOf, partValue, partyPart } from '../order/goods-out.ts';
import { trackingOf } from '../product/piece-rules.ts';
import { piecesOf, quantityOf, type Tracking } from '../product/serials.ts';
import { orderProgress } from '../order/progress.ts';
import { receipt, type Receipt } from '../receipt/module.ts';
import { tillOf } from '../receipt/drawer.ts';
import { returnSlip, type Return } from './module.ts';

export interface ReturnInput {
  order: string;
  lines: readonly Counted[];
  reason: string;
  condition: Return['condition'];
}

/** Never more than was handed over less what came or is coming back. Refuses with NotFound, ReasonMissing, NoLines, QuantityNotPositive, MoreThanHanded, SerialsDiffer, SerialNotHanded. */
export function askReturn(input: ReturnInput): Decide<{ return: string }> {
  return async (read, moment) => {
    const sale = await readOrder(read, input.order);
    if (!sale) return refuse('NotFound', { id: input.order });
    if (input.reason.trim() === '') return refuse('ReasonMissing');
    const counted = mergeCounted(input.lines);
    if (!counted.ok) return counted;
    const progress = await orderProgress(read, sale);
    const lines: Return['lines'] = [];
    const tracking = await trackingOf(read, sale.body.lines);
    for (const { line, quantity, serials } of counted.value) {
      const item = sale.body.lines[line];
      const reached = progress[line];
      const rest = reached
        ? { quantity: reached.gone.quantity - reached.returned.quantity, value: reached.gone.value - reached.returned.value }
        : { quantity: 0, value: 0 };
      if (!item || quantity > rest.quantity) return refuse('MoreThanHanded', { line: line + 1, handed: rest.quantity, quantity });
      const { product, code, name, spec, unit, price } = item;
      const back = piecesBack({ line, quantity, serials, name }, reached?.serials ?? [], tracking.get(product) ?? 'none');
      if (!back.ok) return back;
      const pieces = back.value.length > 0 ? { serials: [...back.value] } : {};
      lines.push({ product, code, name, spec, unit, line, quantity, price, value: partValue(rest, quantity), ...pieces });
    }
    const body: Return = {
      order: sale.id,
      ...(sale.body.contract ? { contract: sale.body.contract } : {}),
      orderNo: sale.no,
      customerName: sale.body.customerName,
      seller: sale.owner,
      location: sale.body.location,
      reason: input.reason.trim(),
      condition: input.condition,
      lines,
      total: lines.reduce((sum, line) => sum + line.value, 0),
    };
    const made = commitNew(returnSlip, body, moment, { party: sale.party, source: sale.id });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { return: made.value.id } }) : made;
  };
}

/** Which pieces come back: those named, or all the customer has when all come. Goods sold before their pieces were told apart have none. */
function piecesBack(back: Counted & { name: string }, had: readonly string[], tracking: Tracking): Result<readonly string[]> {
  const { line, quantity, name } = back;
  const serials = back.serials ?? (quantityOf(had) === quantity ? had : []);
  const wanted = piecesOf(quantity);
  if (serials.length === 0 && (tracking === 'none' || had.length === 0)) return ok([]);
  if (wanted === null) return refuse('PiecesNotWhole', { line: line + 1, name });
  const wrong = serials.find((serial, index) => !had.includes(serial) || serials.indexOf(serial) !== index);
  if (wrong !== undefined) return refuse('SerialNotHanded', { line: line + 1, serial: wrong });
  const unnamed = wanted - serials.length;
  return serials.length > wanted || (unnamed > 0 && had.length > serials.length)
    ? refuse('SerialsDiffer', { line: line + 1, name, pieces: Math.min(wanted, had.length), named: serials.length })
    : ok(serials);
}

export function approveReturn(id: string): Decide {
  return takeStep(returnSlip, id, 'approved');
}

export function refuseReturn(id: string, reason: string): Decide {
  return withReason(id, 'refused', reason);
}

/** The customer keeps the goods after all. */
export function withdrawReturn(id: string, reason: string): Decide {
  return withReason(id, 'withdrawn', reason);
}

function withReason(id: string, step: string, reason: string): Decide {
  return async (read, moment) => {
    if (reason.trim() === '') return refuse('ReasonMissing');
    return takeStep(returnSlip, id, step, { data: { reason: reason.trim() } })(read, moment);
  };
}

export interface Received {
  /** As found on looking at the goods; as asked when left out. */
  condition?: Return['condition'];
  /** Money is given back at once, by this method. */
  method?: Method;
}

/**
 * The goods are back; a cashier may give the money back in the same write, up to what the customer then has too much with us.
 * Refuses with NotFound, NothingToRefund.
 */
export function receiveReturn(id: string, { condition, method }: Received = {}): Decide<{ receipt: string | null; refunded: number }> {
  return async (read, moment) => {
    const slip = await readAs(read, returnSlip, id);
    if (!slip) return refuse('NotFound', { id });
    const received = act(returnSlip, slip, 'received', { day: moment.today, condition: condition ?? slip.body.condition }, moment);
    if (!received.ok) return received;
    const records = [untyped(received.value)];
    if (!method) return ok({ records, answer: { receipt: null, refunded: 0 } });
    const { orderNo, total, customerName } = slip.body;
    const debt = debtOf(slip.body);
    const owed = (await read.balance(`receivable/${partyPart(slip.party)}/${debt}`)) - total;
    const amount = Math.min(total, -owed);
    if (amount <= 0) return refuse('NothingToRefund', { no: orderNo });
    const body: Receipt = {
      type: 'refund',
      payer: customerName,
      method,
      amount: -amount,
      tendered: 0,
      change: 0,
      reason: slip.no || orderNo,
      remarks: '',
      reverses: '',
      parts: [{ source: debt, no: orderNo, party: slip.party, amount: -amount }],
      ...tillOf(moment, 'out'),
    };
    const made = commitNew(receipt, body, moment, { party: slip.party, source: debt });
    if (!made.ok) return made;
    const back = body.heldBy === '' ? act(receipt, made.value, 'handed', { handover: '' }, moment) : made;
    if (!back.ok) return back;
    return ok({ records: [...records, untyped(back.value)], answer: { receipt: back.value.id, refunded: amount } });
  };
}
