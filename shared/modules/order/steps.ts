/** Single steps of an order: review, signature, picking, notes, envelope (ORD-02…10, STK-03). */
import { ok, refuse } from '#shared/core/result.ts';
import { act, untyped, type Overrides } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { takeStep } from '#shared/documents/step.ts';
import { mergeCounted, type Counted } from './counted.ts';
import { depositGroup, dueOf, readOrder } from './facts.ts';
import { wrongOutgoing } from '../product/piece-rules.ts';
import { hasEvent, order } from './module.ts';

/**
 * The manager passes an order on (G-22); somebody else than its maker. Goods with a signing order need the customer's signature first (G-24).
 * Refuses with NotFound, CustomerMustSignFirst.
 */
export function reviewOrder(id: string, ticks: { legality: boolean; accuracy: boolean; completeness: boolean }): Decide {
  return async (read, moment) => {
    const record = await readOrder(read, id);
    if (!record) return refuse('NotFound', { id });
    if ((await depositGroup(read, record.body)) !== 'general' && !hasEvent(record, 'signed')) return refuse('CustomerMustSignFirst');
    const reviewed = act(order, record, 'reviewed', { ...ticks }, moment, { 'G-22': { ...ticks } });
    return reviewed.ok ? ok({ records: [untyped(reviewed.value)], answer: null }) : reviewed;
  };
}

/** Back to the salesperson, who makes a corrected one (`correctOrder`). */
export function returnOrder(id: string, reason: string): Decide {
  return async (read, moment) => {
    if (reason.trim() === '') return refuse('ReasonMissing');
    return takeStep(order, id, 'returned', { data: { reason: reason.trim() } })(read, moment);
  };
}

/** The customer signed the slip or order; `file` is the photo or drawing of it, '' for paper kept at the counter. */
export function signOrder(id: string, signature: { name: string; file: string }): Decide {
  return async (read, moment) => {
    if (signature.name.trim() === '') return refuse('NameMissing');
    return takeStep(order, id, 'signed', { data: { ...signature, name: signature.name.trim() } })(read, moment);
  };
}

/** 配货: goods put ready by the slip (G-33), counted by the picker. Refuses with MoreThanOrdered, and as `wrongOutgoing` does. */
export function pickOrder(id: string, counted: readonly Counted[]): Decide {
  return async (read, moment) => {
    const record = await readOrder(read, id);
    if (!record) return refuse('NotFound', { id });
    const lines = mergeCounted(counted);
    if (!lines.ok) return lines;
    for (const { line, quantity } of lines.value) {
      const open = await read.balance(`undelivered/${id}/${line}`);
      if (quantity > open) return refuse('MoreThanOrdered', { line: line + 1, open, quantity });
    }
    const named = lines.value.map((part) => {
      const { product = '', name = '' } = record.body.lines[part.line] ?? {};
      return { ...part, product, name };
    });
    // A picker may leave the choice to whoever hands the goods over.
    const piece = await wrongOutgoing(read, record.body.location, named, { by: id, isPart: ({ serials }) => !serials });
    if (piece) return { ok: false, refusal: piece };
    const picked = act(order, record, 'picked', { lines: lines.value }, moment, { 'G-33': { slip: record.no !== '' } });
    return picked.ok ? ok({ records: [untyped(picked.value)], answer: null }) : picked;
  };
}

export const orderTopics = ['delay', 'exception', 'message', 'solution', 'other'] as const;
export type OrderTopic = (typeof orderTopics)[number];

/** A line in the order's log (ORD-07); a solution names the event it solves. Refuses with TextMissing. */
export function noteOrder(id: string, note: { topic: OrderTopic; text: string; solves?: string }): Decide {
  return async (read, moment) => {
    if (note.text.trim() === '') return refuse('TextMissing');
    const data = { topic: note.topic, text: note.text.trim(), solves: note.solves ?? '' };
    return takeStep(order, id, 'noted', { data })(read, moment);
  };
}

/** The received stamp 收讫章 when all money is in but nothing stamped it, e.g. after the rest was cancelled. Refuses with MoneyMissing. */
export function stampOrder(id: string): Decide {
  return async (read, moment) => {
    const record = await readOrder(read, id);
    if (!record) return refuse('NotFound', { id });
    const { open } = await dueOf(read, record);
    if (open > 0) return refuse('MoneyMissing', { open });
    const stamped = act(order, record, 'stamped', {}, moment);
    return stamped.ok ? ok({ records: [untyped(stamped.value)], answer: null }) : stamped;
  };
}

export interface HandoverSet {
  order: boolean;
  receipt: boolean;
  guide: boolean;
  envelope: boolean;
}

/** The envelope with order, deposit receipt and guide (ORD-10). An incomplete set needs a reason (G-26): SetIncomplete. */
export function envelopeOrder(id: string, set: HandoverSet, reason: string): Decide {
  return async (read, moment) => {
    const missing = Object.entries(set).flatMap(([part, given]) => (given ? [] : [part]));
    const why = reason.trim();
    if (missing.length > 0 && why === '') return refuse('SetIncomplete', { missing: missing.join(',') });
    const overrides: Overrides = why === '' ? {} : { 'G-26': { by: moment.actor, reason: why } };
    return takeStep(order, id, 'enveloped', { data: { ...set, reason: why }, facts: () => ({ 'G-26': { ...set } }), overrides })(
      read,
      moment,
    );
  };
}
