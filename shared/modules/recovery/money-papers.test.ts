import { describe, expect, it } from 'vitest';
import { paperContent, type SlipContent } from '#shared/papers/content.ts';
import { layOutPaper } from '#shared/papers/lay-out-paper.ts';
import type { Measure } from '#shared/papers/measure.ts';
import { blankCompany } from '../company/module.ts';
import { paperKindsOf, type PaperContext } from '../paper-registry.ts';
import type { PaperId } from '../paper-words.ts';
import { moneyPaperExamples } from './recovery.fixture.ts';

const context = (language: PaperContext['language']): PaperContext => ({
  language,
  company: '杭州恒达',
  branch: '杭州总店',
  branchAddress: '西湖区',
  branchPhone: '0571',
  details: { ...blankCompany, name: '杭州恒达', bank: '工商银行杭州分行', account: '1202000012345' },
  printedAt: '2027-02-10 09:00:00',
  printing: 1,
  maker: (id) => id.replace('staff-', ''),
});

const measure: Measure = (text) => [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.56), 0);
const ids = [
  'invoice-request',
  'account-statement',
  'dunning-letter',
  'commission-sheet',
  'ledger-extract',
  'reconciliation-sheet',
] as const;

async function made(language: PaperContext['language']): Promise<Map<PaperId, SlipContent>> {
  const { book, papers } = await moneyPaperExamples();
  const contents = new Map<PaperId, SlipContent>();
  for (const id of papers) {
    const record = (await book.get(id)) ?? expect.fail(id);
    for (const kind of paperKindsOf(record.kind)) {
      if (!ids.some((name) => name === kind.id)) continue;
      expect(kind.available(record), kind.id).toBe(true);
      const content = paperContent.parse(await kind.make(book, record, context(language)));
      for (const form of kind.forms) {
        for (const copyMode of ['plain', 'carbonless'] as const) {
          const job = { content, form, copyMode, mono: false, offset: { x: 0, y: 0 }, scale: 1000 };
          expect(layOutPaper(job, measure).length, `${kind.id} ${form}`).toBeGreaterThan(0);
        }
      }
      if (content.template === 'slip') contents.set(kind.id, content);
    }
  }
  return contents;
}

describe('papers of the money chain', () => {
  it.each(['zh-CN', 'en'] as const)(
    'are there in %s, fit every form and leave no place unfilled [PLT-03 PAY-05 PAY-06 STF-09 CON-06]',
    async (language) => {
      const contents = await made(language);
      expect([...contents.keys()].toSorted()).toEqual([...ids].toSorted());
      for (const [id, content] of contents) expect(JSON.stringify(content), id).not.toMatch(/\{\{|undefined|NaN/);
    },
  );

  it('say the figures that count, in the words of the trade [PAY-05 PAY-06 STF-09 CON-06 G-45]', async () => {
    const contents = await made('zh-CN');
    const request = contents.get('invoice-request');
    expect(request).toMatchObject({ stamp: '', title: '开票申请单', no: 'FP-HZ01-A-2702-0001' });
    expect(request?.head).toContainEqual({ label: '回款比例', value: '60.00%' });
    expect(request?.head).toContainEqual({ label: '发票号码', value: '26332000000012345678' });
    const statement = contents.get('account-statement');
    expect(statement?.copies.map(({ name }) => name)).toContain('回执联（请寄回）');
    expect(statement?.notes[0]).toBe('截至 2027年2月10日，我方账面应收贵方 ￥120,225.00，请核对。');
    expect(statement?.rows[0]).toMatchObject({ kind: '期初余额', balance: 0 });
    const letter = contents.get('dunning-letter');
    expect(letter?.rows).toEqual([
      { due: '2026年12月20日', amount: 18_000_000, open: 9_000_000, days: '52' },
      { due: '2027年1月31日', amount: 3_000_000, open: 3_000_000, days: '10' },
    ]);
    expect(letter?.totals).toContainEqual({ label: '应付合计', value: '￥120,225.00', strong: true });
    const sheet = contents.get('commission-sheet');
    expect(sheet).toMatchObject({
      stamp: '未签批',
      rows: [{ collected: 18_000_000, rate: '2.00%', commission: 360_000, withheld: 360_000 }],
    });
    expect(contents.get('ledger-extract')?.notes).toEqual(['两本台账相符。']);
    expect(contents.get('reconciliation-sheet')).toMatchObject({ stamp: '未月结', rows: [{}, {}, {}] });
  });
});
