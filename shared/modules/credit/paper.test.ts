import { expect, it } from 'vitest';
import { aCustomer, finance, made, value } from '../branch.fixture.ts';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { paperContent } from '#shared/papers/content.ts';
import { blankCompany } from '../company/module.ts';
import { creditAssessment } from './paper.ts';
import { credit } from './module.ts';

it.each(['zh-CN', 'en'] as const)(
  'the assessment is a paper of its own, stamped until it is fixed (%s) [CRM-07 PLT-03]',
  async (language) => {
    const book = aMemoryBook();
    const party = await aCustomer(book);
    const body = {
      customerName: '李敏',
      grade: 'B' as const,
      limit: 20_000_000,
      days: 60,
      basis: '三年无逾期\n开户行资信良好',
      validUntil: '2027-11-02',
    };
    const id = value(await book.run(finance, made(credit, body))).answer;
    const record = { ...((await book.get(id)) ?? expect.fail()), party };
    const context = {
      language,
      company: '恒达',
      branch: '总店',
      branchAddress: '',
      branchPhone: '',
      details: blankCompany,
      printedAt: '',
      printing: 1,
      maker: (who: string) => who,
    };
    const content = paperContent.parse(await creditAssessment.make(book, record, context));
    expect(content.stamp).not.toBe('');
    const said = JSON.stringify(content);
    expect(said).toContain('三年无逾期');
    expect(said).toContain('200,000.00');
    expect(said).not.toMatch(/\{\{|undefined|NaN/);
  },
);
