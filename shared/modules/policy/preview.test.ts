import { describe, expect, it } from 'vitest';
import { anOrder, manager, seller, value } from '../branch.fixture.ts';
import { takeOrder } from '../order/rules.ts';
import { anOffer, anOffice } from '../quotation/quotation.fixture.ts';
import { draftQuotation, submitQuotation } from '../quotation/rules.ts';
import { previewPolicy } from './preview.ts';

const span = { from: '2026-08-04', to: '2026-11-02' };
const none = { parameters: {}, prices: [] };

async function aBusyOffice() {
  const office = await anOffice({}, { 'discount.large_bp': 500 });
  const { book, pot } = office;
  const order = (price: number, overrides = {}) =>
    anOrder('collect', [{ product: pot, quantity: 1000, price, floor: 8000 }], { shortage: { told: true, choice: 'wait' }, overrides });
  const plain = value(await book.run(seller, takeOrder(order(8500)))).answer.order;
  const below = value(await book.run(seller, takeOrder(order(7600, { 'G-02': { by: manager, reason: '样品' } })))).answer.order;
  const quoted = value(await book.run(seller, draftQuotation(anOffer(office, 9600)))).answer.quotation;
  value(await book.run(seller, submitQuotation(quoted)));
  return { ...office, plain, below, quoted };
}

describe('a policy before it is issued', () => {
  it('shows what a higher floor would have held back, on the line and one step over it [PLT-01 QPA-01 G-02]', async () => {
    const { book, pot, plain, below } = await aBusyOffice();
    const at = async (floor: number) => {
      const { blocks } = await previewPolicy(
        book,
        none,
        { parameters: {}, prices: [{ product: pot, name: '', price: 10_000, floor }] },
        span,
      );
      return blocks.map(({ record, gate, values }) => [record.id, gate, values.floor]);
    };
    expect(await at(8500)).toEqual([]);
    expect(await at(8501)).toEqual([[plain, 'G-02', 8501]]);
    expect(below).not.toBe(plain);
  });

  it('shows what it would have let go without anybody’s word [PLT-01 G-02]', async () => {
    const { book, below } = await aBusyOffice();
    const at = async (share: number) => {
      const { frees } = await previewPolicy(book, none, { parameters: { 'price.below_floor_bp': share }, prices: [] }, span);
      return frees.map(({ record, was, would }) => [record.id, was, would]);
    };
    expect(await at(499)).toEqual([]);
    expect(await at(500)).toEqual([[below, 'blocked', 'passed']]);
  });

  it('shows who would have signed what [PLT-01 QPA-07]', async () => {
    const { book, quoted } = await aBusyOffice();
    const at = async (matrix: string) =>
      (await previewPolicy(book, none, { parameters: { 'approval.quotation': matrix }, prices: [] }, span)).chains;
    expect(await at('manager:400; gm')).toEqual([]);
    expect(await at('manager:399; gm')).toMatchObject([{ record: { id: quoted }, value: 400, was: [['manager']], would: [['gm']] }]);
  });

  it('looks at the span alone, changes nothing, and says when it did not look at all [PLT-01]', async () => {
    const { book, pot } = await aBusyOffice();
    const before = JSON.stringify(book.records());
    const higher = { parameters: {}, prices: [{ product: pot, name: '', price: 10_000, floor: 9000 }] };
    const past = await previewPolicy(book, none, higher, { from: '2026-08-01', to: '2026-11-01' });
    expect(past).toEqual({ papers: 0, blocks: [], frees: [], chains: [], complete: true });
    expect((await previewPolicy(book, none, higher, span)).papers).toBe(3);
    expect(JSON.stringify(book.records())).toBe(before);
  });
});
