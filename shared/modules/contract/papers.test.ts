import { describe, expect, it } from 'vitest';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { ContractContent, SlipContent } from '#shared/papers/content.ts';
import { anOrder, aShop, finance, manager, seller, value } from '../branch.fixture.ts';
import { blankCompany } from '../company/module.ts';
import { decideOn } from '../decisions.ts';
import { writeNotice } from '../notice/rules.ts';
import { takeOrder } from '../order/rules.ts';
import { paperKindsOf } from '../paper-registry.ts';
import type { PaperId } from '../paper-words.ts';
import { takeContractMoney } from '../receipt/for-contract.ts';
import { scheduleWork, signWorkOrder, writeWorkOrder } from '../workorder/rules.ts';
import { aCompany, aForm, anApproved, anEffective, crewman, dgmSales, gm, planner } from './contract.fixture.ts';
import { drawUpContract } from './rules.ts';

const people = [seller, manager, gm, dgmSales, planner, crewman];
const context = {
  language: 'zh-CN',
  company: '杭州恒达',
  branch: '杭州总店',
  branchAddress: '西湖区',
  branchPhone: '0571',
  details: blankCompany,
  printedAt: '2026-11-02 09:00:00',
  printing: 1,
  maker: (id: string) => people.find((person) => person.id === id)?.name ?? '',
} as const;

async function paper<T = SlipContent>(book: MemoryBook, id: string, name: PaperId): Promise<T> {
  const record = (await book.get(id)) ?? expect.fail('no document');
  const kind = paperKindsOf(record.kind).find((one) => one.id === name) ?? expect.fail(name);
  expect(kind.available(record)).toBe(true);
  return (await kind.make(book, record, context)) as T;
}

