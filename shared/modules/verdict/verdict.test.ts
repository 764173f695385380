import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextHlc } from '#shared/core/hybrid-clock.ts';
import { ok } from '#shared/core/result.ts';
import { mergeRecords } from '#shared/documents/merge.ts';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { recordSchema, type AnyRecord } from '#shared/documents/record.ts';
import { untyped } from '#shared/documents/act.ts';
import { aCustomer, anOrder, aShop, cash, cashier, keeper, manager, refusal, seller, value } from '../branch.fixture.ts';
import { seal } from '../registry.ts';
import { handGoods, takeOrder } from '../order/rules.ts';
import { decisionOf, emptyJudgement, judgementOf, type Judgement } from './judgement.ts';
import { withJudgement, type JudgedStatus } from './make-verdict.ts';
import { verdictId } from './module.ts';
import { correctReturned, settleVerdict } from './rules.ts';

const short: Judgement = {
  reasons: [{ code: 'NotEnoughStock', values: { name: '砂锅', there: 0, wanted: 1000 } }],
  gates: [],
  others: [],
  upTo: '',
};

function clock(start = 1_800_000_000_000): () => string {
  let last = '';
  return () => (last = nextHlc(last, start, 'JUDGE'));
}

/** Puts the judge's verdict into the desk's book, as the exchange does. */
async function judge(book: MemoryBook, id: string, status: JudgedStatus, judgement: Judgement = short): Promise<string> {
  const paper = await book.get(id);
  if (!paper) throw new Error('no paper');
  const before = await book.get(verdictId(id));
  const record = withJudgement(paper, before, status, judgement, clock(book.moment(manager).now));
  value(await book.run(manager, async () => ok({ records: [untyped(record)], answer: null })));
  return record.id;
}

const sale = (book: MemoryBook, kind: 'carry' | 'collect' = 'collect') =>
  book.run(seller, takeOrder(anOrder(kind, [{ product: 'pot', quantity: 1000, price: 5000 }])));

async function statusOf(book: MemoryBook, id: string): Promise<string> {
  return (await book.get(id))?.status ?? '';
}

describe('a verdict', () => {
  it('has the id that follows from its paper, and no other paper has it', () => {
    const letter = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 26, maxLength: 26 }), (id) => {
        expect(recordSchema.shape.id.safeParse(verdictId(id)).success).toBe(true);
        expect(verdictId(verdictId(id))).toBe(id);
        expect(verdictId(id)).not.toBe(id);
      }),
    );
  });

  it('belongs to its paper, and says the newest judgement whatever was decided before', async () => {
    const book = await aShop({ pot: 5000 });
    const { order } = value(await sale(book)).answer;
    const id = await judge(book, order, 'confirmed', emptyJudgement);
    const paper = await book.get(order);
    expect(await book.get(id)).toMatchObject({ source: order, party: paper?.party, branch: 'HZ01', desk: 'JUDGE', title: paper?.no });
    expect(await statusOf(book, id)).toBe('confirmed');
    await judge(book, order, 'returned');
    expect(await statusOf(book, id)).toBe('returned');
    const found = await book.get(id);
    expect(judgementOf(found ?? { events: [] })).toEqual(short);
    expect(decisionOf(found ?? { events: [] })).toBeNull();
  });

  it('of two replicas unites to the same, whatever the order', async () => {
    const book = await aShop({ pot: 5000 });
    const { order } = value(await sale(book)).answer;
    const id = await judge(book, order, 'returned');
    const start = await book.get(id);
    value(await book.run(manager, settleVerdict(id, '客户已同意等货')));
    const settled = await book.get(id);
    const paper = await book.get(order);
    if (!start || !settled || !paper) throw new Error('missing');
    const again = withJudgement(paper, start, 'open', emptyJudgement, clock(book.moment(manager).now + 1000)) as unknown as AnyRecord;
    const one = mergeRecords(settled, again, seal);
    expect(one).toEqual(mergeRecords(again, settled, seal));
    expect(one.events).toHaveLength(4);
    expect(one.status).toBe('open');
  });
});

