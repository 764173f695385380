// @vitest-environment jsdom
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { aCustomer, anOffice, DAY, NOW, seller } from '../customers.fixture.ts';
import { ReviewPage } from './ReviewPage.tsx';

// A busy machine is no reason to fail: waiting ends as soon as there is something to see.
vi.setConfig({ testTimeout: 120_000 });
configure({ asyncUtilTimeout: 30_000, defaultHidden: true });
afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

describe('files due for review', () => {
  it('are those whose class’s interval is over; one that was gone through leaves the list [CRM-03 CRM-04]', async () => {
    const office = await anOffice();
    await aCustomer(office, { name: '重要客户甲', class: 'key', phone: '13800000001' });
    await aCustomer(office, { name: '一般客户乙', class: 'ordinary', phone: '13800000002' });
    office.clock.now = NOW + 31 * DAY;
    await renderWithBook(<ReviewPage />, {
      on: office,
      actor: seller,
      now: () => office.clock.now,
      path: '/customers/review',
      route: '/customers/review',
    });
    const list = await screen.findByRole('grid', { name: '待核对档案' });
    expect(within(list).getByText('重要客户甲')).toBeDefined();
    expect(within(list).getByText('1 天')).toBeDefined();
    expect(within(list).queryByText('一般客户乙')).toBeNull();
    await userEvent.setup({ delay: null }).click(within(list).getByRole('button', { name: '核对无误' }));
    await waitFor(() => expect(screen.getByText('没有待核对的档案')).toBeDefined());
  });
});
