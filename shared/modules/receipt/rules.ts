/** Use cases of the cashier (PAY-02, PAY-03): money in, deposits, money back, red receipts, old debts. */
import type { Fen } from '#shared/core/money.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { act, commitNew, mayAct, untyped, type Blocked, type GateFacts, type Moment, type Overrides } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import type { GateId } from '#shared/policy/gates.ts';
import { holdsAny } from '#shared/policy/roles.ts';
import { customer } from '../customer/module.ts';
import { partyIds } from '../customer/facts.ts';
import type { Method } from '../fields.ts';
import { handover } from '../handover/module.ts';
import { depositGroup, dueOf, openDebts, readOrder, signatureFacts } from '../order/facts.ts';
import { partyPart } from '../order/goods-out.ts';
import { hasEvent, order, type Order } from '../order/module.ts';
import { holdingFacts, tillOf } from './drawer.ts';
import { receipt, type Receipt } from './module.ts';

export interface Payment {
  method: Method;
  amount: Fen;
  /** What the customer put on the counter; cash only. */
  tendered: Fen;
  reason: string;
  remarks?: string;
  overrides?: Overrides;
}

export interface MoneyInput extends Payment {
  order: string;
}

export interface DebtInput extends Payment {
  party: string;
  /** Debts in the order they are to be settled; all of the customer's, longest due first, when left out. */
  sources?: readonly string[];
}

/**
 * Takes money for an order and stamps it 收讫 once it is paid in full (PAY-02, PAY-03).
 * Refuses with NotFound, OrderNotReleased, AmountNotPositive, MoreThanDue, TenderedTooLittle, or Blocked by G-38.
 */
export function takeMoney(input: MoneyInput): Decide<{ receipt: string; change: Fen }> {
  return forOrder(input, 'payment', ['released', 'closed'], async () => ({}));
}

/**
 * Takes a deposit before the goods are there. Refuses like `takeMoney`; for groups with a deposit range also Blocked by G-24
 * (customer, then supervisor signed) and G-25 (range).
 */
export function takeDeposit(input: MoneyInput): Decide<{ receipt: string; change: Fen }> {
  return forOrder(input, 'deposit', ['released'], async (read, sale) => {
    const group = await depositGroup(read, sale.body);
    if (group === 'general') return {};
    return { 'G-24': signatureFacts(sale), 'G-25': { group, amount: input.amount } };
  });
}

function forOrder(
  input: MoneyInput,
  type: 'payment' | 'deposit',
  statuses: readonly string[],
  gatesOf: (read: Reader, sale: DocumentRecord<Order>) => Promise<GateFacts>,
): Decide<{ receipt: string; change: Fen }> {
  return async (read, moment) => {
    const sale = await readOrder(read, input.order);
    if (!sale) return refuse('NotFound', { id: input.order });
    if (!statuses.includes(sale.status)) return refuse('OrderNotReleased', { status: sale.status });
    const { open } = await dueOf(read, sale);
    if (input.amount > open) return refuse('MoreThanDue', { due: open, amount: input.amount });
    const change = changeOf(input);
    if (!change.ok) return change;
    const parts = [{ source: sale.id, no: sale.no, party: sale.party, amount: input.amount }];
    const facts = { 'G-38': await holdingFacts(read, moment), ...(await gatesOf(read, sale)) };
    const head = { type, payer: sale.body.customerName, party: sale.party };
    const made = takeIn(head, { ...input, reason: input.reason || sale.no }, parts, change.value, facts, moment);
    if (!made.ok) return made;
    const stamped = await stampPaid(read, parts, moment);
    if (!stamped.ok) return stamped;
    return ok({ records: [untyped(made.value), ...stamped.value], answer: { receipt: made.value.id, change: change.value } });
  };
}

/**
 * Takes money for what a customer owes: orders on account and receivables from before the program, on one receipt.
 * Refuses with NotFound, AmountNotPositive, MoreThanDue, TenderedTooLittle, or Blocked by G-38.
 */
