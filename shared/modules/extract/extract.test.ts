import { describe, expect, it } from 'vitest';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { manager, refusal, seller, value } from '../branch.fixture.ts';
import { noteExtract } from './rules.ts';

const list = { subject: 'customers' as const, rows: 120, reason: '年会邀请' };

describe('customers’ data leave the program', () => {
  it('with the right and a reason, noted with both; another may be let through by the manager’s word [G-08]', async () => {
    const book = aMemoryBook();
    value(await book.run(manager, noteExtract(list)));
    expect(book.records()[0]).toMatchObject({
      kind: 'extract',
      owner: manager.id,
      events: [{ stamp: [{ gate: 'G-08', result: 'passed' }] }],
    });
    expect(refusal(await book.run(manager, noteExtract({ ...list, reason: ' ' })))).toMatchObject({ values: { missing: 'reason' } });
    expect(refusal(await book.run(seller, noteExtract(list)))).toMatchObject({ gate: 'G-08', values: { missing: 'exportRight' } });
    value(await book.run(seller, noteExtract(list, { 'G-08': { by: manager, reason: '展会名单' } })));
    book.parameters = { 'privacy.export_posts': 'salesperson' };
    value(await book.run(seller, noteExtract(list)));
    expect(refusal(await book.run(manager, noteExtract(list))).gate).toBe('G-08');
  });
});