describe('the manager lets a paper stand', () => {
  it('with a reason, and nobody else does', async () => {
    const book = await aShop({ pot: 5000 });
    const { order } = value(await sale(book)).answer;
    const id = await judge(book, order, 'returned');
    expect(refusal(await book.run(seller, settleVerdict(id, '已补货'))).code).toBe('PostMayNot');
    expect(refusal(await book.run(manager, settleVerdict(id, ' '))).code).toBe('ReasonMissing');
    expect(refusal(await book.run(manager, settleVerdict(verdictId(id), '已补货'))).code).toBe('NotFound');
    value(await book.run(manager, settleVerdict(id, '已补货')));
    expect(decisionOf((await book.get(id)) ?? { events: [] })).toMatchObject({
      type: 'accepted',
      by: manager.id,
      data: { reason: '已补货' },
    });
    expect(refusal(await book.run(manager, settleVerdict(id, '已补货'))).code).toBe('StatusPassed');
  });

  it('not one that was confirmed', async () => {
    const book = await aShop({ pot: 5000 });
    const id = await judge(book, value(await sale(book)).answer.order, 'confirmed', emptyJudgement);
    expect(refusal(await book.run(manager, settleVerdict(id, '好'))).code).toBe('StatusPassed');
  });
});

describe('a returned paper is put right by the reversal of its kind', () => {
  it('an order nothing left on is voided [ORD-08]', async () => {
    const book = await aShop({ pot: 5000 });
    const { order } = value(await sale(book)).answer;
    const id = await judge(book, order, 'returned');
    expect(refusal(await book.run(manager, correctReturned(id, ''))).code).toBe('ReasonMissing');
    expect(value(await book.run(manager, correctReturned(id, '总部退回'))).answer).toEqual({ document: order });
    expect(await statusOf(book, order)).toBe('voided');
    expect(await statusOf(book, id)).toBe('settled');
    expect(refusal(await book.run(manager, correctReturned(id, '总部退回'))).code).toBe('StatusPassed');
  });

  it('goods the customer has come back by a return slip, and only what is still with him [ORD-09]', async () => {
    const book = await aShop({ pot: 5000 });
    const { order } = value(await sale(book)).answer;
    value(await book.run(seller, handGoods(order, [{ line: 0, quantity: 1000 }])));
    const id = await judge(book, order, 'returned');
    const { document } = value(await book.run(manager, correctReturned(id, '库存不足'))).answer;
    expect(await book.get(document)).toMatchObject({ kind: 'return', source: order, status: 'asked', amount: -5000 });
    expect((await book.get(id))?.events.at(-1)?.data).toEqual({ document, reason: '库存不足' });
  });

  it('money is taken back by a red receipt, before its order is [PAY-02]', async () => {
    const book = await aShop({ pot: 5000 });
    const { order } = value(await sale(book)).answer;
    const { receipt } = value(await book.run(cashier, cash(order, 5000))).answer;
    const onOrder = await judge(book, order, 'returned');
    expect(refusal(await book.run(manager, correctReturned(onOrder, '重复')))).toMatchObject({ code: 'MoneyReceived' });
    expect(await statusOf(book, onOrder)).toBe('returned');
    const onReceipt = await judge(book, receipt, 'returned');
    const { document } = value(await book.run(cashier, correctReturned(onReceipt, '重复'))).answer;
    expect(await book.get(document)).toMatchObject({ kind: 'receipt', amount: -5000 });
    expect(await statusOf(book, receipt)).toBe('reversed');
    expect(value(await book.run(manager, correctReturned(onOrder, '重复'))).answer).toEqual({ document: order });
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('a customer file written twice goes into the earlier one [CRM-12]', async () => {
    const book = await aShop({});
    const first = await aCustomer(book, { name: '李敏' });
    const second = await aCustomer(book, { name: '李 敏', industry: '餐饮' });
    const id = await judge(book, second, 'open', { ...short, others: [first] });
    expect(refusal(await book.run(keeper, correctReturned(id, '同一客户'))).code).toBe('PostMayNot');
    expect(value(await book.run(manager, correctReturned(id, '同一客户'))).answer).toEqual({ document: first });
    expect(await book.get(first)).toMatchObject({ status: 'prospect', body: { industry: '餐饮' } });
    expect(await statusOf(book, second)).toBe('merged');
  });

  it('what has no reversal says so, and stays for the manager to let stand', async () => {
    const book = await aShop({ pot: 1000 });
    const opening = book.records()[0]?.id ?? '';
    const id = await judge(book, opening, 'returned');
    expect(refusal(await book.run(manager, correctReturned(id, '错'))).code).toBe('NothingToReverse');
    expect(await statusOf(book, id)).toBe('returned');
  });
});
