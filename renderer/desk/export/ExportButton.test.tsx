// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { extractSubject } from '#shared/modules/extract/subject.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { closeTestBooks } from '../../book/book.fixture.ts';
import { renderWithBook } from '../../book/test-book.fixture.tsx';
import { ExportButton, type ExportButtonProps } from './ExportButton.tsx';

const saved = vi.hoisted(() => vi.fn<(name: string) => void>());
vi.mock('./save-file.ts', () => ({ saveFile: saved }));
vi.mock('../../workers/tables.ts', () => ({ writeTable: async () => new Uint8Array() }));

afterEach(async () => {
  cleanup();
  saved.mockReset();
  await closeTestBooks();
});

async function aList(actor: Actor, subject: ExportButtonProps['subject']) {
  const collect = async () => ({ name: '客户', headings: ['名称'], rows: [['远大'], ['恒通']] });
  const page = await renderWithBook(<ExportButton name="客户" subject={subject} collect={collect} />, { actor });
  const user = userEvent.setup({ delay: null });
  await user.click(screen.getByRole('button', { name: '导出' }));
  await user.click(await screen.findByRole('menuitem', { name: 'CSV' }));
  return { ...page, user };
}

describe('a list as a file', () => {
  it('asks what customers’ data are taken out for, and notes it before the file is made [G-08]', async () => {
    const { user, book } = await aList(aPerson('经理', 'manager'), 'customers');
    await user.type(await screen.findByRole('textbox', { name: /用途/ }), '年会邀请');
    expect(saved).not.toHaveBeenCalled();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(saved).toHaveBeenCalledWith('客户.csv', expect.anything()));
    const { rows } = await book.list({ kind: 'extract', limit: 5 });
    expect(rows).toMatchObject([{ body: { subject: 'customers', rows: 2, reason: '年会邀请' } }]);
  });

  it('is held back for whoever has no right to it, with the way out [G-08]', async () => {
    const { user, book } = await aList(aPerson('小王', 'salesperson'), 'customers');
    await user.type(await screen.findByRole('textbox', { name: /用途/ }), '展会');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/G-08/)).toBeDefined();
    expect(saved).not.toHaveBeenCalled();
    expect((await book.list({ kind: 'extract', limit: 5 })).rows).toEqual([]);
  });

  it('of goods asks nothing [G-08]', async () => {
    await aList(aPerson('仓管', 'warehouse'), extractSubject('product'));
    await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  });

  it('knows whose data a list takes with it [G-08]', () => {
    const subjects = ['customer', 'visit', 'order', 'contract', 'quotation', 'receipt', 'product', 'location'].map(extractSubject);
    expect(subjects).toEqual(['customers', 'visits', 'documents', 'documents', 'documents', 'documents', null, null]);
  });
});
