import { ok } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { opening } from '#shared/modules/opening/module.ts';

export const manager = aPerson('经理', 'manager');
export const stockOf = (product: string) => `stock/shop/${product}`;

/** Counts `quantity` thousandths of a product into the shop; the answer is the document's id. */
export function countIn(product: string, quantity: number): Decide<string> {
  return async (_read, moment) => {
    const body = { type: 'stock' as const, product, code: product, name: product, spec: '', unit: '只', location: 'shop', quantity };
    const made = commitNew(opening, body, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: made.value.id }) : made;
  };
}

/** Takes a count back. */
export function undo(id: string): Decide {
  return async (read, moment) => {
    const found = await read.get(id);
    if (!found) throw new Error(`${id} is not there`);
    const undone = act(opening, opening.read(found), 'undone', {}, moment);
    return undone.ok ? ok({ records: [untyped(undone.value)], answer: null }) : undone;
  };
}

export const aCustomer = (rest: Partial<Customer> = {}): Customer => ({
  type: 'person',
  name: '李敏',
  contact: '',
  phone: '13900002222',
  otherPhone: '',
  address: '',
  industry: '',
  size: '',
  web: '',
  class: 'ordinary',
  level: '',
  birthday: '',
  interests: '',
  creditLimit: 0,
  creditDays: 0,
  notes: '',
  ...rest,
});

/** A customer's file; the answer is its id. */
export function registerCustomer(rest: Partial<Customer> = {}): Decide<string> {
  return async (_read, moment) => {
    const made = commitNew(customer, aCustomer(rest), moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: made.value.id }) : made;
  };
}
