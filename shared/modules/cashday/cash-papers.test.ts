import { describe, expect, it } from 'vitest';
import { aMemoryBook, aPerson } from '#shared/documents/memory-book.fixture.ts';
import { paperContent, type SlipContent } from '#shared/papers/content.ts';
import { layOutPaper } from '#shared/papers/lay-out-paper.ts';
import { enterBanking } from '../banking/rules.ts';
import { finance, manager, seller, value } from '../branch.fixture.ts';
import { blankCompany } from '../company/module.ts';
import { decideOn } from '../decisions.ts';
import { claimExpense, payExpense } from '../expense/rules.ts';
import { paperKindsOf, type PaperContext } from '../paper-registry.ts';
import { countCash, signCashDay } from './rules.ts';

const treasurer = aPerson('出纳', 'treasurer');
const context = (language: PaperContext['language']): PaperContext => ({
  language,
  company: '杭州恒达',
  branch: '杭州总店',
  branchAddress: '西湖区',
  branchPhone: '0571',
  details: blankCompany,
  printedAt: '2026-11-02 18:00:00',
  printing: 1,
  maker: (id) => id.replace('staff-', ''),
});

async function papersOf(language: PaperContext['language']): Promise<SlipContent[]> {
  const book = aMemoryBook();
  const found = value(
    await book.run(treasurer, countCash({ box: 'safe', faces: [{ face: 10_000, count: 5 }], reason: '期初建账' })),
  ).answer;
  value(await book.run(finance, signCashDay(found.cashday)));
  book.pass(1);
  const line = { day: '2026-11-02', category: 'meals' as const, what: '客户午餐', amount: 16_000, vouchers: 2, scan: '' };
  const form = { type: 'sales' as const, purpose: '招待客户', trip: '', from: '', to: '', place: '', notes: '', lines: [line] };
  const claim = value(await book.run(seller, claimExpense(form))).answer.expense;
  value(
    await book.run(manager, decideOn(claim, { verb: 'sign', comment: '', overrides: { 'G-47': { by: manager, reason: '两位客户' } } })),
  );
  value(await book.run(treasurer, payExpense(claim, { method: 'cash', originals: true })));
  value(await book.run(treasurer, enterBanking({ type: 'toBank', amount: 20_000, bank: '杭州银行', slipNo: '1', slip: '', note: '' })));
  const faces = [
    { face: 10_000, count: 1 },
    { face: 10, count: 39 },
    { face: 1, count: 7 },
  ];
  const sheet = value(await book.run(treasurer, countCash({ box: 'safe', faces, reason: '差三十六元零三分' }))).answer.cashday;
  const made: SlipContent[] = [];
  for (const id of [sheet, claim]) {
    const record = (await book.get(id)) ?? expect.fail(id);
    for (const kind of paperKindsOf(record.kind)) {
      const content = paperContent.parse(await kind.make(book, record, context(language)));
      for (const form of kind.forms) {
        const job = { content, form, copyMode: 'plain' as const, mono: false, offset: { x: 0, y: 0 }, scale: 1000 };
        expect(layOutPaper(job, (text) => text.length).length).toBeGreaterThan(0);
      }
      if (content.template === 'slip') made.push(content);
    }
  }
  return made;
}

describe('papers of the cash book', () => {
  it.each(['zh-CN', 'en'] as const)('are there in %s and leave no place unfilled [PLT-03 PAY-02 TRV-04]', async (language) => {
    const papers = await papersOf(language);
    expect(papers.length).toBe(2);
    for (const content of papers) expect(JSON.stringify(content)).not.toMatch(/\{\{|undefined|NaN/);
  });

  it('the day’s sheet says what was there, what moved, what was counted and what lacks [PAY-02]', async () => {
    const [sheet] = await papersOf('zh-CN');
    expect(sheet?.stamp).toBe('未复核');
    expect(sheet?.rows.map(({ sort, in: into, out }) => [sort, into, out])).toEqual([
      ['费用报销', undefined, 16_000],
      ['存入银行', undefined, 20_000],
    ]);
    const said = JSON.stringify(sheet);
    for (const part of ['100 元×1', '0.1 元×39', '零币 0.07 元', '￥500.00', '差三十六元零三分', '￥-36.03']) expect(said).toContain(part);
  });

  it('the claim names who signed, who let it pass and that it was paid in cash [TRV-04 G-47]', async () => {
    const claim = (await papersOf('zh-CN'))[1];
    expect(claim?.stamp).toBe('现金付讫');
    const said = JSON.stringify(claim);
    for (const part of ['主管签字 经理', '出纳付款 出纳', '两位客户', '壹佰陆拾元整']) expect(said).toContain(part);
  });
});
