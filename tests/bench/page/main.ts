/** Runs in the browser: a real store with a host in memory, so that what is measured is the page's own work. */
import { aMemoryHost } from '#renderer/book/memory-host.fixture.ts';
import { openBook } from '#renderer/book/open-book.ts';
import { removeBookDatabases } from '#renderer/book/remove-databases.ts';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped, type Moment } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { order } from '#shared/modules/order/module.ts';
import type { Actor } from '#shared/policy/roles.ts';

const manager: Actor = { id: 'manager', name: '经理', roles: ['manager'] };
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单曾重乐';
const given = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英长沙行';

interface Figures {
  [what: string]: number | string;
}

function anOrder(at: number, moment: Moment, isToday = false): AnyRecord {
  const name = `${surnames[at % surnames.length]}${given[(at * 7) % given.length]}${given[(at * 13) % given.length]}`;
  const lines = Array.from({ length: 5 }, (_, line) => ({
    product: `product-${(at * 5 + line) % 2_000}`,
    code: `P${(at * 5 + line) % 2_000}`,
    name: `电热水壶 ${line}`,
    spec: '1.7 L',
    unit: '只',
    quantity: 1000 * (1 + (line % 3)),
    listPrice: 12_900,
    floor: 9_900,
    price: 12_500,
    amount: 12_500 * (1 + (line % 3)),
    gift: false,
  }));
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const day = new Date(Date.UTC(2025, 0, 1) + (at % 365) * 86_400_000).toISOString().slice(0, 10);
  const body = {
    class: 'delivery' as const,
    channel: 'counter' as const,
    customerName: name,
    phone: `139${String(at).padStart(8, '0')}`,
    address: '杭州市西湖区文三路 1 号',
    location: 'shop',
    lines,
    discount: 0,
    total,
    deliverOn: '',
    creditDays: 30,
    notes: '',
  };
  const made = commitNew(order, body, moment, { ...(isToday ? {} : { day }), party: `customer-${at % 3_000}` });
  if (!made.ok) throw new Error(made.refusal.code);
  const { value } = made;
  // Two in three have been released, so that they have postings by line.
  if (at % 3 > 0) value.status = 'released';
  return untyped(value);
}

/** Processor time per document of work on the whole book: on a busy machine the only figure that means anything. */
async function costOf<T>(count: number, work: () => Promise<T>): Promise<number> {
  const before = await window.processorTime();
  await work();
  return Math.round(((await window.processorTime()) - before) * (100 / count)) / 100;
}

/** Longest time the page could not have answered a key, in ms, while `work` ran. */
async function stallOf<T>(work: () => Promise<T>): Promise<[T, number]> {
  const channel = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let running = true;
  channel.port1.addEventListener('message', () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setTimeout(() => channel.port2.postMessage(0), 1);
  });
  channel.port1.start();
  channel.port2.postMessage(0);
  const value = await work();
  running = false;
  return [value, Math.round(longest)];
}

async function timed<T>(work: () => Promise<T> | T): Promise<[T, number]> {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
}

async function middle(times: number, work: (at: number) => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let at = 0; at < times; at += 1) all.push((await timed(() => work(at)))[1]);
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

