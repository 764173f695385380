/** Desks, centre and network of one run, and what each operation of the plan does to them. */
import { aMemoryDisk } from '#electron/host/disk/memory-disk.fixture.ts';
import type { Random } from '#shared/demo/random.ts';
import { COMPANY_DATABASE } from '#shared/exchange/books.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { makeUlid } from '#shared/core/ulid.ts';
import { aFakeCouch, type FakeCouch } from '../support/fake-couch.ts';
import { anEnrolment, BRANCHES, HEAD_OFFICE, setUpCentre, START } from './centre-set-up.ts';
import { toJson } from '../support/fake-database.ts';
import type { Judged } from './law.ts';
import { aFaultyNetwork, type FaultyNetwork } from './faulty-network.ts';
import { anInstallation, DAY, start, work, type Installation, type Running } from './installation.ts';
import { imageOf, usedBytes } from './mortal-disk.ts';
import { drawWork, newerPaper } from './office-work.ts';
import { drawPieceWork } from './piece-work.ts';
import { chanceOf, serverSide, type Action, type Operation, type Plan } from './plan.ts';
import { puttingBack } from './putting-back.ts';
import { aTruth } from './truth.ts';

const URL = 'https://centre.test';

export interface World extends Judged {
  couch: FakeCouch;
  network: FaultyNetwork;
  desks: Installation[];
  /** What went wrong on the way, before the law is asked. */
  violations: string[];
  perform(operation: Operation, random: Random): Promise<void>;
  /** Moves the sun. */
  pass(milliseconds: number): void;
  start(one: Installation, random: Random): Promise<boolean>;
  /** Gets a desk its first code, or one in place of a code that is no use any more. */
  join(one: Installation, random: Random): Promise<void>;
  /** Everything under way arrives. */
  quiet(random: Random): Promise<void>;
}

