// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { NOW } from '#renderer/desk/shop.fixture.ts';
import { useQuitWarning } from './use-quit-warning.ts';

const reloaded = vi.hoisted(() => ({ times: 0 }));
vi.mock('../desk/leave-page.ts', () => ({ isLeaving: () => reloaded.times > 0, reloadPage: () => (reloaded.times += 1) }));

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

function Page() {
  useQuitWarning();
  return <p>page</p>;
}

const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

it('asks when the page is closed while papers are unsent, not when F5 loads it anew', async () => {
  const { host } = await renderWithBook(<Page />, { now: () => NOW });
  await screen.findByText('page');
  act(() => host.centre.change({ url: 'https://centre.example', phase: 'offline', unsent: 0 }));
  expect(asks()).toBe(false);
  act(() => host.centre.change({ unsent: 2 }));
  expect(asks()).toBe(true);
  const f5 = new KeyboardEvent('keydown', { key: 'F5', cancelable: true });
  window.dispatchEvent(f5);
  expect(f5.defaultPrevented).toBe(true);
  expect(reloaded.times).toBe(1);
  expect(asks()).toBe(false);
});
