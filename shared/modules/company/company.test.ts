import { expect, test } from 'vitest';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { blankCompany, company } from './module.ts';
import { companyOf, saveCompany } from './rules.ts';

const manager: Actor = { id: 'm1', name: '沈国良', roles: ['manager'] };
const seller: Actor = { id: 's1', name: '王芳', roles: ['salesperson'] };
const ours = { ...blankCompany, bank: '杭州银行石桥支行', account: '3301 0000' };

test('a manager writes down the bank once and changes it in place; a salesperson may not', async () => {
  const book = aMemoryBook('HZ01-A', Date.UTC(2026, 10, 24, 6));
  expect(await companyOf(book, 'HZ01')).toEqual(blankCompany);
  expect((await book.run(seller, saveCompany(ours))).ok).toBe(false);
  expect((await book.run(manager, saveCompany(ours))).ok).toBe(true);
  expect((await book.run(manager, saveCompany({ ...ours, tax: '91330105MA0000001X' }))).ok).toBe(true);
  expect(book.records().filter(({ kind }) => kind === company.kind)).toHaveLength(1);
  expect(await companyOf(book, 'HZ01')).toEqual({ ...ours, tax: '91330105MA0000001X' });
});

test('the details of another branch are not ours; of two records of one branch the one touched last counts', async () => {
  const book = aMemoryBook('HZ01-A', Date.UTC(2026, 10, 24, 6));
  const other = aMemoryBook('HZ01-B', Date.UTC(2026, 10, 24, 7));
  await book.run(manager, saveCompany(ours));
  const newer = await other.run(manager, saveCompany({ ...ours, bank: '杭州联合银行' }));
  if (!newer.ok) throw new Error(newer.refusal.code);
  await book.run(manager, async () => ({ ok: true, value: { records: other.records(), answer: null } }));
  expect((await companyOf(book, 'HZ01')).bank).toBe('杭州联合银行');
  expect(await companyOf(book, 'NB01')).toEqual(blankCompany);
});
