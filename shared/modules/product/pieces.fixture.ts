/** A shop with goods whose pieces have numbers, for tests of decisions. */
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { Module } from '#shared/documents/module.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { aProductBody, anOrder, aShop, goods, keeper, manager, seller, value } from '../branch.fixture.ts';
import { receiveFinished } from '../inbound/rules.ts';
import { location } from '../location/module.ts';
import { takeOrder } from '../order/rules.ts';
import { product } from './module.ts';
import type { Tracking } from './serials.ts';

export const place = (name: string) => ({ name, code: name, type: 'shop', address: '', phone: '' }) as const;

/** A record under a name that says what it is, as the papers of the tests use them. */
async function named<Body>(book: MemoryBook, module: Module<Body>, body: Body, id: string): Promise<void> {
  const decide: Decide = async (_read, moment) =>
    ok({ records: [{ ...untyped(value(commitNew(module, body, moment))), id }], answer: null });
  value(await book.run(manager, decide));
}

/** 'phone' is told apart by serial number, 'car' by VIN, 'pot' not at all. */
export async function aPieceShop(stock: Record<string, number> = {}): Promise<MemoryBook> {
  const book = await aShop(stock);
  for (const id of ['shop', 'store']) await named(book, location, place(id), id);
  const of = (tracking: Tracking) => aProductBody({ tracking, price: 5000, floor: 0 });
  await named(book, product, of('serial'), 'phone');
  await named(book, product, of('vin'), 'car');
  return book;
}

let slips = 0;

/** Takes pieces in, each with its number. */
export function receive(id: string, serials: readonly string[] | undefined, quantity = (serials?.length ?? 0) * 1000, at = 'shop') {
  slips += 1;
  const line = { ...goods(id), quantity, cost: 0, ...(serials ? { serials: [...serials] } : {}) };
  const papers = { from: '厂部', slipNo: `S${slips}`, certificateNo: 'C', certificate: '', notes: '' };
  return receiveFinished({ location: at, lines: [line], ...papers });
}

export async function received(book: MemoryBook, id: string, serials: readonly string[], at = 'shop'): Promise<string> {
  return value(await book.run(keeper, receive(id, serials, undefined, at))).answer.inbound;
}

/** A sale of phones; `named` are chosen when the slip is written. */
export function sale(kind: 'carry' | 'collect', quantity: number, named?: readonly string[]) {
  const input = anOrder(kind, [{ product: 'phone', quantity: quantity * 1000, price: 5000 }]);
  const lines = input.body.lines.map((line) => (named ? { ...line, serials: [...named] } : line));
  return takeOrder({ ...input, body: { ...input.body, lines } });
}

export async function sold(book: MemoryBook, kind: 'carry' | 'collect', quantity: number, named?: readonly string[]): Promise<string> {
  return value(await book.run(seller, sale(kind, quantity, named))).answer.order;
}
