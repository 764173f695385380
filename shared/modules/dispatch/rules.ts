/** Use cases of dispatch (DSP-01…04, STK-08): note, release, stock-out, gate, signed copy, booking. */
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { gatepass } from '../gatepass/module.ts';
import { valueOf } from '../order/module.ts';
import { readOrder } from '../order/rules.ts';
import { stockout } from '../stockout/module.ts';
import { dispatch, type Dispatch } from './module.ts';

export interface DispatchInput {
  order: string;
  /** Thousandths by order line; part of a line makes a partial delivery. */
  lines: readonly { line: number; quantity: number }[];
  delivery: Pick<Dispatch, 'type' | 'consignee' | 'phone' | 'address' | 'carrier' | 'vehicle' | 'driver' | 'expected' | 'notes'>;
}

/** Writes a dispatch note. Refuses with NotFound, OrderNotReleased, MoreThanOrdered. */
export function writeDispatch(input: DispatchInput): Decide<{ dispatch: string }> {
  return async (read, moment) => {
    const sale = await readOrder(read, input.order);
    if (!sale) return refuse('NotFound', { id: input.order });
    if (sale.status !== 'released' || sale.body.class !== 'delivery') return refuse('OrderNotReleased', { status: sale.status });
    const lines: Dispatch['lines'] = [];
    for (const { line, quantity } of input.lines) {
      const item = sale.body.lines[line];
      const before = await read.balance(`dispatched/${sale.id}/${line}`);
      const open = (item?.quantity ?? 0) - before;
      if (!item || quantity > open) return refuse('MoreThanOrdered', { line: line + 1, open, quantity });
      const { product, code, name, spec, unit, price } = item;
      lines.push({ product, code, name, spec, unit, price, line, quantity, value: valueOf(sale.body, line, before, quantity) });
    }
    const body: Dispatch = { ...input.delivery, order: sale.id, orderNo: sale.no, location: sale.body.location, lines };
    const made = commitNew(dispatch, body, moment, { party: sale.party, source: sale.id });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { dispatch: made.value.id } }) : made;
  };
}

/** The sales department manager signs the note (G-29); never the one who wrote it. */
export function releaseDispatch(id: string): Decide {
  return async (read, moment) => {
    const note = await readDispatch(read, id);
    if (!note) return refuse('NotFound', { id });
    const released = act(dispatch, note, 'released', {}, moment, { 'G-29': { signedByManager: moment.actor.roles.includes('manager') } });
    return released.ok ? ok({ records: [untyped(released.value)], answer: null }) : released;
  };
}

/** 出库: the stock-out slip and the note's step in one write (G-30). Refuses with NotFound, LinesDiffer, NotEnoughStock. */
export function issueStock(id: string, counted: readonly { line: number; quantity: number }[]): Decide<{ stockout: string }> {
  return async (read, moment) => {
    const note = await readDispatch(read, id);
    const sale = note && (await readOrder(read, note.body.order));
    if (!note || !sale) return refuse('NotFound', { id });
    const wanted = note.body.lines.reduce((sum, line) => sum + line.quantity, 0);
    const issued = counted.reduce((sum, line) => sum + line.quantity, 0);
    const same = note.body.lines.every((line) => counted.some((found) => found.line === line.line && found.quantity === line.quantity));
    if (!same && issued === wanted) return refuse('LinesDiffer', { wanted, issued });
    const out = act(dispatch, note, 'out', { day: moment.today }, moment, {
      'G-30': { signed: note.status !== 'drafted', wanted, issued },
    });
    if (!out.ok) return out;
    for (const line of note.body.lines) {
      const there = await read.balance(`stock/${note.body.location}/${line.product}`);
      if (there < line.quantity) return refuse('NotEnoughStock', { name: line.name, there, wanted: line.quantity });
    }
    const lines = note.body.lines.map(({ product, code, name, spec, unit, line, quantity, value }) => ({
      product,
      code,
      name,
      spec,
      unit,
      line,
      quantity,
      value,
    }));
    const { location, order, consignee } = note.body;
    const slip = commitNew(stockout, { dispatch: id, dispatchNo: note.no, order, location, consignee, seller: sale.owner, lines }, moment, {
      party: note.party,
      source: id,
    });
    return slip.ok ? ok({ records: [untyped(slip.value), untyped(out.value)], answer: { stockout: slip.value.id } }) : slip;
  };
}

/** The guard registers the pass and lets the goods through, in one write (G-31). */
export function passGate(id: string, seen: { time: string; vehicle: string }): Decide {
  return async (read, moment) => {
    const found = await read.get(id);
    if (found?.kind !== gatepass.kind) return refuse('NotFound', { id });
    const registered = act(gatepass, gatepass.read(found), 'registered', { ...seen }, moment);
    if (!registered.ok) return registered;
    const note = await readDispatch(read, registered.value.body.dispatch);
    if (!note) return refuse('NotFound', { id: registered.value.body.dispatch });
    const passed = act(dispatch, note, 'passed', { gatepass: id, ...seen }, moment, {
      'G-31': { gatePass: registered.value.status === 'registered' },
    });
    return passed.ok ? ok({ records: [untyped(registered.value), untyped(passed.value)], answer: null }) : passed;
  };
}

/** The customer's copy is back, signed (DSP-04). A delivery has to have gone through the gate. */
export function recordSignedCopy(id: string, copy: { name: string; day: string; file: string }): Decide {
  return async (read, moment) => {
    const note = await readDispatch(read, id);
    if (!note) return refuse('NotFound', { id });
    if (note.body.type === 'delivery' && note.status === 'out') return refuse('NotThroughTheGate', { no: note.no });
    if (copy.name.trim() === '') return refuse('NameMissing');
    const signed = act(dispatch, note, 'signed', { ...copy }, moment);
    return signed.ok ? ok({ records: [untyped(signed.value)], answer: null }) : signed;
  };
}

/** Finance books the delivery: only with the signed copy (G-32). */
export function bookDelivery(id: string): Decide {
  return async (read, moment) => {
    const note = await readDispatch(read, id);
    if (!note) return refuse('NotFound', { id });
    const customerSigned = note.events.some((event) => event.type === 'signed');
    const booked = act(dispatch, note, 'booked', {}, moment, { 'G-32': { customerSigned } });
    return booked.ok ? ok({ records: [untyped(booked.value)], answer: null }) : booked;
  };
}

async function readDispatch(read: Reader, id: string): Promise<DocumentRecord<Dispatch> | null> {
  const found = await read.get(id);
  return found?.kind === dispatch.kind ? dispatch.read(found) : null;
}
