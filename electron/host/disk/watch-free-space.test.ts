import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFreeSpace } from './watch-free-space.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('low space is told once, and again only after there was room in between', async () => {
  let freeBytes = 1e9;
  const onLow = vi.fn();
  const stop = watchFreeSpace({ freeBytes: () => Promise.resolve(freeBytes) }, '/', onLow);
  const minute = () => vi.advanceTimersByTimeAsync(60_000);
  await minute();
  expect(onLow).not.toHaveBeenCalled();
  freeBytes = 4e8;
  await minute();
  await minute();
  expect(onLow.mock.calls).toEqual([[4e8]]);
  freeBytes = 1e9;
  await minute();
  freeBytes = 3e8;
  await minute();
  expect(onLow).toHaveBeenCalledTimes(2);
  stop();
  freeBytes = 1e9;
  await minute();
  freeBytes = 1;
  await minute();
  expect(onLow).toHaveBeenCalledTimes(2);
});

test('a disk that cannot be asked is not called full', async () => {
  const onLow = vi.fn();
  watchFreeSpace({ freeBytes: () => Promise.reject(new Error('EIO')) }, '/', onLow)();
  await vi.advanceTimersByTimeAsync(0);
  expect(onLow).not.toHaveBeenCalled();
});
