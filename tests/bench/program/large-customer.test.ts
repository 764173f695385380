import { expect, test } from 'vitest';
import { oneLargeCustomer } from './large-customer.ts';

const bytes = (value: object): Buffer => Buffer.from(JSON.stringify(value));

test('the best customers become one until it has half of the papers; files and strangers stay as they are', () => {
  const paper = (id: string, party: string) => bytes({ id, kind: 'order', party, body: { buyer: party } });
  const texts = [
    bytes({ id: 'c-1', kind: 'customer', party: '', title: '甲' }),
    bytes({ id: 'c-2', kind: 'customer', party: '', title: '乙' }),
    bytes({ id: 'c-3', kind: 'customer', party: '', title: '丙' }),
    paper('o-1', 'c-1'),
    paper('o-2', 'c-2'),
    paper('o-3', 'c-2'),
    paper('o-4', 'c-2'),
    paper('o-5', 'c-1'),
    paper('o-6', 'c-3'),
  ];
  const { texts: after, customer } = oneLargeCustomer(texts);
  expect(customer).toEqual({ id: 'c-2', name: '乙', papers: 5 });
  const records = after.map((text) => JSON.parse(text.toString()) as { id: string; party: string; body?: { buyer: string } });
  expect(records.map(({ party }) => party)).toEqual(['', '', '', 'c-2', 'c-2', 'c-2', 'c-2', 'c-2', 'c-3']);
  expect(records[3]?.body?.buyer).toBe('c-2');
  expect(records.map(({ id }) => id)).toEqual(['c-1', 'c-2', 'c-3', 'o-1', 'o-2', 'o-3', 'o-4', 'o-5', 'o-6']);
});
