import { describe, expect, it } from 'vitest';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { cash, cashier, keeper, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { handGoods } from '#shared/modules/order/rules.ts';
import { aPieceShop, received, receive, sale, sold } from '#shared/modules/product/pieces.fixture.ts';
import { approveReturn, askReturn, receiveReturn } from '#shared/modules/return/rules.ts';
import { judgementOf, type Judgement } from '#shared/modules/verdict/judgement.ts';
import { verdictId } from '#shared/modules/verdict/module.ts';
import { correctReturned } from '#shared/modules/verdict/rules.ts';
import { aTestCentre, type TestCentre } from './judge.fixture.ts';

const one = [{ line: 0, quantity: 1000 }];

/** Desks that know the same three phones and have not heard of each other since; each an hour after the one before. */
async function apart(letters: readonly string[]): Promise<{ centre: TestCentre; desks: MemoryBook[] }> {
  const centre = await aTestCentre();
  const shop = await aPieceShop();
  await received(shop, 'phone', ['A', 'B', 'C']);
  await centre.send(shop);
  const desks = letters.map((letter, index) => centre.desk(letter, index + 1));
  for (const desk of desks) await centre.pull(desk);
  return { centre, desks };
}

function said(centre: TestCentre, id: string): Judgement {
  const verdict = centre.verdictOn(id);
  if (!verdict) throw new Error('no verdict');
  return judgementOf(verdict);
}

async function handed(desk: MemoryBook, ...serials: string[]): Promise<string> {
  const id = await sold(desk, 'collect', serials.length);
  value(await desk.run(seller, handGoods(id, [{ line: 0, quantity: serials.length * 1000, serials }])));
  return id;
}

async function broughtBack(desk: MemoryBook, id: string): Promise<void> {
  const slip = value(await desk.run(seller, askReturn({ order: id, lines: one, reason: '不合适', condition: 'good' }))).answer.return;
  value(await desk.run(manager, approveReturn(slip)));
  value(await desk.run(keeper, receiveReturn(slip)));
}

describe('one piece sold at two desks that know nothing of each other', () => {
  it.each([['first to last'], ['last to first']])(
    'comes back to the later sale with both papers, arriving %s [STK-01 ORD-08]',
    async (way) => {
      const { centre, desks } = await apart(['A', 'B']);
      const papers = [];
      for (const desk of desks) papers.push(await handed(desk, 'A'));
      const [first = '', second = ''] = papers;
      for (const desk of way === 'first to last' ? desks : desks.toReversed()) {
        await centre.send(desk);
        await centre.judge();
      }
      expect(centre.verdictOn(first)?.status).toBe('confirmed');
      expect(centre.verdictOn(second)?.status).toBe('open');
      const no = (await desks[0]?.get(first))?.no;
      expect(said(centre, second)).toMatchObject({ reasons: [{ code: 'SerialSold', values: { serial: 'A', no } }], others: [first] });
    },
  );

  it('the later hand-over is the one that asks, not the later order [STK-01]', async () => {
    const { centre, desks } = await apart(['A', 'B']);
    const [a, b] = desks as [MemoryBook, MemoryBook];
    const early = await sold(a, 'collect', 1);
    a.pass(1);
    const late = await handed(b, 'A');
    value(await a.run(seller, handGoods(early, [{ line: 0, quantity: 1000, serials: ['A'] }])));
    await centre.send(a);
    await centre.send(b);
    await centre.judge();
    expect([early, late].map((id) => centre.verdictOn(id)?.status)).toEqual(['open', 'confirmed']);
  });

  it('three claimants: the first keeps it, and when its sale is undone the second does [STK-01 ORD-09]', async () => {
    const { centre, desks } = await apart(['A', 'B', 'C']);
    const papers: string[] = [];
    for (const desk of desks) papers.push(await handed(desk, 'A'));
    const [first = '', second = '', third = ''] = papers;
    for (const desk of desks.toReversed()) await centre.send(desk);
    await centre.judge();
    expect(papers.map((id) => centre.verdictOn(id)?.status)).toEqual(['confirmed', 'open', 'open']);
    expect([second, third].map((id) => said(centre, id).others)).toEqual([[first], [first]]);
    const [a] = desks as [MemoryBook];
    await broughtBack(a, first);
    await centre.send(a);
    await centre.judge();
    expect(papers.map((id) => centre.verdictOn(id)?.status)).toEqual(['confirmed', 'confirmed', 'open']);
    expect(said(centre, third).others).toEqual([second]);
  });

  it('is put right by taking back that piece alone [ORD-09]', async () => {
    const { centre, desks } = await apart(['A', 'B']);
    const [a, b] = desks as [MemoryBook, MemoryBook];
    await handed(a, 'A');
    const second = await handed(b, 'B', 'A');
    await centre.send(a);
    await centre.send(b);
    await centre.judge();
    await centre.pull(b);
    const { document } = value(await b.run(manager, correctReturned(verdictId(second), '同一件卖了两次'))).answer;
    expect(await b.get(document)).toMatchObject({ kind: 'return', amount: -5000, body: { lines: [{ quantity: 1000, serials: ['A'] }] } });
  });

  it('named on two slips of goods to carry away, before they are handed over [SHP-01]', async () => {
    const { centre, desks } = await apart(['A', 'B']);
    const [a, b] = desks as [MemoryBook, MemoryBook];
    const [first, second] = [await sold(a, 'carry', 1, ['A']), await sold(b, 'carry', 1, ['A'])];
    value(await b.run(cashier, cash(second, 5000)));
    value(await b.run(seller, handGoods(second, one)));
    await centre.send(b);
    await centre.send(a);
    await centre.judge();
    expect([first, second].map((id) => centre.verdictOn(id)?.status)).toEqual(['confirmed', 'open']);
  });
});

describe('no false alarm', () => {
  it('when a piece came back and is sold again, at another desk and by the same order’s customer [ORD-09]', async () => {
    const { centre, desks } = await apart(['A', 'B']);
    const [a, b] = desks as [MemoryBook, MemoryBook];
    const first = await handed(a, 'A');
    await broughtBack(a, first);
    await centre.send(a);
    await centre.pull(b);
    const second = await handed(b, 'A');
    await broughtBack(b, second);
    const third = value(await b.run(seller, sale('carry', 1, ['A']))).answer.order;
    await centre.send(b);
    await centre.judge();
    expect([first, second, third].map((id) => centre.verdictOn(id)?.status)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(centre.verdicts().filter(({ status }) => status !== 'confirmed')).toEqual([]);
  });

  it('when two sell different pieces of one product', async () => {
    const { centre, desks } = await apart(['A', 'B']);
    const [a, b] = desks as [MemoryBook, MemoryBook];
    const papers = [await handed(a, 'A'), await handed(b, 'B', 'C')];
    await centre.send(a);
    await centre.send(b);
    await centre.judge();
    expect(papers.map((id) => centre.verdictOn(id)?.status)).toEqual(['confirmed', 'confirmed']);
  });
});

describe('one piece taken in at two desks', () => {
  it('asks at the later slip, naming the earlier [STK-02]', async () => {
    const { centre, desks } = await apart(['A', 'B']);
    const [a, b] = desks as [MemoryBook, MemoryBook];
    const first = value(await a.run(keeper, receive('phone', ['D']))).answer.inbound;
    const second = value(await b.run(keeper, receive('phone', ['D', 'E']))).answer.inbound;
    await centre.send(b);
    await centre.send(a);
    await centre.judge();
    expect(centre.verdictOn(first)?.status).toBe('confirmed');
    expect(centre.verdictOn(second)?.status).toBe('open');
    expect(said(centre, second)).toMatchObject({ reasons: [{ code: 'SerialReceived', values: { serial: 'D' } }], others: [first] });
  });
});
