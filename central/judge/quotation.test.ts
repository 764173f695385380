import { describe, expect, it } from 'vitest';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { aCustomer, aProduct, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { decideOn } from '#shared/modules/decisions.ts';
import { issuePolicy } from '#shared/modules/policy/rules.ts';
import { anOffer } from '#shared/modules/quotation/quotation.fixture.ts';
import { draftQuotation, sendQuotation, submitQuotation } from '#shared/modules/quotation/rules.ts';
import { judgementOf } from '#shared/modules/verdict/judgement.ts';
import { aTestCentre } from './judge.fixture.ts';

async function quoted(book: MemoryBook, pot: string, party: string): Promise<string> {
  const id = value(await book.run(seller, draftQuotation(anOffer({ pot, party }, 9700)))).answer.quotation;
  value(await book.run(seller, submitQuotation(id)));
  value(await book.run(manager, decideOn(id, { verb: 'sign', comment: '' })));
  value(await book.run(seller, sendQuotation(id, { channel: 'email', to: '' })));
  return id;
}

async function anOfficeApart() {
  const centre = await aTestCentre();
  const first = centre.desk('C', -10);
  const pot = await aProduct(first);
  const party = await aCustomer(first, { type: 'organisation' });
  value(await first.run(manager, issuePolicy({ 'discount.large_bp': 500 }, '')));
  await centre.send(first);
  const [a, b] = [centre.desk('A', 2), centre.desk('B', 1)];
  await centre.pull(a);
  await centre.pull(b);
  a.parameters = { 'discount.large_bp': 500 };
  return { centre, a, b, pot, party };
}

describe('a quotation sent while a desk was apart', () => {
  it('stands where the policy is the one the desk knew [G-01 G-03]', async () => {
    const { centre, a, pot, party } = await anOfficeApart();
    const id = await quoted(a, pot, party);
    await centre.send(a);
    await centre.judge();
    expect(centre.verdictOn(id)?.status).toBe('confirmed');
  });

  it('comes back when another policy was issued before it, with both numbers and the approval that lacks [G-01 G-03 PLT-02]', async () => {
    const { centre, a, b, pot, party } = await anOfficeApart();
    value(await b.run(manager, issuePolicy({ 'discount.large_bp': 299 }, '')));
    const id = await quoted(a, pot, party);
    await centre.send(b);
    await centre.send(a);
    await centre.judge();
    expect(centre.verdictOn(id)?.status).toBe('returned');
    const { gates } = judgementOf(centre.verdictOn(id) ?? { events: [] });
    expect(gates.map(({ gate, result, values }) => [gate, result, values])).toEqual([
      ['G-01', 'blocked', expect.objectContaining({ missing: 'currentPolicy', version: 2, bound: 1 })],
      ['G-03', 'blocked', { missing: 'largeApproval', share: '3%', large: '2.99%' }],
    ]);
  });

  it('stands when the limit is just the discount, and the policy alone is old [G-03]', async () => {
    const { centre, a, b, pot, party } = await anOfficeApart();
    value(await b.run(manager, issuePolicy({ 'discount.large_bp': 300 }, '')));
    const id = await quoted(a, pot, party);
    await centre.send(b);
    await centre.send(a);
    await centre.judge();
    expect(judgementOf(centre.verdictOn(id) ?? { events: [] }).gates.map(({ gate }) => gate)).toEqual(['G-01']);
  });

  it.each([
    ['G-09', { phone: '', contact: '' }, 'reachable'],
    ['G-10', { fit: '' }, 'fit'],
  ])('[%s] waits for somebody to look at it when what is to be known of the customer was not written down', async (gate, left, missing) => {
    const { centre, a, pot, party } = await anOfficeApart();
    const id = await quoted(a, pot, party);
    const records = a.records().map((record) => {
      const body = { ...record.body, ...left };
      if (record.id !== id) return record;
      return { ...record, body, events: record.events.map((one) => ('body' in one.data ? { ...one, data: { ...one.data, body } } : one)) };
    });
    await centre.send({ ...a, records: () => records });
    await centre.judge();
    const { gates } = judgementOf(centre.verdictOn(id) ?? { events: [] });
    expect(gates).toContainEqual(expect.objectContaining({ gate, result: 'warned', values: { missing, count: 1 } }));
    expect(centre.verdictOn(id)?.status).toBe('open');
  });
});