describe('papers of the contract chain', () => {
  it('the application shows policy, concession, plan and every signature with name and day [CON-01 QPA-01 PLT-03]', async () => {
    const { book, party } = await aCompany();
    const id = await anApproved(book, party);
    const content = await paper(book, id, 'contract-application');
    expect(content.head).toContainEqual({ label: '价格依据', value: '销售政策第 1 版' });
    expect(content.totals).toContainEqual({ label: '首期款', value: '2026年11月20日 ￥90,000.00（30%）', wide: true, price: true });
    expect(content.totals).toContainEqual({ label: '较标价优惠', value: '￥10,200.00 3.29%', price: true });
    expect(content.notes).toEqual(['销售主管　经理　2026年11月2日', '总经理　总经理　2026年11月2日']);
    expect(content.stamp).toBe('');
  });

  it('the contract prints its plan, work, remarks and attachment, and says when it is not countersigned [CON-02 CON-09 CON-11]', async () => {
    const { book, party } = await aCompany();
    const application = await anApproved(book, party);
    const id = value(await book.run(seller, drawUpContract({ application, remarks: '春节前完工。', place: '杭州' }))).answer.contract;
    const content = await paper<ContractContent>(book, id, 'contract');
    expect(content.stamp).toBe('草稿');
    expect(content.clauses).toHaveLength(12);
    const payment = content.clauses[6];
    expect(payment?.table?.rows.reduce((sum, row) => sum + Number(row.amount), 0)).toBe(30_000_000);
    expect(payment?.paragraphs[0]).toBe('甲方按上表所列期限以银行转账付清各期款项。');
    expect(content.clauses[5]?.paragraphs[1]).toContain('验收报告');
    expect(content.clauses[0]?.table?.rows[1]).toMatchObject({ name: '工具箱（赠品）', amount: 0 });
    const other = content.clauses[11]?.paragraphs[0] ?? '';
    expect(other).toContain('春节前完工；优惠与赠品见合同附件');
    expect(other).toContain('SB-HZ01-A-2611-0001');
    expect(content.signatories).toHaveLength(2);
    const plain = await anEffective(book, party, aForm({ needsService: false }));
    expect((await paper<ContractContent>(book, plain, 'contract')).stamp).toBe('');
  });

  it('the attachment lists each discount and gift, adds them up, and names who signed for them [ORD-05 QPA-04 G-04]', async () => {
    const { book, party } = await aCompany();
    const id = await anEffective(
      book,
      party,
      aForm({ discount: 50_000, plan: [{ kind: 'balance', due: '2027-01-31', amount: 29_950_000 }] }),
    );
    const content = await paper(book, id, 'contract-attachment');
    expect(content.rows.map(({ name, concession, remark }) => [name, concession, remark])).toEqual([
      ['电力电缆', 1_050_000, ''],
      ['工具箱', 20_000, '赠品'],
    ]);
    expect(content.totals).toContainEqual({ label: '优惠合计', value: '￥10,700.00', strong: true });
    expect(content.notes).toContain('销售主管　经理　2026年11月2日');
    const [cable] = aForm().lines;
    if (!cable) throw new Error('the form has lines');
    const full = await anEffective(
      book,
      party,
      aForm({ lines: [{ ...cable, price: cable.listPrice }], plan: [{ kind: 'balance', due: '2027-01-31', amount: 31_000_000 }] }),
    );
    const record = (await book.get(full)) ?? expect.fail();
    expect(
      paperKindsOf('contract')
        .find(({ id: name }) => name === 'contract-attachment')
        ?.available(record),
    ).toBe(false);
  });

  it('the production notice carries no price and says until it is issued that it is not [MFG-02 G-27]', async () => {
    const { book, party } = await aCompany();
    const id = await anEffective(book, party);
    const wanted = { lines: [{ line: 0, quantity: 10_000 }], due: '2026-11-28', plant: '一分厂', notes: '' };
    const notice = value(await book.run(planner, writeNotice(id, wanted))).answer.notice;
    expect((await paper(book, notice, 'production-notice')).stamp).toBe('未签发');
    value(await book.run(dgmSales, decideOn(notice, { verb: 'sign', comment: '' })));
    const content = await paper(book, notice, 'production-notice');
    expect(content).toMatchObject({ stamp: '', columns: expect.not.arrayContaining([expect.objectContaining({ key: 'price' })]) });
    expect(content.head).toContainEqual({ label: '签发', value: '销售副总 2026年11月2日' });
  });

  it('the work order warns while the first instalment is missing [AFS-05 G-40 G-41]', async () => {
    const { book, party } = await aCompany();
    const id = await anEffective(book, party);
    const work = { job: 'splicing', site: '', contact: '', phone: '', work: '接头', wantedOn: '', notes: '' } as const;
    const job = value(await book.run(seller, writeWorkOrder(id, work))).answer.workorder;
    const before = await paper(book, job, 'work-order');
    expect(before).toMatchObject({ stamp: '待签字' });
    expect(before.head).toContainEqual({ label: '首期款', value: '未到账，不得施工' });
    value(await book.run(manager, signWorkOrder(job)));
    value(
      await book.run(
        finance,
        takeContractMoney({ contract: id, type: 'payment', method: 'transfer', amount: 9_000_000, tendered: 0, reason: '' }),
      ),
    );
    value(await book.run(seller, scheduleWork(job, { day: '2026-12-05', crew: [crewman.id] })));
    const content = await paper(book, job, 'work-order');
    expect(content.head).toContainEqual({ label: '首期款', value: '已到账' });
    expect(content.head).toContainEqual({ label: '施工人员', value: '施工员' });
    expect(content.stamp).toBe('');
  });

  it('an order has an attachment only when something was given away, and it says when nobody signed [ORD-05 G-04]', async () => {
    const book = await aShop({ pot: 5000 });
    const attachment = paperKindsOf('order').find(({ id }) => id === 'order-attachment') ?? expect.fail();
    const pots = [{ product: 'pot', quantity: 1000, price: 10_000 }];
    const full = value(await book.run(seller, takeOrder(anOrder('collect', pots)))).answer.order;
    expect(attachment.available((await book.get(full)) ?? expect.fail())).toBe(false);
    const cheaper = value(await book.run(seller, takeOrder(anOrder('collect', pots, {}, 500)))).answer.order;
    const content = await paper(book, cheaper, 'order-attachment');
    expect(content).toMatchObject({ stamp: '待签字', rows: [{ name: 'pot', policyPrice: 10_000, price: 9500, concession: 500 }] });
    expect(content.totals).toContainEqual({ label: '优惠合计', value: '￥5.00', strong: true });
  });
});
