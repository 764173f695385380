// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { NOW } from '#renderer/desk/shop.fixture.ts';
import { aFilled, anEffective, anOffice } from '../contracts.fixture.ts';
import { ApplicationsPage } from './ApplicationsPage.tsx';
import { ContractsPage } from './ContractsPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

describe('the list of contracts', () => {
  it('says with whom, for how much and where each stands, leads to it, and counts what nobody put away [CON-02 CON-08 G-18]', async () => {
    const office = await anOffice();
    const id = await anEffective(office);
    const { path } = await renderWithBook(<ContractsPage />, {
      on: office,
      actor: office.seller,
      now: () => NOW,
      path: '/contracts',
      route: '/contracts',
    });
    const row = await screen.findByRole('row', { name: /恒通电力工程有限公司/ });
    expect(row.textContent).toMatch(/HT-.*300,000\.00.*已生效/);
    expect((await screen.findByRole('button', { name: /未归档/ })).textContent).toContain('1');
    await userEvent.click(row);
    await waitFor(() => expect(path()).toBe(`/contracts/${id}`));
  });
});

describe('the list of applications', () => {
  it('shows those of one status when asked to, and says what to do when there is none [CON-01]', async () => {
    const office = await anOffice();
    await aFilled(office);
    const at = (status: string) => ({
      on: office,
      actor: office.seller,
      now: () => NOW,
      path: `/applications?status=${status}`,
      route: '/applications',
    });
    const drafted = await renderWithBook(<ApplicationsPage />, at('drafted'));
    const grid = await screen.findByRole('grid', { name: /合同申报/ });
    await waitFor(() => expect(within(grid).getByRole('row', { name: /恒通/ }).textContent).toMatch(/SB-.*300,000\.00/));
    drafted.unmount();
    await renderWithBook(<ApplicationsPage />, at('approved'));
    await waitFor(() => expect(screen.queryByRole('row', { name: /恒通/ })).toBeNull());
  });
});
