/** 拿货单 (STK-04, SHP-05): missing goods bought in for one sale. */
import { lineAmount } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { readOrder } from '../order/facts.ts';
import { pickup, type Pickup } from './module.ts';

export interface PickupInput {
  order: string;
  supplier: { id: string; name: string };
  /** Order lines bought in: thousandths and cost per unit. */
  lines: readonly { line: number; quantity: number; cost: number }[];
  notes: string;
}

/** Writes the slip with the sales slip's number and the customer's name (S8.37). Refuses with NotFound, OrderNotReleased, NoLines, QuantityNotPositive, MoreThanOrdered, SupplierMissing. */
export function writePickup(input: PickupInput): Decide<{ pickup: string }> {
  return async (read, moment) => {
    const sale = await readOrder(read, input.order);
    if (!sale) return refuse('NotFound', { id: input.order });
    if (sale.status !== 'released' || sale.no === '') return refuse('OrderNotReleased', { status: sale.status });
    if (input.lines.length === 0) return refuse('NoLines');
    if (input.supplier.name.trim() === '') return refuse('SupplierMissing');
    const lines: Pickup['lines'] = [];
    for (const { line, quantity, cost } of input.lines) {
      const item = sale.body.lines[line];
      if (!Number.isSafeInteger(quantity) || quantity <= 0) return refuse('QuantityNotPositive', { line: line + 1 });
      if (!item || quantity > item.quantity) return refuse('MoreThanOrdered', { line: line + 1, open: item?.quantity ?? 0, quantity });
      const { product, code, name, spec, unit } = item;
      lines.push({ product, code, name, spec, unit, quantity, cost });
    }
    const body: Pickup = {
      order: sale.id,
      orderNo: sale.no,
      customerName: sale.body.customerName,
      supplierName: input.supplier.name.trim(),
      lines,
      cost: lines.reduce((sum, line) => sum + lineAmount(line.cost, line.quantity), 0),
      notes: input.notes.trim(),
    };
    const made = commitNew(pickup, body, moment, { party: input.supplier.id, source: sale.id });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { pickup: made.value.id } }) : made;
  };
}

/** The photo that goes to Purchasing (S8.38). Refuses with PhotoMissing. */
export function photographPickup(id: string, file: string): Decide {
  return async (read, moment) =>
    file === '' ? refuse('PhotoMissing') : takeStep(pickup, id, 'photographed', { data: { file } })(read, moment);
}

/** Purchasing made its record from the photo. */
export function recordPickup(id: string, recordNo: string): Decide {
  return takeStep(pickup, id, 'recorded', { data: { recordNo: recordNo.trim() } });
}

/** Not bought after all. Refuses with ReasonMissing, MoneyStillOut (drawn money must come back first). */
export function cancelPickup(id: string, reason: string): Decide {
  return async (read, moment) => {
    const slip = await readAs(read, pickup, id);
    if (!slip) return refuse('NotFound', { id });
    if (reason.trim() === '') return refuse('ReasonMissing');
    const spent = await read.balance(`float-spent/${id}`);
    const out = await read.balance(`float-out/${id}`);
    if (out !== 0 || spent !== 0) return refuse('MoneyStillOut', { out: out + spent });
    const cancelled = act(pickup, slip, 'cancelled', { reason: reason.trim() }, moment);
    return cancelled.ok ? ok({ records: [untyped(cancelled.value)], answer: null }) : cancelled;
  };
}
