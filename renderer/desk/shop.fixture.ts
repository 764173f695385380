/** A shop with people who have PINs, two places, four products with stock and a customer with a limit: for tests of screens that sell. */
import { configure } from '@testing-library/react';
import { vi } from 'vitest';
import { ok, type Result } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import type { Module } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { location } from '#shared/modules/location/module.ts';
import { opening } from '#shared/modules/opening/module.ts';
import type { OrderClass } from '#shared/modules/order/module.ts';
import { takeOrder } from '#shared/modules/order/rules.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import { actorOf, staff } from '#shared/modules/staff/module.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import { aTestBook, type TestBook } from '../book/book.fixture.ts';

// Two cores may be shared with other test files: a wait ends when the thing is there, not when a second is over.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 90_000 });

/** Half past ten in the morning in China. */
export const NOW = Date.UTC(2026, 10, 24, 2, 30);
export const TODAY = '2026-11-24';
export const PIN = '2468';

const KETTLE: Product = {
  code: 'SH-01',
  name: '电水壶',
  spec: '1.7L',
  unit: '只',
  barcode: '6901234567892',
  group: 'general',
  price: 12_950,
  floor: 11_000,
  substitutes: [],
  lowStock: 0,
  notes: '',
};

export interface Shop extends TestBook {
  clock: { now: number };
  seller: Actor;
  cashier: Actor;
  manager: Actor;
  finance: Actor;
  keeper: Actor;
  buyer: Actor;
  place: string;
  store: string;
  /** 5 in the shop, 20 in the store; ¥129.50, floor ¥110; the other kettle may stand in for it. */
  kettle: string;
  otherKettle: string;
  /** 100 in the shop at ¥8. */
  cup: string;
  /** 2 in the shop at ¥6,000: goods with a signing order and a deposit range. */
  car: string;
  /** A complete file with a limit of ¥500 and 30 days. */
  regular: string;
  does<T>(actor: Actor, decide: Decide<T>): Promise<{ answer: T; records: readonly AnyRecord[] }>;
}

export async function aShop(): Promise<Shop> {
  const clock = { now: NOW };
  const on = await aTestBook({ now: () => (clock.now += 1) });
  const founder = aPerson('创建人', 'manager', 'warehouse');
  const does = async <T>(actor: Actor, decide: Decide<T>) => succeeded(await on.book.run(actor, decide));
  const make = async <Body>(module: Module<Body>, body: Body) =>
    (
      await does(founder, async (_read, moment) => {
        const made = commitNew(module, body, moment);
        return made.ok ? ok({ records: [untyped(made.value)], answer: made.value.id }) : made;
      })
    ).answer;
  const person = async (name: string, ...posts: Role[]) => {
    const body = { name, code: name, roles: posts, phone: '', pinHash: `hash of ${PIN}` };
    return actorOf(await make(staff, body), body);
  };
  const place = await make(location, { name: '门店', code: 'S', type: 'shop', address: '', phone: '' });
  const store = await make(location, { name: '主仓', code: 'W', type: 'warehouse', address: '', phone: '' });
  const stock = (id: string, { code, name, spec, unit }: Product, where: string, quantity: number) =>
    make(opening, { type: 'stock', product: id, code, name, spec, unit, location: where, quantity });

  const other: Product = { ...KETTLE, code: 'SH-02', name: '不锈钢壶', barcode: '6901234567908', price: 13_900 };
  const otherKettle = await make(product, other);
  const kettle = await make(product, { ...KETTLE, substitutes: [otherKettle] });
  const cups: Product = { ...KETTLE, code: 'BZ-01', name: '玻璃杯', spec: '', barcode: '6901234567915', price: 800, floor: 0 };
  const cup = await make(product, cups);
  const cars: Product = {
    ...KETTLE,
    code: 'CX-01',
    name: '观光车',
    spec: '',
    unit: '辆',
    barcode: '',
    group: 'domestic',
    price: 600_000,
    floor: 0,
  };
  const car = await make(product, cars);
  await stock(kettle, KETTLE, place, 5_000);
  await stock(kettle, KETTLE, store, 20_000);
  await stock(otherKettle, other, place, 8_000);
  await stock(cup, cups, place, 100_000);
  await stock(car, cars, place, 2_000);
  return {
    ...on,
    clock,
    does,
    place,
    store,
    kettle,
    otherKettle,
    cup,
    car,
    seller: await person('小王', 'salesperson'),
    cashier: await person('小钱', 'cashier'),
    manager: await person('老店长', 'manager'),
    finance: await person('老财', 'finance'),
    keeper: await person('老赵', 'warehouse'),
    buyer: await person('老采', 'purchasing'),
    regular: await make(customer, aRegular()),
  };
}

export function aRegular(rest: Partial<Customer> = {}): Customer {
  return {
    type: 'organisation',
    name: '远山宾馆',
    contact: '赵敏',
    phone: '13900002222',
    otherPhone: '',
    address: '杭州文三路 1 号',
    industry: '住宿',
    size: '',
    web: '',
    class: 'key',
    level: '',
    birthday: '',
    interests: '',
    creditLimit: 50_000,
    creditDays: 30,
    notes: '',
    ...rest,
  };
}

/** An order of kettles (2 unless told otherwise) taken by the salesperson; the answer is its id. */
export async function anOrderOf(
  shop: Shop,
  kind: OrderClass,
  { product: id = shop.kettle, quantity = 2_000, price = 12_950, party = '', creditDays = 0 } = {},
): Promise<string> {
  const line = {
    product: id,
    code: 'SH-01',
    name: '电水壶',
    spec: '1.7L',
    unit: '只',
    quantity,
    listPrice: price,
    floor: 0,
    price,
    amount: 0,
    gift: false,
  };
  const body = {
    class: kind,
    channel: 'counter' as const,
    customerName: '远山宾馆',
    phone: '13900002222',
    address: '杭州文三路 1 号',
    location: shop.place,
    lines: [line],
    discount: 0,
    deliverOn: '',
    creditDays,
    notes: '',
  };
  const confirmed = { quantity: true, specification: true, price: true, delivery: true };
  // Whatever the price: the floor is not what these tests are about.
  const overrides = { 'G-02': { by: shop.manager, reason: '样品处理' } };
  const { answer } = await shop.does(
    shop.seller,
    takeOrder({ body, party, confirmed, shortage: { told: true, choice: 'purchase' }, overrides }),
  );
  return answer.order;
}

function succeeded<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}
