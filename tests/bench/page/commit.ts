/** An order of twenty lines, as the page that took it down commits it: through the rules, until the live list shows it. */
import type { Book } from '#renderer/book/book.ts';
import { shortLines } from '#shared/modules/order/facts.ts';
import { order } from '#shared/modules/order/module.ts';
import { takeOrder, type OrderInput } from '#shared/modules/order/rules.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';
import { LINES, ordersOf } from './an-order.ts';
import { theBook } from './desk-line.ts';
import { openRawStore } from './raw-store.ts';

const TIMES = 41;

export async function measureCommit(): Promise<Measured[]> {
  const [raw, book] = [await openRawStore(), await theBook()];
  // Search has all names by then: what a start still does is measured elsewhere.
  await book.size();
  const { inputAt, actor } = await ordersOf(book);
  const seen = aListener();
  const stop = book.watch(
    (read) => read.list({ kind: order.kind, limit: 50 }),
    (outcome) => outcome.ok && seen.saw(new Set(outcome.value.rows.map(({ id }) => id))),
  );
  const [commits, shown, transactions, syncs] = [[], [], [], []] as [number[], number[], number[], number[]];
  for (let at = 0; at < TIMES; at += 1) {
    const input = inputAt(at);
    await asTheEntryPage(book, input);
    const start = performance.now();
    const taken = await book.run(actor, takeOrder(input));
    commits.push(performance.now() - start);
    if (!taken.ok) throw new Error(`the order was refused: ${JSON.stringify(taken.refusal)}`);
    const [record] = taken.value.records;
    if (!record) throw new Error('nothing was written');
    await seen.until(record.id);
    shown.push(performance.now() - start);
    const before = performance.now();
    await raw.commit(record);
    transactions.push(performance.now() - before);
    syncs.push(await window.fsyncOf(JSON.stringify(record).length));
  }
  stop();
  raw.close();
  const least = transactions.map((transaction, at) => transaction + (syncs[at] ?? 0));
  const name = 'one strict IndexedDB transaction and one fsync';
  return [
    {
      work: `order of ${LINES} lines, until the live list has it`,
      unit: 'ms',
      ours: spreadOf(shown),
      beside: [
        { name, spread: spreadOf(least) },
        { name: 'fsync alone', spread: spreadOf(syncs) },
      ],
      goals: [{ bound: 'atMost', value: 3, times: name }],
    },
    { work: 'of which until the command is acknowledged', unit: 'ms', ours: spreadOf(commits) },
  ];
}

/** Reads what the page has on the screen by the time somebody confirms the order: the customer, the goods, what is free of them. */
async function asTheEntryPage(book: Book, { body, party }: OrderInput): Promise<void> {
  await Promise.all([book.get(party), book.getMany(body.lines.map(({ product }) => product)), shortLines(book, body)]);
}

function aListener(): { saw(ids: ReadonlySet<string>): void; until(id: string): Promise<void> } {
  let last: ReadonlySet<string> = new Set();
  let wake: () => void = () => undefined;
  return {
    saw: (ids) => {
      last = ids;
      wake();
    },
    until: async (id) => {
      while (!last.has(id)) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}
