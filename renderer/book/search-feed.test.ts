import { describe, expect, it } from 'vitest';
import { createSearchFeed } from './search-feed.ts';
import { createSearchIndex } from './search-index.ts';
import type { SearchKey } from './search-key.ts';

const key = (at: number, title: string): SearchKey => ({
  seek: String(9_999 - at),
  id: `id${at}`,
  kind: 'customer',
  no: '',
  title,
  status: 'active',
  amount: 0,
  day: '2026-11-24',
  written: '',
  spelt: `\u0001${title}\u0002`,
});

describe('search fed late', () => {
  it('has everything in the end, and never an older text over a newer one', async () => {
    const search = createSearchIndex();
    const feed = createSearchFeed(search);
    feed.putLater(Array.from({ length: 700 }, (_, at) => key((at * 37) % 700, `old${at}`)));
    const pouring = feed.pour();
    feed.put([key(3, 'newer')]);
    feed.putLater([key(5, 'late')]);
    await pouring;
    await feed.pour();
    expect(search.size()).toBe(700);
    expect(search.search({ text: 'newer', limit: 5 }).map(({ title }) => title)).toEqual(['newer']);
    expect(search.search({ text: 'late', limit: 5 }).map(({ title }) => title)).toEqual(['late']);
    expect(search.search({ text: 'old', limit: 1_000 })).toHaveLength(698);
  });
});
