import { configure } from '@testing-library/react';
import { vi } from 'vitest';
import { ok, type Result } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { issueStock, releaseDispatch, writeDispatch } from '#shared/modules/dispatch/rules.ts';
import { issueGatepass } from '#shared/modules/gatepass/rules.ts';
import { location } from '#shared/modules/location/module.ts';
import { opening } from '#shared/modules/opening/module.ts';
import type { OrderClass } from '#shared/modules/order/module.ts';
import { takeOrder } from '#shared/modules/order/rules.ts';
import { reviewOrder } from '#shared/modules/order/steps.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { aTestBook, type TestBook } from '#renderer/book/book.fixture.ts';

// Two cores may be shared with other test files: a wait ends when the thing is there, not when a second is over.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 120_000 });

export const seller = aPerson('小王', 'salesperson');
export const manager = aPerson('经理', 'manager');
export const keeper = aPerson('老赵', 'warehouse');
export const guard = aPerson('保安', 'guard');
export const finance = aPerson('财务', 'finance');

/** Half past ten in the morning in China. */
export const NOW = Date.UTC(2026, 10, 24, 2, 30);

const POT: Product = {
  code: 'SG-24',
  name: '砂锅',
  spec: '24cm',
  unit: '只',
  barcode: '6901234567892',
  group: 'general',
  price: 10_000,
  floor: 0,
  substitutes: [],
  lowStock: 2000,
  notes: '',
};

export const SPOON: Product = {
  ...POT,
  code: 'SP-01',
  name: '汤勺',
  spec: '',
  unit: '把',
  barcode: '6901234567908',
  price: 1_500,
  lowStock: 0,
};

/** A branch with a shop and a main store, two products, and 10 pots and 20 spoons in the shop. */
export interface Branch extends TestBook {
  shop: string;
  store: string;
  pot: string;
  spoon: string;
  /** The clock of the book, for tests that let days pass. */
  clock: { now: number };
  does<T>(actor: Actor, decide: Decide<T>): Promise<{ answer: T; records: readonly AnyRecord[] }>;
}

export async function aBranch(): Promise<Branch> {
  const clock = { now: NOW };
  const on = await aTestBook({ now: () => (clock.now += 1) });
  const does = async <T>(actor: Actor, decide: Decide<T>) => succeeded(await on.book.run(actor, decide));
  const make = (kind: typeof location | typeof product | typeof opening, body: unknown) =>
    does(manager, async (_read, moment) => {
      const made = commitNew(kind as typeof location, body as never, moment);
      return made.ok ? ok({ records: [untyped(made.value)], answer: made.value.id }) : made;
    });
  const shop = (await make(location, { name: '门店', code: 'S', type: 'shop', address: '', phone: '' })).answer;
  const store = (await make(location, { name: '主仓', code: 'W', type: 'warehouse', address: '', phone: '' })).answer;
  const pot = (await make(product, POT)).answer;
  const spoon = (await make(product, SPOON)).answer;
  for (const [id, { code, name, spec, unit }, quantity] of [
    [pot, POT, 10_000],
    [spoon, SPOON, 20_000],
  ] as const)
    await make(opening, { type: 'stock', product: id, code, name, spec, unit, location: shop, quantity });
  return { ...on, shop, store, pot, spoon, clock, does };
}

/** A released order of 3 pots and 5 spoons; a delivery unless another class is asked for. */
export async function anOrder(branch: Branch, orderClass: OrderClass = 'delivery'): Promise<string> {
  const { does, shop, pot, spoon } = branch;
  const line = (id: string, { code, name, spec, unit, price }: Product, quantity: number) => ({
    product: id,
    code,
    name,
    spec,
    unit,
    quantity,
    listPrice: price,
    floor: 0,
    price,
    amount: 0,
    gift: false,
  });
  const body = {
    class: orderClass,
    channel: 'phone' as const,
    customerName: '远山贸易',
    phone: '13800001234',
    address: '杭州文三路 1 号',
    location: shop,
    lines: [line(pot, POT, 3000), line(spoon, SPOON, 5000)],
    discount: 0,
    deliverOn: '2026-11-26',
    creditDays: 0,
    notes: '',
  };
  const confirmed = { quantity: true, specification: true, price: true, delivery: true };
  const { answer } = await does(seller, takeOrder({ body, party: '', confirmed, shortage: { told: false, choice: '' } }));
  if (orderClass === 'delivery') await does(manager, reviewOrder(answer.order, { legality: true, accuracy: true, completeness: true }));
  return answer.order;
}

export interface NoteOptions {
  type?: 'delivery' | 'collection';
  /** Thousandths by line of the order; the whole order when left out. */
  lines?: readonly { line: number; quantity: number }[];
  upTo?: 'drafted' | 'released' | 'out' | 'at the gate';
}

const WHOLE = [
  { line: 0, quantity: 3000 },
  { line: 1, quantity: 5000 },
];

/** A dispatch note of an order, brought as far as asked. */
export async function aNote(branch: Branch, order: string, { type = 'delivery', lines = WHOLE, upTo = 'released' }: NoteOptions = {}) {
  const { does } = branch;
  const delivery = {
    type,
    consignee: '远山贸易',
    phone: '13800001234',
    address: '杭州文三路 1 号',
    carrier: '',
    vehicle: '浙A12345',
    driver: '老陈',
    expected: '2026-11-26',
    notes: '',
  };
  const { dispatch } = (await does(seller, writeDispatch({ order, lines, delivery }))).answer;
  if (upTo === 'drafted') return { dispatch, pass: '' };
  await does(manager, releaseDispatch(dispatch));
  if (upTo === 'released') return { dispatch, pass: '' };
  await does(keeper, issueStock(dispatch, lines));
  if (upTo === 'out') return { dispatch, pass: '' };
  const pass = await does(keeper, issueGatepass(dispatch, { vehicle: '浙A12345', driver: '老陈', packages: 2, goods: '砂锅' }));
  return { dispatch, pass: pass.answer.gatepass };
}

function succeeded<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
