/** A branch with people, stock and customers, for tests of decisions. */
import { ok, type Refusal, type Result } from '#shared/core/result.ts';
import { commitNew, untyped, type Blocked } from '#shared/documents/act.ts';
import { aMemoryBook, aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { Module } from '#shared/documents/module.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { customer, type Customer } from './customer/module.ts';
import { decideOn } from './decisions.ts';
import { opening } from './opening/module.ts';
import { product, type Product } from './product/module.ts';
import { takeMoney } from './receipt/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { staff } from './staff/module.ts';
import type { OrderClass } from './order/module.ts';
import type { OrderInput } from './order/rules.ts';

export const seller = aPerson('小王', 'salesperson');
export const cashier = aPerson('收银', 'cashier');
export const manager = aPerson('经理', 'manager');
export const keeper = aPerson('老赵', 'warehouse');
export const guard = aPerson('保安', 'guard');
export const finance = aPerson('财务', 'finance');
export const buyer = aPerson('采购', 'purchasing');

/** The value of a result that must be one. */
export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** The refusal of a result that must be one; the blocking gate's outcome first when gates said no. */
export function refusal(result: Result<unknown, Blocked>): Refusal & { gate?: string } {
  if (result.ok) throw new Error('was not refused');
  const first = result.refusal.outcomes?.[0];
  return first ? { code: 'Blocked', gate: first.gate, values: first.values } : result.refusal;
}

/** The staff file of somebody of a fixture, whose id is not one the book would make. */
export function aStaffFile({ id, name, roles }: Actor): Decide {
  return async (_read, moment) => {
    const file = value(commitNew(staff, { name, code: id, roles: [...roles], phone: '', pinHash: '' }, moment));
    return ok({ records: [{ ...untyped(file), id }], answer: null });
  };
}

/** The person's signature on a paper that waits for it. */
export function signing(id: string): Decide {
  return decideOn(id, { verb: 'sign', comment: '' });
}

/** The person gives the paper back, with a word. */
export function givingBack(id: string, comment: string): Decide {
  return decideOn(id, { verb: 'sendBack', comment });
}

/** Writes one document without a rule of its own. */
export function made<Body>(module: Module<Body>, body: Body, id?: string): Decide<string> {
  return async (_read, moment) => {
    const record = value(commitNew(module, body, moment, id === undefined ? {} : { id }));
    return ok({ records: [untyped(record)], answer: record.id });
  };
}

/** A book with stock in thousandths by product, at the place 'shop'. */
export async function aShop(stock: Record<string, number>): Promise<MemoryBook> {
  const book = aMemoryBook();
  for (const [name, quantity] of Object.entries(stock)) {
    value(await book.run(manager, made(opening, { type: 'stock', ...goods(name), location: 'shop', quantity })));
  }
  return book;
}

export function goods(name: string) {
  return { product: name, code: name, name, spec: '', unit: '只' };
}

export function aCustomerBody(rest: Partial<Customer> = {}): Customer {
  return {
    type: 'person',
    name: '李敏',
    contact: '',
    phone: '13900002222',
    otherPhone: '',
    address: '杭州',
    industry: '',
    size: '',
    web: '',
    class: 'ordinary',
    level: '',
    birthday: '',
    interests: '',
    creditLimit: 10_000,
    creditDays: 30,
    notes: '',
    ...rest,
  };
}

export async function aCustomer(book: MemoryBook, rest: Partial<Customer> = {}): Promise<string> {
  return value(await book.run(manager, made(customer, aCustomerBody(rest)))).answer;
}

export function aProductBody(rest: Partial<Product> = {}): Product {
  return {
    code: 'P1',
    name: '砂锅',
    spec: '',
    unit: '只',
    barcode: '',
    group: 'general',
    price: 10_000,
    floor: 8000,
    substitutes: [],
    lowStock: 0,
    notes: '',
    ...rest,
  };
}

export async function aProduct(book: MemoryBook, rest: Partial<Product> = {}): Promise<string> {
  return value(await book.run(manager, made(product, aProductBody(rest)))).answer;
}

export interface SaleLine {
  product: string;
  quantity: number;
  price: number;
  floor?: number;
}

export function anOrder(kind: OrderClass, lines: readonly SaleLine[], rest: Partial<OrderInput> = {}, discount = 0): OrderInput {
  return {
    party: '',
    confirmed: { quantity: true, specification: true, price: true, delivery: true },
    shortage: { told: false, choice: '' },
    ...rest,
    body: {
      class: kind,
      channel: 'counter',
      customerName: '散客',
      phone: '',
      address: '',
      location: 'shop',
      discount,
      deliverOn: '',
      creditDays: kind === 'account' ? 30 : 0,
      notes: '',
      lines: lines.map(({ product: id, quantity, price, floor = 0 }) => ({
        ...goods(id),
        quantity,
        listPrice: price,
        floor,
        price,
        amount: 0,
        gift: false,
      })),
      ...rest.body,
    },
  };
}

export function cash(order: string, amount: number, tendered = amount) {
  return takeMoney({ order, method: 'cash', amount, tendered, reason: '' });
}

/** Documents of a kind, oldest first. */
export function all(book: MemoryBook, kind: string): AnyRecord[] {
  return book.records().filter((record) => record.kind === kind);
}
