/** Goods into stock (STK-02, STK-06) and from place to place (STK-01). */
import { ok, refuse, type Refusal } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs } from '#shared/documents/step.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { freeStock, readOrder } from '../order/facts.ts';
import { order } from '../order/module.ts';
import { mergeCounted, type Counted } from '../order/counted.ts';
import { wrongIncoming, wrongOutgoing, type NamedLine } from '../product/piece-rules.ts';
import { location } from '../location/module.ts';
import { pickup } from '../pickup/module.ts';
import { inbound, type Inbound } from './module.ts';

export type InboundLines = Inbound['lines'];

/** Finished goods: only with inbound slip and certificate together (G-28). Refuses with NoLines, QuantityNotPositive, and as `wrongIncoming` does. */
export function receiveFinished({
  source = '',
  party = '',
  ...input
}: Pick<Inbound, 'location' | 'from' | 'slipNo' | 'certificateNo' | 'certificate' | 'lines' | 'notes'> & {
  /** Production notice it was made for, and its customer. */
  source?: string;
  party?: string;
}): Decide<{ inbound: string }> {
  return async (read, moment) => {
    const wrong = wrongLine(input.lines) ?? (await wrongIncoming(read, numbered(input.lines)));
    if (wrong) return { ok: false, refusal: wrong };
    const made = commitNew(inbound, { ...input, type: 'finished', fromLocation: '', pickup: '' }, moment, {
      source,
      party,
      gates: ['G-28'],
      facts: { 'G-28': certificateFacts(input) },
    });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { inbound: made.value.id } }) : made;
  };
}

/** What G-28 reads. */
export function certificateFacts(body: Pick<Inbound, 'slipNo' | 'certificateNo' | 'certificate'>): Facts {
  return { inboundSlip: body.slipNo.trim() !== '', certificate: body.certificateNo.trim() !== '' || body.certificate !== '' };
}

export interface BoughtInput {
  location: string;
  slipNo: string;
  /** Seen on the table: the pick-up copy and one part of the sales slip (G-35). */
  pickupCopy: boolean;
  slipCopy: boolean;
  /** Thousandths by line of the pick-up slip; less than written when not all came. */
  counted: readonly Counted[];
  notes: string;
}

/** Bought goods come in and their slip is closed, in one write (STK-06). Refuses with NotFound, NoLines, QuantityNotPositive, MoreThanBought, as `wrongIncoming` does, or Blocked by G-35. */
export function receiveBought(pickupId: string, input: BoughtInput): Decide<{ inbound: string }> {
  return async (read, moment) => {
    const slip = await readAs(read, pickup, pickupId);
    if (!slip) return refuse('NotFound', { id: pickupId });
    const counted = mergeCounted(input.counted);
    if (!counted.ok) return counted;
    const lines: InboundLines = [];
    for (const { line, quantity, serials } of counted.value) {
      const item = slip.body.lines[line];
      if (!item || quantity > item.quantity) return refuse('MoreThanBought', { line: line + 1, bought: item?.quantity ?? 0, quantity });
      lines.push({ ...item, quantity, ...(serials ? { serials: [...serials] } : {}) });
    }
    const wrong = await wrongIncoming(read, numbered(lines));
    if (wrong) return { ok: false, refusal: wrong };
    const { pickupCopy, slipCopy } = input;
    const body: Inbound = {
      type: 'bought',
      location: input.location,
      from: slip.body.supplierName,
      fromLocation: '',
      slipNo: input.slipNo,
      certificateNo: '',
      certificate: '',
      pickup: pickupId,
      lines,
      notes: input.notes,
    };
    const made = commitNew(inbound, body, moment, {
      party: slip.party,
      source: pickupId,
      gates: ['G-35'],
      facts: { 'G-35': { pickupCopy, slipCopy } },
    });
    if (!made.ok) return made;
    const stocked = act(pickup, slip, 'stocked', { inbound: made.value.id }, moment);
    if (!stocked.ok) return stocked;
    const closed = act(pickup, stocked.value, 'closed', {}, moment);
    if (!closed.ok) return closed;
    const records = [untyped(made.value), untyped(closed.value)];
    const sale = await readOrder(read, slip.body.order);
    if (sale?.status === 'released') {
      const arrived = act(order, sale, 'arrived', { inbound: made.value.id }, moment);
      if (!arrived.ok) return arrived;
      records.push(untyped(arrived.value));
    }
    return ok({ records, answer: { inbound: made.value.id } });
  };
}

