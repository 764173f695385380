import { aTestBook, type TestBook } from '#renderer/book/book.fixture.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { saveCustomer } from '#shared/modules/customer/rules.ts';
import { blankCustomer } from './form/blank-customer.ts';

export const seller = aPerson('小王', 'salesperson');
export const manager = aPerson('陈经理', 'manager');

/** 24 November 2026, 10:00 in the branch. */
export const NOW = Date.UTC(2026, 10, 24, 2);
export const DAY = 86_400_000;

export interface Office extends TestBook {
  clock: { now: number };
}

export async function anOffice(): Promise<Office> {
  const clock = { now: NOW };
  return { ...(await aTestBook({ now: () => clock.now })), clock };
}

export function aFile(changes: Partial<Customer> = {}): Customer {
  return {
    ...blankCustomer,
    name: '杭州远大纺织机械有限公司',
    contact: '林宝',
    phone: '13800010002',
    address: '长河路 923 号',
    industry: '纺织机械',
    ...changes,
  };
}

export async function aCustomer(office: TestBook, changes: Partial<Customer> = {}): Promise<string> {
  const saved = await office.book.run(manager, saveCustomer({ id: '', body: aFile(changes), candidates: [], confirmed: true }));
  if (!saved.ok) throw new Error(saved.refusal.code);
  return saved.value.answer.customer;
}
