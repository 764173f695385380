/** Many desks in one process: disks in memory, the exchange as the host runs it. */
import { aMemoryDisk } from '#electron/host/disk/memory-disk.fixture.ts';
import { connectByFetch } from '#electron/host/exchange/fetch-transport.ts';
import { runExchange } from '#electron/host/exchange/run-exchange.ts';
import { aRandom } from '#shared/demo/random.ts';
import { aCustomerBody, made } from '#shared/modules/branch.fixture.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { customer } from '#shared/modules/customer/module.ts';
import type { HttpCentre } from '../exchange/http-centre.ts';
import { anInstallation, start, work, type Installation, type Surroundings } from '../sim/installation.ts';
import { aTruth } from '../sim/truth.ts';

export interface LoadDesks {
  exchange(): Promise<void>;
  /** Milliseconds of each request since the last call; long polls are not among them. */
  takeLatencies(): number[];
  /** Everybody writes a paper every so many seconds, 0: nobody does. `arrivals`: milliseconds until another desk had one. */
  work(seconds: number, every: number): Promise<{ papers: number; arrivals: number[] }>;
}

export async function startDesks(centre: HttpCentre, count: number): Promise<LoadDesks> {
  const random = aRandom(1);
  let latencies: number[] = [];
  const around: Surroundings = {
    now: Date.now,
    truth: aTruth(),
    log: () => undefined,
    connect: () => (url, credentials) => {
      const transport = connectByFetch(url, credentials);
      return async (request) => {
        const began = performance.now();
        try {
          return await transport(request);
        } finally {
          if (!request.path.includes('feed=longpoll')) latencies.push(performance.now() - began);
        }
      };
    },
  };
  const desks = Array.from({ length: count }, (_, at) =>
    anInstallation(String(at), centre.branches[at % centre.branches.length] ?? '', aMemoryDisk()),
  );
  for (const one of desks) {
    await start(one, around, random);
    await one.running?.exchange.join(centre.url, await centre.enrol(one.branch));
  }

  const rounds = (): Promise<unknown> => Promise.all(desks.map(({ running }) => running?.exchange.round()));
  return {
    exchange: async () => void (await rounds()),
    takeLatencies: () => {
      const taken = latencies;
      latencies = [];
      return taken;
    },
    work: async (seconds, every) => {
      const stops = desks.map(({ running }) => (running ? runExchange(running.exchange) : () => undefined));
      const written = new Map<string, number>();
      const arrivals: number[] = [];
      const until = performance.now() + seconds * 1000;
      const writers = every === 0 ? [pause(seconds * 1000)] : desks.map((one) => writeUntil(one, until, every, written));
      const watching = every === 0 ? [] : desks.map((one) => watchUntil(one, until, written, arrivals));
      await Promise.all([...writers, ...watching]);
      for (const stop of stops) stop();
      return { papers: written.size, arrivals };
    },
  };

  async function writeUntil(one: Installation, until: number, every: number, written: Map<string, number>): Promise<void> {
    await pause(random.next() * every * 1000);
    while (performance.now() < until) {
      const name = `新客${random.whole(1, 1e9)}`;
      written.set(name, performance.now());
      await work(one, around, { actor: aPerson('小王', 'salesperson'), decide: made(customer, aCustomerBody({ name })) }, random);
      await pause(every * 1000);
    }
  }

  /** Notes when a paper of another desk has come. */
  async function watchUntil(
    { running }: Installation,
    until: number,
    written: ReadonlyMap<string, number>,
    arrivals: number[],
  ): Promise<void> {
    if (!running) return;
    const { journal } = running;
    for (let seen = journal.lastSeq(); performance.now() < until;) {
      await pause(50);
      if (journal.lastSeq() === seen) continue;
      for (const entry of (await journal.read(seen, 500)).entries) {
        seen = entry.seq;
        if (!entry.commandId.startsWith('centre.')) continue;
        for (const { title } of entry.documents) {
          const at = written.get(title);
          if (at !== undefined) arrivals.push(performance.now() - at);
        }
      }
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