export function settleReceivable(input: DebtInput): Decide<{ receipt: string; change: Fen }> {
  return async (read, moment) => {
    const buyer = await readAs(read, customer, input.party);
    if (!buyer) return refuse('NotFound', { id: input.party });
    const debts = (await openDebts(read, await partyIds(read, input.party), moment.today)).filter(({ amount }) => amount > 0);
    const chosen = input.sources ? input.sources.flatMap((id) => debts.filter(({ source }) => source === id)) : debts;
    const due = chosen.reduce((sum, debt) => sum + debt.amount, 0);
    if (input.amount > due) return refuse('MoreThanDue', { due, amount: input.amount });
    const change = changeOf(input);
    if (!change.ok) return change;
    const parts: Receipt['parts'] = [];
    let left = input.amount;
    for (const { source, no, party, amount } of chosen) {
      if (left > 0) parts.push({ source, no, party, amount: Math.min(left, amount) });
      left -= Math.min(left, amount);
    }
    const head = { type: 'payment' as const, payer: buyer.body.name, party: input.party };
    const reason =
      input.reason.trim() ||
      parts
        .map((part) => part.no)
        .join('、')
        .slice(0, 200);
    const made = takeIn(head, { ...input, reason }, parts, change.value, { 'G-38': await holdingFacts(read, moment) }, moment);
    if (!made.ok) return made;
    const stamped = await stampPaid(read, parts, moment);
    if (!stamped.ok) return stamped;
    return ok({ records: [untyped(made.value), ...stamped.value], answer: { receipt: made.value.id, change: change.value } });
  };
}

/**
 * Gives money back that the customer has too much with us: a deposit, or the price of returned goods.
 * Refuses with NotFound, ReasonMissing, AmountNotPositive, MoreThanCredit.
 */
export function refund(input: Omit<MoneyInput, 'tendered'>): Decide<{ receipt: string }> {
  return async (read, moment) => {
    const sale = await readOrder(read, input.order);
    if (!sale) return refuse('NotFound', { id: input.order });
    if (input.reason.trim() === '') return refuse('ReasonMissing');
    if (input.amount <= 0) return refuse('AmountNotPositive');
    const credit = 0 - (await read.balance(`receivable/${partyPart(sale.party)}/${sale.id}`));
    if (input.amount > credit) return refuse('MoreThanCredit', { credit: Math.max(0, credit), amount: input.amount });
    const parts = [{ source: sale.id, no: sale.no, party: sale.party, amount: -input.amount }];
    const body = bodyOf(
      { type: 'refund', payer: sale.body.customerName },
      { ...input, amount: -input.amount, tendered: 0 },
      parts,
      0,
      moment,
    );
    const made = commitReceipt(body, sale.party, {}, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: { receipt: made.value.id } }) : made;
  };
}

/**
 * A red receipt takes a wrong one back entirely. While the money is in the drawer both cancel out there; once finance has it, finance gives
 * it back from the safe. Refuses with NotFound, ReasonMissing, IsRed, HandoverPending, WithFinance, AlreadyGivenBack (by a refund), OrderIsVoided.
 */
export function reverseReceipt(id: string, reason: string): Decide<{ receipt: string }> {
  return async (read, moment) => {
    const wrong = await readAs(read, receipt, id);
    if (!wrong) return refuse('NotFound', { id });
    if (reason.trim() === '') return refuse('ReasonMissing');
    if (wrong.body.type === 'red') return refuse('IsRed', { no: wrong.no });
    const withFinance = wrong.status === 'handed';
    if (withFinance && (await isOffered(read, wrong))) return refuse('HandoverPending', { no: wrong.no });
    if (withFinance && !holdsAny(moment.actor, ['finance', 'manager'])) return refuse('WithFinance', { no: wrong.no });
    const allowed = mayAct(receipt, wrong, 'reversed', moment.actor);
    if (!allowed.ok) return allowed;
    const stuck = await cannotReverse(read, wrong);
    if (stuck) return stuck;
    const body: Receipt = {
      ...wrong.body,
      type: 'red',
      amount: -wrong.body.amount,
      tendered: 0,
      change: 0,
      reason: reason.trim(),
      reverses: id,
      parts: wrong.body.parts.map((part) => ({ ...part, amount: -part.amount })),
      ...(withFinance ? { heldBy: '', heldOn: '' } : {}),
    };
    const made = commitNew(receipt, body, moment, { party: wrong.party, source: wrong.source });
    if (!made.ok) return made;
    const red = act(receipt, made.value, withFinance ? 'handed' : 'offset', { handover: '' }, moment);
    if (!red.ok) return red;
    const reversed = act(receipt, wrong, 'reversed', { receipt: made.value.id, reason: reason.trim() }, moment);
    if (!reversed.ok) return reversed;
    return ok({ records: [untyped(red.value), untyped(reversed.value)], answer: { receipt: made.value.id } });
  };
}

