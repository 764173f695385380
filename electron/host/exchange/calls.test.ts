import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CouchDatabase } from '#shared/exchange/couch-database.ts';
import { createCalls } from './calls.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const saysNews = async () => ({ awaitChange: async () => true }) as unknown as CouchDatabase;

/** How long the exchange waits for this book's news, which are there already. */
async function waited(book: 'company' | 'branch', chance: number): Promise<number> {
  const start = Date.now();
  let end = Number.NaN;
  void createCalls(() => chance)
    .wait(60_000, { [book]: '1' }, saysNews)
    .then(() => (end = Date.now()));
  await vi.advanceTimersByTimeAsync(60_000);
  return end - start;
}

it('News of the company wakes each desk at another moment, news of the branch at once', async () => {
  expect(await waited('branch', 0.9)).toBe(0);
  expect(await waited('company', 0)).toBe(0);
  expect(await waited('company', 0.4)).toBe(4_000);
  expect(await waited('company', 0.9)).toBe(9_000);
});