/** Waits until nothing more happens by itself. */
export const drained = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export async function aWorld(plan: Plan, log: (line: string) => void): Promise<World> {
  let sun = START;
  let serverClock = 0;
  const truth = aTruth();
  const couch = aFakeCouch({
    now: () => sun + serverClock,
    mostDocumentBytes: 60_000,
    wrote: (_database, { body }) => {
      if (Array.isArray(body['events'])) truth.wrote(body['events'] as { id: string }[]);
    },
  });
  await setUpCentre(couch);
  const enrolment = anEnrolment(couch, () => sun + serverClock);
  const network = aFaultyNetwork(couch, () => sun + serverClock);
  const violations: string[] = [];
  const past = puttingBack(couch, network, truth, { log, violation: (line) => violations.push(line) });

  const around = {
    now: () => sun,
    connect: (one: Installation) => {
      // Requests of a program that was switched off are answered to nobody.
      const session = one.starts;
      const isAlive = (): boolean => one.starts === session && one.running?.disk.isDead() !== true;
      return network.connect({ isAlive, isOnline: () => one.isOnline });
    },
    truth,
    log,
  };

  /** The desk code each was meant to have. */
  const codes = new Map<string, string>();
  const desks = Array.from({ length: plan.desks }, (_, at) => {
    // Head office, then the two branches in turn.
    const branch = at === 2 ? HEAD_OFFICE : (BRANCHES[at % 2] ?? 'HZ01');
    const one = anInstallation(`${at}`, branch, aMemoryDisk());
    codes.set(one.name, enrolment.letter(branch));
    return one;
  });
  const world: World = {
    couch,
    network,
    truth,
    desks,
    headOffice: HEAD_OFFICE,
    stored: async (name) => (couch.database(name)?.all() ?? []).map((stored) => ({ ...toJson(stored), _id: stored.id, _rev: stored.rev })),
    violations,
    wasPutBack: past.wasPutBack,
    pass: (milliseconds) => {
      sun += milliseconds;
    },
    start: (one, random) => start(one, around, random),
    join,
    perform,
    quiet: async (random) => {
      await drained();
      for (let turns = 0; network.pending() > 0; turns += 1) {
        network.letThrough(random);
        await drained();
        if (turns > 200_000) throw new Error('requests without end');
      }
    },
  };

  async function join(one: Installation, random: Random): Promise<void> {
    const { running } = one;
    const { phase, problem } = running?.exchange.status() ?? {};
    if (!running || (phase !== 'alone' && problem !== 'cloned' && problem !== 'unauthorized')) return;
    const before = codeOf(one);
    const code = await codeFor(one, phase === 'alone', problem === 'cloned', random);
    log(`${one.name} joins with ${code}`);
    const refused = (failure: unknown): void => {
      log(`${one.name} does not join: ${String(failure)}`);
      if (String(failure).includes('unauthorized')) enrolment.isUsedUp(code);
    };
    if (code === '') return;
    await until(one, random, running.exchange.join(URL, code).catch(refused));
    if (before !== null && codeOf(one) !== before) one.isTwin = false;
  }

  /** What the administrator gives somebody who asks for a way in. */
  async function codeFor(one: Installation, isAlone: boolean, isCloned: boolean, random: Random): Promise<string> {
    const present = codeOf(one) ?? codes.get(one.name) ?? '';
    const isShared = desks.some((other) => other !== one && (codeOf(other) ?? codes.get(other.name)) === present);
    if (isCloned) return enrolment.next(one.branch, random.chance(0.3) ? [present] : []);
    if (enrolment.isRevoked(present)) return enrolment.next(one.branch, [present]);
    if (isShared) return enrolment.next(one.branch, []);
    return isAlone ? enrolment.first(present) : enrolment.again(present);
  }

  /** Goes on with everything else until this is done, or the power is gone. */
  async function until(one: Installation, random: Random, done: Promise<unknown>): Promise<void> {
    const state = { isDone: false };
    const end = async (): Promise<void> => {
      await Promise.race([done, one.running?.disk.died]);
      state.isDone = true;
    };
    void end();
    await drained();
    for (let turns = 0; !state.isDone && turns < 100_000; turns += 1) {
      network.letThrough(random);
      await drained();
    }
    if (!state.isDone) throw new Error(`${one.name} waits for ever`);
  }

  async function perform(operation: Operation, random: Random): Promise<void> {
    sun += random.whole(1, random.chance(0.1) ? 40 * 60_000 : 90_000);
    const one = desks[operation.desk % desks.length];
    if (!one) return;
    const needsPower = !serverSide.has(operation.action);
    if (needsPower && !(await start(one, around, random))) return;
    log(`#${operation.id} ${operation.action} ${one.name}`);
    const act = doing[operation.action];
    const { running } = one;
    if (running || !needsPower) await act(one, random, running as Running);
    await drained();
    for (let count = random.whole(0, 14); count > 0; count -= 1) {
      network.letThrough(random);
      await drained();
    }
  }

  const nothing = async (): Promise<void> => undefined;
  const doing: Record<Action, (one: Installation, random: Random, running: Running) => Promise<void>> = {
    work: async (one, random, running) => {
      if (running.book.identity() === null) {
        // Sets up by itself, before it ever joins.
        if (random.chance(0.5)) return;
        const [branchCode = '', deskLetter = ''] = (codes.get(one.name) ?? '').split('-');
        const saving = running.book.saveIdentity({ company: '试验公司', branchCode, branchName: branchCode, deskLetter }).catch(nothing);
        await Promise.race([saving, running.disk.died]);
      }
      const piece = drawWork(random, { isHeadOffice: one.branch === HEAD_OFFICE, records: one.page.records() });
      if (piece) log(await work(one, around, piece, random));
    },
    pieces: async (one, random) => {
      const piece = drawPieceWork(random, { isHeadOffice: one.branch === HEAD_OFFICE, records: one.page.records() });
      if (piece) log(await work(one, around, piece, random));
    },
    'newer-program': async (one, random) => {
      const piece = drawWork(random, { isHeadOffice: false, records: [] });
      if (piece) log(await work(one, around, { ...piece, decide: newerPaper(random) }, random));
    },
    exchange: async (_one, _random, { exchange }) => void exchange.round(),
    join: (one, random) => join(one, random),
    rejoin: (one, random) => join(one, random),
    'pass-time': async (_one, random) => world.pass(random.whole(1, 30) * 60_000),
    kill: async (_one, _random, { disk }) => disk.dieAfter(0),
    'kill-soon': async (_one, random, { disk }) => disk.dieAfter(random.whole(1, 60)),
    'wipe-page': async (one, _random, running) => {
      one.page = anInstallation('', '', one.memory).page;
      await Promise.race([one.page.follow(running.journal, running.book.snapshot), running.disk.died]);
    },
    retire: async (one, _random, running) => {
      const retiring = past.retire(one, running).catch((problem: unknown) => log(`${one.name} does not retire: ${String(problem)}`));
      await Promise.race([retiring, running.disk.died]);
    },
    offline: async (one) => {
      one.isOnline = false;
    },
    online: async (one) => {
      one.isOnline = true;
    },
    away: async (one) => {
      one.isOnline = false;
      world.pass(90 * DAY);
    },
    'desk-clock': async (one, random) => {
      one.clock = random.pick([0, 0, 60_000, -60_000, 7_200_000, -7_200_000, DAY, -DAY, 40 * DAY]);
    },
    'server-clock': async (_one, random) => {
      serverClock = random.pick([0, 0, 300_000, -300_000, DAY, -DAY]);
    },
    'fill-disk': async (one, random) => one.memory.setCapacity(usedBytes(one.memory) + random.whole(0, 3000)),
    'free-disk': async (one) => one.memory.setCapacity(Infinity),
    'take-image': async (one, _random, { journal }) => {
      // Between two writes of one command no image is taken: nobody was told of it yet.
      past.takeImage(one, journal.lastSeq());
    },
    'go-back-to-image': async (one) => past.goBack(one),
    clone: async (one, _random, { journal }) => {
      if (desks.length >= plan.desks + 2) return;
      const twin = anInstallation(`${one.name}-twin${desks.length}`, one.branch, imageOf(one.memory), one.page.copy());
      for (const command of truth.commands()) if (command.holders.has(one.name) && command.isAcknowledged) command.holders.add(twin.name);
      log(`${twin.name} is a copy of ${one.name} at ${journal.lastSeq()}`);
      codes.set(twin.name, codes.get(one.name) ?? '');
      one.isTwin = true;
      twin.isTwin = true;
      desks.push(twin);
    },
    'backup-server': async () => {
      past.backUpServer();
    },
    'restore-server': (_one, random) => past.restoreServer(random, true),
    'restore-server-unsaid': (_one, random) => past.restoreServer(random, false),
    'restart-server': async (_one, random) => network.restartServer(random),
    forbid: async (_one, random) => {
      const kind = random.pick(['order', 'customer', 'task', 'receipt', 'loan']);
      const letter = random.pick(['1', '7', 'B', 'K', 'X']);
      couch.forbid((_name, document) =>
        document['kind'] === kind && String(document['_id']).slice(-2).includes(letter) ? 'not today' : '',
      );
    },
    allow: async () => couch.forbid(() => ''),
    retry: async (_one, random, { exchange }) => {
      const list = await exchange.handlers['centre.setAside'](undefined);
      if (list.length > 0) void Promise.resolve(exchange.handlers['centre.retry']({ id: random.pick(list).id })).catch(nothing);
    },
    withdraw: async (_one, random, { exchange }) => {
      const list = await exchange.handlers['centre.setAside'](undefined);
      if (list.length > 0) void Promise.resolve(exchange.handlers['centre.withdraw']({ id: random.pick(list).id })).catch(nothing);
    },
    unreadable: async (one, random) => {
      const id = makeUlid(sun, random.bytes(10));
      const database = random.chance(0.3) ? COMPANY_DATABASE : `bd-branch-${one.branch.toLowerCase()}`;
      await openCouchDatabase(couch.admin, database).write({ _id: id, kind: 'future', shape: 2, all: { is: 'different' } });
    },
    update: async (one, random, { disk }) => {
      one.version = random.pick(['1.0.0', '1.1.0', '2.0.0']);
      disk.dieAfter(0);
    },
    rotate: async (one, random) => {
      const code = codeOf(one) ?? codes.get(one.name) ?? '';
      await (random.chance(0.6) ? enrolment.renew(code) : enrolment.revoke(code));
    },
    file: async (_one, random, { files, disk }) => {
      const content = random.bytes(random.whole(10, 2000));
      await Promise.race([
        Promise.resolve(files.handlers['files.put']({ type: 'image/jpeg', name: 'photo', content })).catch(nothing),
        disk.died,
      ]);
    },
  };

  return world;
}

const codeOfIdentity = ({ branchCode, deskLetter }: { branchCode: string; deskLetter: string }): string => `${branchCode}-${deskLetter}`;
function codeOf(one: Installation): string | null {
  const identity = one.running?.book.identity();
  return identity ? codeOfIdentity(identity) : null;
}

export async function perform(world: World, plan: Plan): Promise<void> {
  world.network.trouble = plan.trouble;
  for (const operation of plan.operations) await world.perform(operation, chanceOf(plan, operation));
}