/** Money that a refund gave back already is not given back again by a red receipt, and a voided order gets no money booked on it. */
async function cannotReverse(read: Reader, wrong: DocumentRecord<Receipt>) {
  for (const { source, no, amount } of wrong.body.parts) {
    const received = await read.balance(`received/${source}`);
    if (amount > 0 && received < amount) return refuse('AlreadyGivenBack', { no, received, amount });
    if (amount < 0 && (await readOrder(read, source))?.status === 'voided') return refuse('OrderIsVoided', { no });
  }
  return null;
}

async function isOffered(read: Reader, wrong: DocumentRecord<Receipt>): Promise<boolean> {
  const said = wrong.events.findLast(({ type }) => type === 'handed')?.data.handover;
  const slip = typeof said === 'string' ? await readAs(read, handover, said) : null;
  return slip?.status === 'offered';
}

export function changeOf({ method, amount, tendered }: Payment): Result<Fen> {
  if (!Number.isSafeInteger(amount) || amount <= 0) return refuse('AmountNotPositive');
  if (method !== 'cash') return ok(0);
  return tendered < amount ? refuse('TenderedTooLittle', { tendered, amount }) : ok(tendered - amount);
}

export function takeIn(
  head: { type: 'payment' | 'deposit'; payer: string; party: string },
  input: Payment,
  parts: Receipt['parts'],
  change: Fen,
  facts: GateFacts,
  moment: Moment,
): Result<DocumentRecord<Receipt>, Blocked> {
  return commitReceipt(bodyOf(head, input, parts, change, moment), head.party, facts, moment, input.overrides);
}

export function bodyOf(
  head: { type: Receipt['type']; payer: string },
  input: Payment,
  parts: Receipt['parts'],
  change: Fen,
  moment: Moment,
): Receipt {
  return {
    type: head.type,
    payer: head.payer,
    method: input.method,
    amount: input.amount,
    tendered: input.method === 'cash' ? input.tendered : 0,
    change,
    reason: input.reason.trim(),
    remarks: input.remarks ?? '',
    reverses: '',
    parts,
    ...tillOf(moment, input.amount > 0 ? 'in' : 'out'),
  };
}

/** A receipt of money that is already in finance's safe needs no handover. */
export function commitReceipt(
  body: Receipt,
  party: string,
  facts: GateFacts,
  moment: Moment,
  overrides?: Overrides,
): Result<DocumentRecord<Receipt>, Blocked> {
  const gates = Object.keys(facts) as GateId[];
  const source = body.parts[0]?.source ?? '';
  const made = commitNew(receipt, body, moment, { party, source, gates, facts, ...(overrides ? { overrides } : {}) });
  if (!made.ok || body.heldBy !== '') return made;
  return act(receipt, made.value, 'handed', { handover: '' }, moment);
}

/** The stamp on every order that these parts pay in full. */
async function stampPaid(read: Reader, parts: Receipt['parts'], moment: Moment): Promise<Result<AnyRecord[], Blocked>> {
  const stamped: AnyRecord[] = [];
  for (const { source, amount } of parts) {
    const sale = await readOrder(read, source);
    if (!sale || sale.status !== 'released' || hasEvent(sale, 'stamped')) continue;
    if ((await dueOf(read, sale)).open !== amount) continue;
    const done = act(order, sale, 'stamped', {}, moment);
    if (!done.ok) return done;
    stamped.push(untyped(done.value));
  }
  return ok(stamped);
}
