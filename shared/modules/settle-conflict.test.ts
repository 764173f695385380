import { describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { foldBody } from '#shared/documents/edited-body.ts';
import { aMemoryBook, aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer, type Customer } from './customer/module.ts';
import { saveCustomer } from './customer/rules.ts';
import { seal } from './registry.ts';
import { settleConflict } from './settle-conflict.ts';

const seller = aPerson('小王', 'salesperson');
const finance = aPerson('老周', 'finance');
const guard = aPerson('门卫', 'guard');

const body: Customer = {
  type: 'organisation',
  name: '远大',
  contact: '',
  phone: '1',
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
};

/** A file of which two desks changed one field from the same value. */
async function aConflict(book: MemoryBook, field: keyof Customer, first: unknown, second: unknown): Promise<string> {
  const made = await book.run(seller, saveCustomer({ id: '', body, candidates: [] }));
  if (!made.ok) throw new Error(made.refusal.code);
  const id = made.value.answer.customer;
  const record = await book.get(id);
  if (!record) throw new Error('not saved');
  const { hlc } = book.moment(seller);
  const edit = (value: unknown) => ({
    id: hlc(),
    by: seller.id,
    desk: 'HZ01-A',
    type: 'edited',
    data: { set: { [field]: value }, was: { [field]: body[field] } },
  });
  await book.run(seller, async () =>
    ok({ records: [seal({ ...record, events: [...record.events, edit(first), edit(second)] })], answer: null }),
  );
  return id;
}

const conflicts = async (book: MemoryBook, id: string) => foldBody((await book.get(id))?.events ?? []).conflicts;

describe('two values for one field', () => {
  it.each([
    ['first', '111'],
    ['second', '222'],
    ['original', '1'],
  ] as const)('end with the %s [CRM-01]', async (keep, phone) => {
    const book = aMemoryBook();
    const id = await aConflict(book, 'phone', '111', '222');
    expect(await conflicts(book, id)).toHaveLength(1);
    expect((await book.run(seller, settleConflict(id, 'phone', keep))).ok).toBe(true);
    expect(await conflicts(book, id)).toHaveLength(0);
    expect((await readAs(book, customer, id))?.body.phone).toBe(phone);
  });

  it('are not decided twice, nor by whoever may not change files [CRM-01]', async () => {
    const book = aMemoryBook();
    const id = await aConflict(book, 'phone', '111', '222');
    expect(await book.run(guard, settleConflict(id, 'phone', 'first'))).toMatchObject({ ok: false, refusal: { code: 'PostMayNot' } });
    await book.run(seller, settleConflict(id, 'phone', 'first'));
    expect(await book.run(seller, settleConflict(id, 'phone', 'second'))).toMatchObject({
      ok: false,
      refusal: { code: 'ConflictSettled' },
    });
  });

  it('of a credit limit are decided by finance or the manager [CRM-01]', async () => {
    const book = aMemoryBook();
    const id = await aConflict(book, 'creditLimit', 100, 200);
    expect(await book.run(seller, settleConflict(id, 'creditLimit', 'second'))).toMatchObject({ refusal: { code: 'PostMayNot' } });
    expect((await book.run(finance, settleConflict(id, 'creditLimit', 'second'))).ok).toBe(true);
  });
});
