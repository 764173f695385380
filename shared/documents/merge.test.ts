import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/core/canonical.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { seal } from '#shared/modules/registry.ts';
import { commitNew, editRecord, untyped } from './act.ts';
import { foldBody } from './edited-body.ts';
import { aMemoryBook, aPerson } from './memory-book.fixture.ts';
import { mergeRecords } from './merge.ts';
import type { AnyRecord } from './record.ts';

const file: Customer = {
  type: 'organisation',
  name: '杭州远山贸易有限公司',
  contact: '单志强',
  phone: '13800001234',
  otherPhone: '',
  address: '杭州市西湖区文三路 1 号',
  industry: '贸易',
  size: '',
  web: '',
  class: 'key',
  level: '',
  birthday: '',
  interests: '',
  creditLimit: 0,
  creditDays: 0,
  notes: '',
};
const seller = aPerson('小王', 'salesperson');

function made(): AnyRecord {
  const result = commitNew(customer, file, aMemoryBook().moment(seller));
  if (!result.ok) throw new Error(result.refusal.code);
  return untyped(result.value);
}

type Edit = { desk: 'A' | 'B' | 'C'; field: 'phone' | 'notes' | 'contact'; value: string };

/** Each desk edits its own copy of `base`, offline. */
function replicas(base: AnyRecord, edits: readonly Edit[]): AnyRecord[] {
  return (['A', 'B', 'C'] as const).map((letter, index) => {
    const moment = aMemoryBook(`HZ01-${letter}`, Date.UTC(2026, 10, 2, 2) + index).moment(seller);
    return edits
      .filter((edit) => edit.desk === letter)
      .reduce((record, { field, value }) => {
        const edited = editRecord(customer, customer.read(record), { ...customer.read(record).body, [field]: value }, moment);
        if (!edited.ok) throw new Error(edited.refusal.code);
        return untyped(edited.value);
      }, base);
  });
}

const edits = fc.array(
  fc.record({
    desk: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
    field: fc.constantFrom('phone' as const, 'notes' as const, 'contact' as const),
    value: fc.string({ maxLength: 6 }),
  }),
  { maxLength: 12 },
);

describe('two desks change one customer without a network', () => {
  it('whatever the order in which they hear of each other, they end up equal: merge commutes, is associative and idempotent [CRM-01]', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const [a, b, c] = replicas(made(), all);
        if (!a || !b || !c) throw new Error('three replicas');
        const same = (x: AnyRecord, y: AnyRecord) => expect(canonicalJson(x)).toBe(canonicalJson(y));
        same(mergeRecords(a, b, seal), mergeRecords(b, a, seal));
        same(mergeRecords(mergeRecords(a, b, seal), c, seal), mergeRecords(a, mergeRecords(b, c, seal), seal));
        same(mergeRecords(a, a, seal), a);
        same(mergeRecords(mergeRecords(a, b, seal), b, seal), mergeRecords(a, b, seal));
      }),
    );
  });

  it('different fields both hold; the same field keeps both values and asks', () => {
    const base = made();
    const [a, b] = replicas(base, [
      { desk: 'A', field: 'phone', value: '139' },
      { desk: 'B', field: 'contact', value: '李敏' },
      { desk: 'A', field: 'notes', value: '要发票' },
      { desk: 'B', field: 'notes', value: '不要发票' },
    ]);
    if (!a || !b) throw new Error('two replicas');
    const merged = mergeRecords(a, b, seal);
    expect(merged.body).toMatchObject({ phone: '139', contact: '李敏' });
    const { conflicts } = foldBody(merged.events);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatchObject({ field: 'notes', original: '' });
    expect([conflicts[0]?.first.value, conflicts[0]?.second.value].toSorted()).toEqual(['不要发票', '要发票']);
  });

  it('refuses to merge two different documents', () => {
    expect(() => mergeRecords(made(), { ...made(), id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' })).toThrow(RangeError);
  });
});
