import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mirror } from '#shared/core/ulid.ts';
import type { SearchHit, SearchQuery } from './book.ts';
import { createSearchIndex } from './search-index.ts';
import type { SearchKey } from './search-key.ts';
import { END, fold, hasHan, START } from './search-text.ts';

/** What a search must give, said as simply as can be: every key looked at, one after the other, newest first. */
function searchPlainly(keys: readonly SearchKey[], { text, kinds, without, limit }: SearchQuery): SearchHit[] {
  const folded = fold(text).trim();
  const digits = folded.replaceAll(/[\s()/-]/g, '');
  const alternatives = [folded.split(/\s+/), ...(/^\+?\d+$/.test(digits) ? [[digits]] : [])];
  if (folded === '') return [];
  const rankOf = (key: SearchKey) =>
    Math.min(
      ...alternatives.map((words) => {
        const ranks = words.map((word) => rankPlainly(hasHan(word) ? key.written : key.spelt, word));
        return ranks.includes(4) ? 4 : Math.min(...ranks);
      }),
    );
  return keys
    .filter((key) => (!kinds || kinds.includes(key.kind)) && !without?.includes(key.status))
    .map((key) => ({ key, rank: rankOf(key) }))
    .filter(({ rank }) => rank < 4)
    .toSorted((a, b) => a.rank - b.rank || (a.key.seek < b.key.seek ? -1 : 1))
    .slice(0, limit)
    .map(({ key: { seek: _seek, written: _written, spelt: _spelt, ...hit } }) => hit);
}

function rankPlainly(texts: string, word: string): number {
  let best = 4;
  for (let at = texts.indexOf(word); at >= 0; at = texts.indexOf(word, at + 1)) {
    const before = texts.charCodeAt(at - 1);
    const whole = texts.charCodeAt(at + word.length) === END;
    best = Math.min(best, before === START ? (whole ? 0 : 1) : ' ·-(/.,:+'.includes(String.fromCharCode(before)) ? 2 : 3);
  }
  return best;
}

const enclose = (texts: readonly string[]) => texts.map((text) => String.fromCharCode(START) + text + String.fromCharCode(END)).join('');
// Few letters, so that words are found often, at every rank, and in many blocks.
const latin = fc.string({ unit: fc.constantFrom('a', 'b', '1', '2', '-', ' '), minLength: 1, maxLength: 7 });
const han = fc.string({ unit: fc.constantFrom('杭', '州', '山', 'a', '·'), minLength: 1, maxLength: 4 });
const aKey = fc.record({
  number: fc.nat(700),
  day: fc.constantFrom('2026-01-01', '2026-01-02', '2026-03-01'),
  kind: fc.constantFrom('order', 'customer', 'product'),
  status: fc.constantFrom('active', 'withdrawn'),
  amount: fc.integer(),
  title: han,
  written: fc.array(han, { maxLength: 2 }),
  spelt: fc.array(latin, { maxLength: 3 }),
});

function toKey({ number, day, kind, written, spelt, ...rest }: typeof aKey extends fc.Arbitrary<infer T> ? T : never): SearchKey {
  const id = `01ARZ3NDEKTSV4RRFFQ${String(number).padStart(7, '0')}`;
  // A document keeps its kind.
  const own = ['order', 'customer', 'product'][number % 3] ?? kind;
  const texts = { written: enclose(written), spelt: enclose(spelt) };
  return { ...rest, ...texts, id, kind: own, day, no: spelt[0] ?? '', seek: mirror(day.replaceAll('-', '') + id) };
}

const aQuery = fc.record({
  text: fc.oneof(
    latin,
    han,
    fc.tuple(latin, latin).map((words) => words.join(' ')),
    fc.constantFrom('1 2', '12-21', '', ' '),
  ),
  kinds: fc.option(fc.subarray(['order', 'customer', 'nothing']), { nil: undefined }),
  without: fc.option(fc.constant(['withdrawn']), { nil: undefined }),
  limit: fc.constantFrom(1, 3, 24, 1_000),
});
const aStep = fc.oneof(
  fc.record({ put: fc.array(aKey.map(toKey), { maxLength: 40 }) }),
  fc.record({ offer: fc.array(aKey.map(toKey), { maxLength: 400, size: 'max' }) }),
  fc.record({ search: aQuery }),
);

it('gives what looking at every key gives, however the keys came in and changed [S8.3]', () => {
  fc.assert(
    fc.property(
      fc.array(aStep, { size: 'max', maxLength: 12 }),
      fc.array(aQuery, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 40 }),
      (steps, queries, blockSize) => {
        const index = createSearchIndex(blockSize);
        const plain = new Map<string, SearchKey>();
        const isSame = (query: SearchQuery) => expect(index.search(query)).toEqual(searchPlainly([...plain.values()], query));
        for (const step of steps) {
          if ('search' in step) isSame(step.search);
          else if ('put' in step) {
            index.put(step.put);
            for (const key of step.put) plain.set(key.id, key);
          } else {
            const newestFirst = [...new Map(step.offer.map((key) => [key.id, key])).values()].toSorted((a, b) =>
              a.seek < b.seek ? -1 : 1,
            );
            index.offer(newestFirst);
            for (const key of newestFirst) if (!plain.has(key.id)) plain.set(key.id, key);
          }
          expect(index.size()).toBe(plain.size);
        }
        queries.forEach(isSame);
      },
    ),
    { numRuns: 30 },
  );
});
