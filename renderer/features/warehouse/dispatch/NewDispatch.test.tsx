// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { aBranch, anOrder, NOW, seller, type Branch } from '../warehouse.fixture.ts';
import { NewDispatch } from './NewDispatch.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const page = (branch: Branch, order: string) =>
  renderWithBook(<NewDispatch />, {
    on: branch,
    actor: seller,
    now: () => NOW,
    path: `/dispatches/new?order=${order}`,
    route: '/dispatches/new',
  });

const notesOf = async (branch: Branch) =>
  (await branch.book.all({ kind: 'dispatch' })).rows.map((row) =>
    (row.body.lines as { line: number; quantity: number }[]).map((line) => [line.line, line.quantity]),
  );

describe('a new dispatch note', () => {
  it('begins with all that is open and the customer’s address, and a part of it leaves the rest for another note [DSP-01]', async () => {
    const branch = await aBranch();
    const order = await anOrder(branch);
    const user = userEvent.setup({ delay: null });
    await page(branch, order);
    const pots = await screen.findByRole('textbox', { name: '本次发 砂锅' });
    expect(pots).toHaveProperty('value', '3');
    expect(screen.getByRole('textbox', { name: '收货地址' })).toHaveProperty('value', '杭州文三路 1 号');

    await user.clear(pots);
    await user.type(pots, '1{Enter}');
    // Enter goes on to the next line.
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '本次发 汤勺' }));
    await user.keyboard('0');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await notesOf(branch)).toEqual([[[0, 1000]]]));

    cleanup();
    await page(branch, order);
    expect(await screen.findByRole('textbox', { name: '本次发 砂锅' })).toHaveProperty('value', '2');
    expect(screen.getByRole('textbox', { name: '本次发 汤勺' })).toHaveProperty('value', '5');
  });

  it('says how much is open when more is asked for, and writes nothing [DSP-01]', async () => {
    const branch = await aBranch();
    const order = await anOrder(branch);
    const user = userEvent.setup({ delay: null });
    await page(branch, order);
    const pots = await screen.findByRole('textbox', { name: '本次发 砂锅' });
    await user.clear(pots);
    await user.type(pots, '4{Enter}');
    expect(await screen.findByText('最多 3')).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await notesOf(branch)).toEqual([]);
  });
});
