import { describe, expect, it } from 'vitest';
import { aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { PIECES_DATABASE } from '#shared/exchange/books.ts';
import type { Transport } from '#shared/exchange/transport.ts';
import { keeper, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { handGoods } from '#shared/modules/order/rules.ts';
import { aPieceShop, received, sold } from '#shared/modules/product/pieces.fixture.ts';
import { approveReturn, askReturn, receiveReturn } from '#shared/modules/return/rules.ts';
import { judgementOf, type Judgement } from '#shared/modules/verdict/judgement.ts';
import { verdictId } from '#shared/modules/verdict/module.ts';
import { correctReturned, settleVerdict } from '#shared/modules/verdict/rules.ts';
import { aTestCentre, BRANCH, type TestCentre } from './judge.fixture.ts';

const OTHER = 'NB01';
const chief = aPerson('副经理', 'manager');
const one = [{ line: 0, quantity: 1000 }];

interface Company {
  hz: TestCentre;
  nb: TestCentre;
  /** HZ01's desk, and NB01's an hour later. */
  a: MemoryBook;
  b: MemoryBook;
  judge(...branches: string[]): Promise<void>;
}

/** Two branches that both have the phones A and B on their shelves, by mistake or after a move. */
async function twoBranches(): Promise<Company> {
  const hz = await aTestCentre();
  const nb = await aTestCentre(OTHER, hz);
  const desks = [];
  for (const [hour, centre] of [hz, nb].entries()) {
    const shop = await aPieceShop();
    await received(shop, 'phone', ['A', 'B']);
    const desk = centre.desk('A', hour + 1);
    for (const record of shop.records()) {
      const own = centre === hz ? record : { ...record, branch: OTHER, id: record.id.replace(/.$/, 'N') };
      await desk.run(manager, async () => ({
        ok: true,
        value: { records: [['shop', 'store', 'phone', 'car'].includes(record.id) ? record : own], answer: null },
      }));
    }
    desks.push(desk);
  }
  const [a, b] = desks as [MemoryBook, MemoryBook];
  return { hz, nb, a, b, judge: (...branches) => hz.judge({ branches }) };
}

async function handed(desk: MemoryBook, serial: string): Promise<string> {
  const id = await sold(desk, 'collect', 1);
  value(await desk.run(seller, handGoods(id, [{ line: 0, quantity: 1000, serials: [serial] }])));
  return id;
}

async function broughtBack(desk: MemoryBook, id: string): Promise<void> {
  const slip = value(await desk.run(seller, askReturn({ order: id, lines: one, reason: '不合适', condition: 'good' }))).answer.return;
  value(await desk.run(manager, approveReturn(slip)));
  value(await desk.run(keeper, receiveReturn(slip)));
}

function said(centre: TestCentre, id: string): Judgement {
  const verdict = centre.verdictOn(id);
  if (!verdict) throw new Error('no verdict');
  return judgementOf(verdict);
}

const statuses = ({ hz, nb }: Company, first: string, second: string) => [hz.verdictOn(first)?.status, nb.verdictOn(second)?.status];

describe('one piece sold by two branches', () => {
  it.each([
    ['the earlier one first', [BRANCH, OTHER]],
    ['the later one first', [OTHER, BRANCH]],
  ])('is asked about at the later sale, judged %s, by one instance or two [STK-01 ORD-08]', async (_way, order) => {
    for (const instances of [1, 2]) {
      const company = await twoBranches();
      const [first, second] = [await handed(company.a, 'A'), await handed(company.b, 'A')];
      const centreOf = (branch: string) => (branch === BRANCH ? company.hz : company.nb);
      for (const branch of order) {
        await centreOf(branch).send(branch === BRANCH ? company.a : company.b);
        if (instances === 2) await company.judge(branch);
        else await company.judge(BRANCH, OTHER);
      }
      // The other branch's claim may have come after its last look.
      if (instances === 2) for (const branch of order) await company.judge(branch);
      expect(statuses(company, first, second)).toEqual(['confirmed', 'open']);
      const no = (await company.a.get(first))?.no;
      expect(said(company.nb, second)).toMatchObject({
        reasons: [{ code: 'SerialSoldElsewhere', values: { serial: 'A', branch: BRANCH, no } }],
        others: [],
      });
    }
  });

  it('is put right by taking that piece back, and the question is over [ORD-09]', async () => {
    const company = await twoBranches();
    const { hz, nb, a, b, judge } = company;
    const [first, second] = [await handed(a, 'A'), await handed(b, 'A')];
    await hz.send(a);
    await nb.send(b);
    await judge(BRANCH, OTHER);
    await nb.pull(b);
    const { document } = value(await b.run(manager, correctReturned(verdictId(second), '同一件卖了两次'))).answer;
    expect(await b.get(document)).toMatchObject({ kind: 'return', body: { lines: [{ serials: ['A'] }] } });
    value(await b.run(chief, approveReturn(document)));
    value(await b.run(keeper, receiveReturn(document)));
    await nb.send(b);
    await judge(BRANCH, OTHER);
    expect(nb.verdicts().filter(({ status }) => status === 'open')).toEqual([]);
    expect(hz.verdictOn(first)?.status).toBe('confirmed');
  });

  it('is let stand once, and not asked again [ORD-08]', async () => {
    const company = await twoBranches();
    const { hz, nb, a, b, judge } = company;
    await handed(a, 'A');
    const second = await handed(b, 'A');
    await hz.send(a);
    await nb.send(b);
    await judge(BRANCH, OTHER);
    await nb.pull(b);
    value(await b.run(manager, settleVerdict(verdictId(second), '西湖店调来的同一件')));
    await nb.send(b);
    const settled = nb.verdictOn(second);
    await judge(BRANCH, OTHER);
    expect(nb.verdictOn(second)).toEqual(settled);
  });

  it('when the earlier sale is undone, the later one stands without a question [ORD-09]', async () => {
    const company = await twoBranches();
    const { hz, nb, a, b, judge } = company;
    const [first, second] = [await handed(a, 'A'), await handed(b, 'A')];
    await hz.send(a);
    await nb.send(b);
    await judge(BRANCH, OTHER);
    expect(statuses(company, first, second)).toEqual(['confirmed', 'open']);
    await broughtBack(a, first);
    await hz.send(a);
    await judge(BRANCH, OTHER);
    expect(statuses(company, first, second)).toEqual(['confirmed', 'confirmed']);
  });
});

describe('no false alarm across branches', () => {
  it('when one branch took the piece back and the other sells it then [ORD-09]', async () => {
    const company = await twoBranches();
    const { hz, nb, a, b, judge } = company;
    const first = await handed(a, 'A');
    await broughtBack(a, first);
    b.pass(1);
    const second = await handed(b, 'A');
    await nb.send(b);
    await judge(OTHER);
    await hz.send(a);
    await judge(BRANCH, OTHER);
    expect(statuses(company, first, second)).toEqual(['confirmed', 'confirmed']);
  });

  it('when two branches sell different pieces of one product', async () => {
    const company = await twoBranches();
    const { hz, nb, a, b, judge } = company;
    const [first, second] = [await handed(a, 'A'), await handed(b, 'B')];
    await hz.send(a);
    await nb.send(b);
    await judge(BRANCH, OTHER);
    expect(statuses(company, first, second)).toEqual(['confirmed', 'confirmed']);
  });
});

describe('the record of pieces', () => {
  async function collided(): Promise<Company> {
    const company = await twoBranches();
    await handed(company.a, 'A');
    await handed(company.b, 'A');
    await company.hz.send(company.a);
    await company.nb.send(company.b);
    return company;
  }
  const pieces = ({ hz }: Company) => hz.couch.database(PIECES_DATABASE)?.all() ?? [];

  it('is written once, and a judge that starts anew writes nothing', async () => {
    const company = await collided();
    await company.judge(BRANCH, OTHER);
    const before = { pieces: pieces(company), verdicts: [...company.hz.verdicts(), ...company.nb.verdicts()] };
    expect(before.pieces).toHaveLength(1);
    await company.judge(BRANCH, OTHER);
    await company.judge(OTHER);
    expect({ pieces: pieces(company), verdicts: [...company.hz.verdicts(), ...company.nb.verdicts()] }).toEqual(before);
  });

  it('may be lost or cut off at any write: the next judge says it again', async () => {
    for (let at = 1; ; at += 1) {
      const company = await collided();
      let writes = 0;
      const breaking: Transport = async (request) => {
        if (request.path.startsWith(`/${PIECES_DATABASE}/_`) && (writes += 1) === at) throw new Error('killed');
        return company.hz.transport(request);
      };
      const ended = await company.hz.judge({ branches: [BRANCH, OTHER], transport: breaking }).then(
        () => true,
        () => false,
      );
      if (ended) return expect(at).toBeGreaterThan(4);
      company.hz.pass(1_000_000);
      await company.judge(BRANCH, OTHER);
      expect([...company.hz.verdicts(), ...company.nb.verdicts()].map(({ status }) => status).toSorted()).toEqual([
        'confirmed',
        'confirmed',
        'confirmed',
        'open',
      ]);
    }
  });
});
