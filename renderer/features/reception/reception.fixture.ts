import { aTestBook, type TestBook } from '#renderer/book/book.fixture.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { saveCustomer } from '#shared/modules/customer/rules.ts';
import type { Visit } from '#shared/modules/visit/module.ts';
import { registerVisit } from '#shared/modules/visit/rules.ts';

export const host = aPerson('小王', 'salesperson');

/** 24 November 2026, 10:00 in the branch. */
export const NOW = Date.UTC(2026, 10, 24, 2);
export const DAY = 86_400_000;

export interface Showroom extends TestBook {
  clock: { now: number };
}

export async function aShowroom(): Promise<Showroom> {
  const clock = { now: NOW };
  return { ...(await aTestBook({ now: () => clock.now })), clock };
}

export function aVisitor(changes: Partial<Visit> = {}): Visit {
  return { channel: 'walk-in', arrived: '09:50', people: 1, name: '李先生', phone: '', need: '看水泵', heardOf: 'passing', ...changes };
}

/** Somebody who came in and has not been greeted. */
export async function aVisit(room: TestBook, changes: Partial<Visit> = {}): Promise<string> {
  const saved = await room.book.run(host, registerVisit({ body: aVisitor(changes) }));
  if (!saved.ok) throw new Error(saved.refusal.code);
  return saved.value.answer.visit;
}

export function aCustomerBody(changes: Partial<Customer> = {}): Customer {
  return {
    type: 'organisation',
    name: '杭州远大纺织机械有限公司',
    contact: '林宝',
    phone: '13800010002',
    otherPhone: '',
    address: '长河路 923 号',
    industry: '纺织机械',
    size: '',
    web: '',
    class: 'key',
    level: 'A',
    birthday: '',
    interests: '',
    creditLimit: 0,
    creditDays: 0,
    notes: '',
    ...changes,
  };
}

export async function aCustomer(room: TestBook, changes: Partial<Customer> = {}): Promise<string> {
  const saved = await room.book.run(host, saveCustomer({ id: '', body: aCustomerBody(changes), candidates: [], confirmed: true }));
  if (!saved.ok) throw new Error(saved.refusal.code);
  return saved.value.answer.customer;
}
