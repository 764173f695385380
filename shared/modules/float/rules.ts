/** The purchasing float's own cash book (STK-05, SHP-03): never mixed with takings, never below zero. */
import type { Fen } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { holdsAny, type Role } from '#shared/policy/roles.ts';
import { lacksCash } from '../cashday/box.ts';
import { pickup, type Pickup } from '../pickup/module.ts';
import { float, type Float } from './module.ts';

/** Who puts money into the float and takes it back. */
const treasurers: readonly Role[] = ['finance', 'manager', 'treasurer'];

/** Finance puts money in, out of the safe. Refuses with PostMayNot, AmountNotPositive, CashTooLittle. */
export function openFloat(input: { amount: Fen; person: string; note: string }): Decide<{ float: string }> {
  return async (read, moment) => {
    if (!holdsAny(moment.actor, treasurers)) return refuse('PostMayNot', { posts: treasurers.join(',') });
    if (input.amount <= 0) return refuse('AmountNotPositive');
    const short = await lacksCash(read, 'safe', 'cash', input.amount);
    if (short) return short;
    const made = commitNew(float, { ...blank, ...input, type: 'open' }, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: { float: made.value.id } }) : made;
  };
}

/** Money goes back to finance. Refuses with PostMayNot, AmountNotPositive, FloatTooSmall. */
export function closeFloat(input: { amount: Fen; person: string; note: string }): Decide<{ float: string }> {
  return async (read, moment) => {
    if (!holdsAny(moment.actor, treasurers)) return refuse('PostMayNot', { posts: treasurers.join(',') });
    if (input.amount <= 0) return refuse('AmountNotPositive');
    const there = await read.balance('float');
    if (input.amount > there) return refuse('FloatTooSmall', { float: there, amount: input.amount });
    const made = commitNew(float, { ...blank, ...input, type: 'close' }, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: { float: made.value.id } }) : made;
  };
}

/**
 * Money for one pick-up slip (G-34), once. Refuses with NotFound, AmountNotPositive, MoreThanCost, FloatTooSmall, AlreadyDrawn,
 * or Blocked by G-34.
 */
export function drawFloat(pickupId: string, input: { amount: Fen; person: string; note: string }): Decide<{ float: string }> {
  return async (read, moment) => {
    const slip = await readAs(read, pickup, pickupId);
    if (!slip) return refuse('NotFound', { id: pickupId });
    if (input.amount <= 0) return refuse('AmountNotPositive');
    if (slip.events.some(({ type }) => type === 'drawn')) return refuse('AlreadyDrawn', { no: slip.no });
    if (input.amount > slip.body.cost) return refuse('MoreThanCost', { cost: slip.body.cost, amount: input.amount });
    const there = await read.balance('float');
    if (input.amount > there) return refuse('FloatTooSmall', { float: there, amount: input.amount });
    const made = commitNew(float, { ...blank, ...input, type: 'draw', pickup: pickupId }, moment, { party: slip.party, source: pickupId });
    if (!made.ok) return made;
    const drawn = act(pickup, slip, 'drawn', { float: made.value.id, amount: input.amount }, moment, { 'G-34': drawingFacts(slip) });
    if (!drawn.ok) return drawn;
    return ok({ records: [untyped(made.value), untyped(drawn.value)], answer: { float: made.value.id } });
  };
}

/** What G-34 reads. */
export function drawingFacts(slip: DocumentRecord<Pickup>): Facts {
  const photo = slip.events.findLast(({ type }) => type === 'photographed')?.data.file;
  return {
    slipNo: slip.body.orderNo !== '',
    customer: slip.body.customerName !== '',
    photo: typeof photo === 'string' && photo !== '',
    recorded: slip.status === 'recorded',
  };
}

export interface SettleInput {
  /** What the supplier was paid. */
  spent: Fen;
  person: string;
  voucherNo: string;
  voucher: string;
  note: string;
}

/** The buyer accounts for the money drawn: voucher for what was spent, the rest comes back. Refuses with NothingDrawn, SpentMoreThanDrawn, VoucherMissing. */
export function settleFloat(pickupId: string, input: SettleInput): Decide<{ float: string; back: Fen }> {
  return async (read, moment) => {
    const slip = await readAs(read, pickup, pickupId);
    if (!slip) return refuse('NotFound', { id: pickupId });
    const drawn = await read.balance(`float-out/${pickupId}`);
    if (drawn <= 0) return refuse('NothingDrawn', { no: slip.no });
    if (input.spent < 0 || input.spent > drawn) return refuse('SpentMoreThanDrawn', { drawn, spent: input.spent });
    if (input.spent > 0 && input.voucherNo.trim() === '' && input.voucher === '') return refuse('VoucherMissing');
    const back = drawn - input.spent;
    const body: Float = { ...blank, ...input, type: 'settle', amount: back, pickup: pickupId };
    const made = commitNew(float, body, moment, { party: slip.party, source: pickupId });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { float: made.value.id, back } }) : made;
  };
}

const blank: Float = { type: 'open', amount: 0, spent: 0, pickup: '', person: '', voucherNo: '', voucher: '', note: '' };
