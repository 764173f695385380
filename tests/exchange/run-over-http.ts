/** The simulation's desks and law over real HTTP: through a faulty proxy, to a server that is killed while they write. */
import { aMemoryDisk } from '#electron/host/disk/memory-disk.fixture.ts';
import { connectByFetch } from '#electron/host/exchange/fetch-transport.ts';
import type { Connect } from '#electron/host/exchange/join-centre.ts';
import { aRandom } from '#shared/demo/random.ts';
import { aFaultProxy } from '../support/fault-proxy.ts';
import { anInstallation, start, work, type Installation, type Surroundings } from '../sim/installation.ts';
import { fingerprintOf, lawBroken, type Judged } from '../sim/law.ts';
import { drawWork } from '../sim/office-work.ts';
import { aTruth } from '../sim/truth.ts';
import type { HttpCentre } from './http-centre.ts';

export interface RunOverHttp {
  seed: number;
  /** Rounds of work and exchange; each is a few requests per desk. */
  rounds: number;
  trouble: number;
  /** The server is killed after so many requests, again and again; 0: never. */
  killAfter: number;
}

export interface HttpOutcome {
  broken: string[];
  commands: number;
  requests: number;
  faults: number;
  serverKills: number;
}

const MINUTE = 60_000;
const MOST_PASSES = 12;

export async function runOverHttp(centre: HttpCentre, { seed, rounds, trouble, killAfter }: RunOverHttp): Promise<HttpOutcome> {
  const random = aRandom(seed);
  const proxy = await aFaultProxy(centre.url, aRandom(seed + 1));
  const truth = aTruth();
  /** Milliseconds the desks' time is ahead: a few hours pass in a few seconds. */
  let ahead = 0;
  const around: Surroundings = {
    now: () => Date.now() + ahead,
    connect: (one) => connectWhileAlive(one),
    truth,
    log: () => undefined,
  };
  const [first = '', second = ''] = centre.branches;
  const desks = [first, first, second].map((branch, at) => anInstallation(String(at), branch, aMemoryDisk()));
  const judged: Judged = {
    desks,
    truth,
    headOffice: centre.headOffice,
    stored: centre.stored,
    wasPutBack: () => false,
    isForeign: ({ branch }) => !centre.branches.includes(branch),
  };
  let serverKills = 0;
  let restarting: Promise<void> = Promise.resolve();
  let nextKill = killAfter;
  proxy.onRequest = (count) => {
    if (killAfter === 0 || !centre.killAndRestart || count < nextKill || proxy.trouble === 0) return;
    nextKill = count + killAfter;
    serverKills += 1;
    restarting = centre.killAndRestart();
  };

  try {
    for (const one of desks) {
      await start(one, around, random);
      await one.running?.exchange.join(proxy.url, await centre.enrol(one.branch));
    }
    proxy.trouble = trouble;
    for (let round = 0; round < rounds; round += 1) await oneRound();
    proxy.trouble = 0;
    await restarting;
    const broken = (await untilQuiet()) ? await lawBroken(judged) : ['the exchange never comes to rest'];
    const faults = [...proxy.faults().values()].reduce((sum, count) => sum + count, 0);
    return { broken, commands: truth.commands().length, requests: proxy.count(), faults, serverKills };
  } finally {
    for (const { running } of desks) running?.disk.dieAfter(0);
    await restarting;
    await proxy.close();
  }

  async function oneRound(): Promise<void> {
    ahead += random.whole(1, 3) * MINUTE;
    for (const one of desks) {
      if (!(await start(one, around, random))) continue;
      for (let pieces = random.whole(1, 5); pieces > 0; pieces -= 1) await somePiece(one);
    }
    const exchanges = desks.map((one) => Promise.race([one.running?.exchange.round(), one.running?.disk.died]));
    // What is written meanwhile goes with this exchange or the next.
    await somePiece(random.pick(desks));
    if (random.chance(0.2)) random.pick(desks).running?.disk.dieAfter(random.whole(0, 40));
    await Promise.all(exchanges);
    await restarting;
  }

  async function somePiece(one: Installation): Promise<void> {
    if (!one.running || one.running.disk.isDead()) return;
    const piece = drawWork(random, { isHeadOffice: one.branch === centre.headOffice, records: one.page.records() });
    if (piece) await work(one, around, piece, random);
  }

  async function untilQuiet(): Promise<boolean> {
    let quiet = 0;
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      const before = await stateOf();
      ahead += 31 * MINUTE;
      for (const one of desks) {
        one.running?.disk.dieAfter(Infinity);
        if (!(await start(one, around, random))) throw new Error(`${one.name} does not start`);
        await one.running?.exchange.round();
      }
      quiet = before === (await stateOf()) ? quiet + 1 : 0;
      if (quiet === 2) return true;
    }
    return false;
  }

  async function stateOf(): Promise<string> {
    return [await fingerprintOf(judged), ...desks.map(({ running }) => running?.journal.lastSeq())].join(' ');
  }
}

/** A program that was ended sends nothing more and hears nothing more. */
function connectWhileAlive(one: Installation): Connect {
  const session = one.starts;
  const isAlive = (): boolean => one.starts === session && one.running?.disk.isDead() !== true;
  const never = new Promise<never>(() => undefined);
  return (url, credentials) => {
    const transport = connectByFetch(url, credentials);
    return async (request) => {
      if (!isAlive()) return never;
      const answer = await transport(request).catch((problem: unknown) => {
        if (isAlive()) throw problem;
        return never;
      });
      return isAlive() ? answer : never;
    };
  };
}
