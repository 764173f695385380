import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '#shared/documents/record.ts';
import { sumPostings } from '#shared/ledger/posting.ts';
import { aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { anOrder, aShop, cash, cashier, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { handGoods, takeOrder, voidOrder } from '#shared/modules/order/rules.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { openCentralBook, type CentralBook } from './central-book.ts';
import { openFindings, type Findings } from './findings.ts';

const pot = [{ product: 'pot', quantity: 1000, price: 500 }];

/** A morning at the counter, then the opening stock is forgotten: everything that follows goes wrong in its own way. */
async function aMorning(): Promise<AnyRecord[]> {
  const book: MemoryBook = await aShop({ pot: 4000 });
  const take = async () => value(await book.run(seller, takeOrder(anOrder('collect', pot)))).answer.order;
  const [first, second, third] = [await take(), await take(), await take()];
  value(await book.run(seller, handGoods(first, [{ line: 0, quantity: 400 }])));
  value(await book.run(seller, handGoods(first, [{ line: 0, quantity: 600 }])));
  value(await book.run(cashier, cash(first, 500)));
  value(await book.run(manager, voidOrder(second, '录错')));
  book.pass(1);
  value(await book.run(aPerson('替班', 'cashier'), cash(third, 200)));
  value(await book.run(seller, handGoods(third, [{ line: 0, quantity: 1000 }])));
  return book.records().filter(({ kind }) => kind !== 'opening');
}

async function played(
  versions: readonly AnyRecord[],
  playAfter: (index: number) => boolean,
): Promise<{ book: CentralBook; findings: Findings }> {
  const book = openCentralBook();
  const findings = openFindings(book, (id, problem) => {
    throw new Error(`${id}: ${String(problem)}`);
  });
  for (const [index, version] of versions.entries()) {
    expect(book.put(version)).toBe(true);
    if (playAfter(index)) await book.play(findings);
  }
  await book.play(findings);
  return { book, findings };
}

describe('the book at the centre', () => {
  it('comes to the same findings and balances in whatever order, versions and portions documents arrive', async () => {
    const records = await aMorning();
    const whole = await played(records, () => false);
    const expected = records.map(({ id }) => whole.findings.of(id));
    expect(expected.flat().length).toBeGreaterThan(3);
    // As they were when only the first events were signed, but saying of themselves what they will be in the end.
    const versions = records.flatMap((record) =>
      record.events.map((_, index) => ({ ...record, events: record.events.slice(0, index + 1) })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(versions, { minLength: versions.length, maxLength: versions.length }),
        fc.array(fc.boolean(), { minLength: versions.length, maxLength: versions.length }),
        async (order, plays) => {
          const { book, findings } = await played(order, (index) => plays[index] === true);
          expect(records.map(({ id }) => findings.of(id))).toEqual(expected);
          expect(records.map(({ id }) => book.get(id))).toEqual(records);
          expect(await book.reader.balances('')).toEqual(
            sumPostings(records.flatMap((record) => moduleOf(record.kind)?.postings(record) ?? [])),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
