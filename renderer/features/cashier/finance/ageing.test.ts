import { describe, expect, it } from 'vitest';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { ok } from '#shared/core/result.ts';
import { aMemoryBook, aPerson } from '#shared/documents/memory-book.fixture.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { agedReceivables, bucketOf } from './ageing.ts';

const finance = aPerson('财务', 'finance');
const file: Customer = {
  type: 'person', name: '李敏', contact: '', phone: '139', otherPhone: '', address: '', industry: '', size: '', web: '',
  class: 'ordinary', level: '', birthday: '', interests: '', creditLimit: 0, creditDays: 0, notes: '',
}; // prettier-ignore

describe('ageing of receivables', () => {
  it.each([
    [-5, 'current'],
    [0, 'current'],
    [1, 'to30'],
    [30, 'to30'],
    [31, 'to60'],
    [60, 'to60'],
    [61, 'to90'],
    [90, 'to90'],
    [91, 'over90'],
  ])('%i days overdue is in %s [PAY-06]', (days, bucket) => {
    expect(bucketOf(days)).toBe(bucket);
  });

  it('sums a customer’s debts by age, longest overdue customer first; what was settled is gone [PAY-06 PAY-08]', async () => {
    const book = aMemoryBook();
    const debt = async (name: string, debts: readonly [amount: number, due: string][]) => {
      await book.run(finance, async (_read, moment) => {
        const made = commitNew(customer, { ...file, name }, moment);
        if (!made.ok) return made;
        const records = debts.map(([amount, due]) => {
          const paper = commitNew(opening, { type: 'receivable', customerName: name, amount, due, reference: '' }, moment, {
            party: made.value.id,
          });
          if (!paper.ok) throw new Error(paper.refusal.code);
          return untyped(paper.value);
        });
        return ok({ records: [untyped(made.value), ...records], answer: null });
      });
    };
    await debt('新债', [[1_000, '2026-11-30']]);
    await debt('老债', [
      [2_000, '2026-11-01'],
      [3_000, '2026-06-01'],
      [-500, '2026-11-01'],
    ]);
    const rows = await agedReceivables(book, '2026-11-02');
    expect(rows.map(({ name, open, overdueDays, papers }) => ({ name, open, overdueDays, papers }))).toEqual([
      { name: '老债', open: 4_500, overdueDays: 154, papers: 3 },
      { name: '新债', open: 1_000, overdueDays: 0, papers: 1 },
    ]);
    expect(rows[0]?.buckets).toMatchObject({ current: 0, to30: 2_000, over90: 3_000 });
    expect(rows[1]?.buckets.current).toBe(1_000);
  });
});
