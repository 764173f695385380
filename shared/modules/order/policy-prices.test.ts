import { describe, expect, it } from 'vitest';
import type { PaperContext } from '../paper-kind.ts';
import { anOrder, refusal, seller, value } from '../branch.fixture.ts';
import { blankCompany } from '../company/module.ts';
import { anOffice, aPolicy, type Office } from '../quotation/quotation.fixture.ts';
import { salesSlip } from './paper.ts';
import { takeOrder } from './rules.ts';

const sale = ({ pot }: Office, price: number) =>
  anOrder('collect', [{ product: pot, quantity: 1000, price, floor: 8000 }], { shortage: { told: true, choice: 'wait' } });

describe('a sale at the counter under a policy', () => {
  it('goes by the floor of the policy’s price list, not by the one typed or the product’s [ORD-05 QPA-03 G-02]', async () => {
    const office = await anOffice();
    const { book, pot } = office;
    value(await book.run(seller, takeOrder(sale(office, 8000))));
    await aPolicy(book, { prices: [{ product: pot, name: '砂锅', price: 12_000, floor: 9000 }] });
    expect(refusal(await book.run(seller, takeOrder(sale(office, 8999))))).toMatchObject({
      gate: 'G-02',
      values: { price: 8999, floor: 9000 },
    });
    value(await book.run(seller, takeOrder(sale(office, 9000))));
    await aPolicy(book, { prices: [{ product: pot, name: '砂锅', price: 12_000, floor: 7000 }] });
    value(await book.run(seller, takeOrder(sale(office, 7000))));
    expect(refusal(await book.run(seller, takeOrder(sale(office, 6999)))).gate).toBe('G-02');
  });

  it('reminds the customer how to pay, as the policy of its day says [QPA-09]', async () => {
    const office = await anOffice({ reminder: '转账请注明单号' });
    const { book } = office;
    const id = value(await book.run(seller, takeOrder(sale(office, 9000)))).answer.order;
    await aPolicy(book, { validFrom: '2026-12-01', reminder: '十二月起的提示' });
    const record = await book.get(id);
    if (!record) throw new Error('no order');
    const context: PaperContext = {
      language: 'zh-CN',
      company: '恒达',
      branch: '总店',
      branchAddress: '',
      branchPhone: '',
      details: blankCompany,
      printedAt: '',
      printing: 1,
      maker: () => '',
    };
    const paper = await salesSlip.make(book, record, context);
    expect(paper.template === 'slip' && paper.notes).toContain('转账请注明单号');
  });
});