/** From one place to another in one slip; what is promised to customers stays. Refuses with NotFound, SamePlace, NotEnoughFree, and as `wrongOutgoing` does. */
export function transferStock(input: {
  fromLocation: string;
  location: string;
  lines: InboundLines;
  notes: string;
}): Decide<{ inbound: string }> {
  return async (read, moment) => {
    const from = await readAs(read, location, input.fromLocation);
    if (!from) return refuse('NotFound', { id: input.fromLocation });
    if (input.fromLocation === input.location) return refuse('SamePlace');
    const wrong = wrongLine(input.lines);
    if (wrong) return { ok: false, refusal: wrong };
    for (const [product, { name, quantity }] of byProduct(input.lines)) {
      const free = await freeStock(read, input.fromLocation, product);
      if (quantity > free) return refuse('NotEnoughFree', { name, free: Math.max(0, free), wanted: quantity });
    }
    const piece = await wrongOutgoing(read, input.fromLocation, numbered(input.lines));
    if (piece) return { ok: false, refusal: piece };
    const body: Inbound = {
      ...input,
      type: 'transfer',
      from: from.body.name,
      slipNo: '',
      certificateNo: '',
      certificate: '',
      pickup: '',
    };
    const made = commitNew(inbound, body, moment, { source: input.fromLocation });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { inbound: made.value.id } }) : made;
  };
}

/** Takes a stock entry back, by somebody else than who entered it. Refuses with NotFound, ReasonMissing, GoodsAlreadyGone, and as `wrongOutgoing` does. */
export function reverseInbound(id: string, reason: string): Decide {
  return async (read, moment) => {
    const entry = await readAs(read, inbound, id);
    if (!entry) return refuse('NotFound', { id });
    if (reason.trim() === '') return refuse('ReasonMissing');
    for (const [product, { name, quantity }] of byProduct(entry.body.lines)) {
      const there = await read.balance(`stock/${entry.body.location}/${product}`);
      if (there < quantity) return refuse('GoodsAlreadyGone', { name, there, wanted: quantity });
    }
    // Slips from before a product's pieces were told apart name none.
    const piece = await wrongOutgoing(read, entry.body.location, numbered(entry.body.lines), { isPart: () => true });
    if (piece) return { ok: false, refusal: piece };
    const reversed = act(inbound, entry, 'reversed', { reason: reason.trim() }, moment);
    if (!reversed.ok) return reversed;
    const records = [untyped(reversed.value)];
    const slip = await readAs(read, pickup, entry.body.pickup);
    if (slip && (slip.status === 'closed' || slip.status === 'stocked')) {
      const back = act(pickup, slip, 'unstocked', { inbound: id }, moment);
      if (!back.ok) return back;
      records.push(untyped(back.value));
    }
    return ok({ records, answer: null });
  };
}

function numbered(lines: InboundLines): NamedLine[] {
  return lines.map((item, line) => ({ ...item, line }));
}

/** How much of each product one paper moves; a product may stand on several lines. */
function byProduct(lines: InboundLines): Map<string, { name: string; quantity: number }> {
  const sums = new Map<string, { name: string; quantity: number }>();
  for (const { product, name, quantity } of lines) sums.set(product, { name, quantity: (sums.get(product)?.quantity ?? 0) + quantity });
  return sums;
}

function wrongLine(lines: InboundLines): Refusal | null {
  if (lines.length === 0) return { code: 'NoLines' };
  const bad = lines.findIndex(({ quantity }) => !Number.isSafeInteger(quantity) || quantity <= 0);
  return bad < 0 ? null : { code: 'QuantityNotPositive', values: { line: bad + 1 } };
}
