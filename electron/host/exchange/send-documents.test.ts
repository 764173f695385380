import { beforeEach, expect, it } from 'vitest';
import { CentreProblem, type CentreAnswer } from '#shared/exchange/transport.ts';
import { aCentre, aDesk, type TestCentre, type TestDesk } from '#tests/support/exchange-desk.ts';

const BRANCH = 'bd-branch-hz01';
let centre: TestCentre;

beforeEach(async () => {
  centre = await aCentre();
  await centre.addBranch('HZ01');
});

async function joined(): Promise<TestDesk> {
  const desk = await aDesk(centre);
  await desk.exchange.join(centre.url, await centre.enrol('HZ01-A'));
  await settle(desk);
  return desk;
}

async function settle(desk: TestDesk): Promise<void> {
  centre.clock.now += 120_000;
  for (let round = 0; round < 3; round += 1) await desk.exchange.round();
}

it('A paper with half a character, and one the centre breaks down over each time, hold up nothing behind them', async () => {
  const a = await joined();
  const half = a.aCustomer('𠮷'.slice(0, 1));
  const fatal = a.aCustomer('坏');
  let isBroken = true;
  a.through((next) => async (request) => {
    const { docs } = (request.body ?? {}) as { docs?: { _id: string }[] };
    if (!isBroken || !docs?.some(({ _id }) => _id === fatal.id)) return next(request);
    const { text, ...rest } = await next({ ...request, body: { docs: docs.filter(({ _id }) => _id !== fatal.id) } });
    const rows = JSON.parse(text) as unknown[];
    return { ...rest, text: JSON.stringify([{ id: fatal.id, error: 'os_process_error', reason: 'OS process timed out.' }, ...rows]) };
  });
  await a.write(half, fatal, a.aCustomer('甲'));
  await a.write(a.aCustomer('乙'));
  await settle(a);
  expect(a.exchange.status()).toMatchObject({ phase: 'idle', unsent: 0, setAside: 2 });
  expect(await a.exchange.handlers['centre.setAside'](undefined)).toMatchObject([
    { id: half.id, reason: 'damaged-text' },
    { id: fatal.id, reason: 'centre-fails: os_process_error: OS process timed out.' },
  ]);
  expect(centre.documents(BRANCH).map(({ title }) => title)).toEqual(['甲', '乙']);
  isBroken = false;
  await a.exchange.handlers['centre.retry']({ id: fatal.id });
  expect(centre.documents(BRANCH)).toHaveLength(3);
});

it('A row that says the server is in trouble sets nothing aside', async () => {
  const a = await joined();
  a.through((next) => async (request) => {
    if (!/_bulk_docs/.test(request.path)) return next(request);
    const { docs } = request.body as { docs: { _id: string }[] };
    return { status: 201, text: JSON.stringify(docs.map(({ _id }) => ({ id: _id, error: 'timeout', reason: '' }))), at: 0 };
  });
  await a.write(a.aCustomer('甲'));
  await settle(a);
  expect(a.exchange.status()).toMatchObject({ phase: 'offline', problem: 'busy', unsent: 1, setAside: 0 });
});

it('A desk that was cast out keeps saying so when the centre no longer listens to it, and may join again', async () => {
  const a = await joined();
  let answer: (() => Promise<CentreAnswer>) | null = async () => ({ status: 401, text: '{"error":"unauthorized"}', at: 0 });
  a.through((next) => (request) => answer?.() ?? next(request));
  await settle(a);
  expect(a.exchange.status()).toMatchObject({ phase: 'stopped', problem: 'unauthorized' });
  answer = () => Promise.reject(new CentreProblem('locked', 'Account is temporarily locked', 403));
  await settle(a);
  expect(a.exchange.status()).toMatchObject({ phase: 'stopped', problem: 'unauthorized' });
  answer = null;
  await a.exchange.join(centre.url, await centre.enrol('HZ01-C', 'HZ01-A'));
  await settle(a);
  expect(a.exchange.status()).toMatchObject({ phase: 'idle', problem: '' });
});

it('A cluster’s other copy that counts less makes the desk look again, not compare its whole book', async () => {
  const a = await joined();
  await a.write(a.aCustomer('甲'), a.aCustomer('乙'));
  await settle(a);
  const seq = a.journal.lastSeq();
  a.through((next) => async (request) => {
    const { text, ...rest } = await next(request);
    const about = JSON.parse(text) as { update_seq?: string };
    return { ...rest, text: about.update_seq ? JSON.stringify({ ...about, update_seq: '1-fake' }) : text };
  });
  await settle(a);
  await settle(a);
  expect(a.exchange.status()).toMatchObject({ phase: 'idle', healed: { reason: '' } });
  expect(a.journal.lastSeq() - seq).toBeLessThanOrEqual(1);
  expect((await a.book()).size).toBe(2);
});

it('A paper under a number that is handed over later is sent by itself, and one that was left here is not', async () => {
  const a = await joined();
  const [old, left] = ['旧', '留'].map((name) => a.aCustomer(name));
  if (!old || !left) throw new Error('no records');
  let isHeir = false;
  centre.couch.forbid((_, { title }) => (!isHeir && (title === '旧' || title === '留') ? 'number-not-yours: KH-HZ01-Z-2611-0001' : ''));
  await a.write(old, left);
  await settle(a);
  expect(a.exchange.status().setAside).toBe(2);
  await a.exchange.handlers['centre.withdraw']({ id: left.id });
  isHeir = true;
  await settle(a);
  expect(centre.documents(BRANCH)).toEqual([]);
  centre.clock.now += 30 * 60_000;
  await settle(a);
  expect(centre.documents(BRANCH).map(({ id }) => id)).toEqual([old.id]);
  expect(a.exchange.status().setAside).toBe(0);
});