async function run(count: number): Promise<Figures> {
  const host = aMemoryHost();
  const open = () => openBook({ host, info: host.info() });
  let book = await open();
  const figures: Figures = { documents: count };
  let moment: Moment | undefined;
  await book.run(manager, async (_read, given) => {
    moment = given;
    return ok({ records: [], answer: null });
  });
  if (!moment) throw new Error('no moment');
  const given_ = moment;
  const batches = function* batches() {
    for (let at = 0; at < count; at += 1_000)
      yield Array.from({ length: Math.min(1_000, count - at) }, (_, of) => anOrder(at + of, given_));
  };
  let stall = 0;
  let loading = 0;
  figures['load: CPU ms/document'] = await costOf(count, async () => {
    [[, stall], loading] = await timed(() => stallOf(() => book.load(batches(), () => undefined)));
  });
  figures['load: documents/s'] = Math.round((count / loading) * 1000);
  figures['load: longest stall, ms'] = stall;

  const [reopened, opening] = await timed(async () => {
    await book.close();
    book = await open();
    await book.list({ kind: 'order', limit: 50 });
  });
  void reopened;
  figures['reopen and first list, ms'] = Math.round(opening);
  const [size, keys] = await timed(() => book.size());
  figures['search keys loaded after, ms'] = Math.round(keys);
  figures['size'] = size;
  figures['search "wfm", ms'] = Math.round((await middle(9, async () => book.search({ text: 'wfm', limit: 20 }))) * 10) / 10;
  figures['search "139", ms'] = Math.round((await middle(9, async () => book.search({ text: '139', limit: 20 }))) * 10) / 10;
  figures['search "王芳", ms'] = Math.round((await middle(9, async () => book.search({ text: '王芳', limit: 20 }))) * 10) / 10;
  figures['search "zz qq", ms'] = Math.round((await middle(9, async () => book.search({ text: 'zz qq', limit: 20 }))) * 10) / 10;
  figures['list 50, ms'] = Math.round((await middle(21, () => book.list({ kind: 'order', status: 'received', limit: 50 }))) * 10) / 10;
  figures['list 50 of a party, ms'] = Math.round((await middle(21, (at) => book.list({ party: `customer-${at}`, limit: 50 }))) * 10) / 10;
  const { rows } = await book.list({ kind: 'order', limit: 50 });
  figures['get, ms'] = Math.round((await middle(21, (at) => book.get(rows[at]?.id ?? ''))) * 100) / 100;
  figures['balance, ms'] = Math.round((await middle(21, (at) => book.balance(`reserved/shop/product-${at}`))) * 100) / 100;
  figures['balances of 2,000, first, ms'] = Math.round((await timed(() => book.balances('reserved/shop/')))[1]);
  figures['balances of 2,000, then, ms'] = Math.round((await middle(9, () => book.balances('reserved/shop/'))) * 100) / 100;
  let seen = 0;
  const stop = book.watch(
    (read) => read.list({ kind: 'order', limit: 1 }),
    () => (seen = performance.now()),
  );
  const answers: number[] = [];
  figures['command, ms'] =
    Math.round(
      (await middle(31, (at) => book.run(manager, async (_read, now) => ok({ records: [anOrder(count + at, now, true)], answer: null })))) *
        10,
    ) / 10;
  for (let at = 0; at < 11; at += 1) {
    await book.run(manager, async (_read, now) => ok({ records: [anOrder(count + 100 + at, now, true)], answer: null }));
    const done = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 60));
    answers.push(seen - done);
  }
  stop();
  figures['live list after the answer, ms'] = Math.round(answers.toSorted((a, b) => a - b)[5] ?? 0);
  let rebuildStall = 0;
  let rebuilding = 0;
  figures['rebuild: CPU ms/document'] = await costOf(count, async () => {
    [[, rebuildStall], rebuilding] = await timed(() => stallOf(() => book.rebuild(() => undefined)));
  });
  figures['rebuild: documents/s'] = Math.round((count / rebuilding) * 1000);
  figures['rebuild: longest stall, ms'] = rebuildStall;
  await book.close();
  await removeBookDatabases('desk');
  let buildStall = 0;
  let building = 0;
  figures['built from the journal: CPU ms/document'] = await costOf(count, async () => {
    [[, buildStall], building] = await timed(() =>
      stallOf(async () => {
        book = await open();
        await book.size();
      }),
    );
  });
  figures['built from the journal: documents/s'] = Math.round((count / building) * 1000);
  figures['built from the journal: longest stall, ms'] = buildStall;
  const memory = performance as Performance & { memory?: { usedJSHeapSize: number } };
  figures['page heap, MB'] = Math.round((memory.memory?.usedJSHeapSize ?? 0) / 1e6);
  await book.close();
  return figures;
}

declare global {
  interface Window {
    /** Milliseconds of processor time all of Chromium has used. */
    processorTime(): Promise<number>;
    runBench(count: number): Promise<Figures>;
  }
}

window.runBench = run;
