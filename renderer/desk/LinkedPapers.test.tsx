// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { policy } from '#shared/modules/policy/module.ts';
import { closeTestBooks } from '../book/book.fixture.ts';
import { renderWithBook } from '../book/test-book.fixture.tsx';
import { LinkedPapers } from './LinkedPapers.tsx';
import { anOffice, aPolicy, aQuotation } from './office.fixture.ts';
import { PolicyLink } from './PolicyLink.tsx';
import { NOW } from './shop.fixture.ts';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

it('shows the papers of one deal with where each stands, the one on the screen marked, and leads to the others [MFG-01 QPA-02]', async () => {
  const office = await anOffice();
  const first = await aQuotation(office);
  const paper = (await office.book.get(first)) ?? expect.fail();
  const shown = await renderWithBook(<LinkedPapers record={paper} />, { on: office, actor: office.seller, now: () => NOW });
  // Alone it needs no picture.
  await waitFor(() => expect(screen.queryByRole('list')).toBeNull());
  const second = await aQuotation(office, 12_950, {}, first);
  const list = await screen.findByRole('list');
  const items = within(list).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual([expect.stringContaining(paper.no), expect.stringMatching(/报价单BJ-.*草稿/)]);
  fireEvent.click(within(list).getByRole('button', { name: /草稿/ }));
  await waitFor(() => expect(shown.path()).toBe(`/quotations/${second}`));
});

it('names a sales policy by its version and first day, in both languages [QPA-01]', async () => {
  const office = await anOffice();
  const id = await aPolicy(office, { validFrom: '2026-12-01', reminder: '月底付款' });
  const { version } = policy.read((await office.book.get(id)) ?? expect.fail()).body;
  // Its hyphens do not end a line.
  const day = '2026\u201112\u201101';
  const link = <PolicyLink body={{ policy: id, policyVersion: version }} />;
  const chinese = await renderWithBook(link, { on: office, now: () => NOW });
  expect((await screen.findByRole('link')).textContent).toBe(`销售政策第 ${version} 版（${day} 起）`);
  chinese.unmount();
  await renderWithBook(link, { on: office, now: () => NOW, language: 'en' });
  expect((await screen.findByRole('link')).textContent).toBe(`Sales policy v${version} (from ${day})`);
});
