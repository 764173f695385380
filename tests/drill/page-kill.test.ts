import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleNode } from '../support/bundle-node.ts';
import { bundlePage } from '../support/bundle-page.ts';
import { spawnChromium, type SpawnedBrowser } from '../support/spawn-chromium.ts';
import { startHost, type HostProcess } from './page-host-process.ts';
import type { DrillMessage } from './page/messages.ts';

/**
 * Lives of the browser, each ended by SIGKILL; some of them also see their host killed and started again, or find their store gone.
 * CI runs the small form; set DRILL_PAGE_KILLS for a larger one, DRILL_SEED to repeat one.
 */
const KILLS = Number(process.env.DRILL_PAGE_KILLS ?? 30);
const SEED = Number(process.env.DRILL_SEED ?? Date.now() % 1_000_000);
/** Milliseconds a life lasts at most after its page began; some end before the book is open. */
const LONGEST_LIFE = 900;

let folder: string;
let port: number;
let host: HostProcess | null = null;
let browser: SpawnedBrowser | null = null;

const saved = new Set<string>();
const undone = new Set<string>();
const opened: Extract<DrillMessage, { is: 'open' }>[] = [];
const problems: string[] = [];
const rows: [string, string][] = [];
let report: Extract<DrillMessage, { is: 'report' }> | null = null;
const listeners = new Set<() => void>();

function hear(message: DrillMessage): void {
  if (message.is === 'saved') for (const label of message.labels) saved.add(label);
  else if (message.is === 'undone') undone.add(message.label);
  else if (message.is === 'open') opened.push(message);
  else if (message.is === 'rows') rows.push(...message.rows);
  else if (message.is === 'report') report = message;
  else problems.push(message.text);
  for (const tell of listeners) tell();
}

/** Resolves when `happened`, or after `most` milliseconds. */
function until(happened: () => boolean, most: number): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): void => void (happened() && finish(true));
    const finish = (value: boolean): void => {
      clearTimeout(timer);
      listeners.delete(look);
      resolve(value);
    };
    const timer = setTimeout(() => finish(false), most);
    listeners.add(look);
    look();
  });
}

/** mulberry32: the same seed gives the same lives. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

const startOwnHost = (): Promise<HostProcess> =>
  startHost(join(folder, 'host.mjs'), [join(folder, 'data'), join(folder, 'page'), String(port)], hear);

async function openPage(query = ''): Promise<void> {
  const address = await host?.address();
  if (address === undefined) throw new Error('no host');
  browser = spawnChromium(join(folder, 'profile'), address.replace('/#', `/${query}#`));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'branch-desk-drill-'));
  port = await freePort();
  await bundlePage(fileURLToPath(new URL('page', import.meta.url)), join(folder, 'page'));
  await bundleNode('tests/drill/page-host.ts', join(folder, 'host.mjs'));
  host = await startOwnHost();
}, 60_000);

afterAll(async () => {
  await browser?.kill();
  await host?.kill();
  await rm(folder, { recursive: true, force: true });
});

describe('a desk whose browser is killed again and again', () => {
  it(
    `has every acknowledged command exactly once and exact balances, after ${KILLS} kills`,
    async () => {
      console.log(`seed ${SEED}`);
      const random = randomFrom(SEED);
      let hostKills = 0;
      let wipes = 0;
      for (let life = 0; life < KILLS; life += 1) {
        const before = opened.length;
        // One in ten finds its store gone, as Chromium leaves it after damage.
        const isWiped = life % 10 === 5;
        if (isWiped) {
          wipes += 1;
          await rm(join(folder, 'profile', 'Default', 'IndexedDB'), { recursive: true, force: true });
        }
        await openPage();
        // One in eight dies somewhere while it starts.
        if (!isWiped && random() < 0.125) await until(() => false, random() * 700);
        else {
          expect(await until(() => opened.length > before || problems.length > 0, 30_000)).toBe(true);
          await until(() => false, random() * LONGEST_LIFE);
          if (random() < 0.5) {
            hostKills += 1;
            await host?.kill();
            host = await startOwnHost();
            // The page goes on with its session; its command under way is asked for again.
            const acknowledged = saved.size;
            expect(await until(() => saved.size > acknowledged || problems.length > 0, 30_000)).toBe(true);
            await until(() => false, random() * LONGEST_LIFE * 0.5);
          }
        }
        await browser?.kill();
      }
      await openPage('?check');
      expect(await until(() => report !== null || problems.length > 0, 60_000)).toBe(true);

      console.log(
        `${KILLS} browser kills, ${hostKills} host kills, ${wipes} wiped stores, ${opened.length - 1} pages opened their book, ${saved.size} papers acknowledged, ` +
          `${undone.size} taken back; recovered: ${opened.flatMap(({ recovered }) => recovered).join(' ') || 'nothing'}`,
      );
      expect(problems).toEqual([]);
      const status = new Map(rows);
      expect(status.size).toBe(rows.length);
      expect([...saved].filter((label) => !status.has(label))).toEqual([]);
      expect([...undone].filter((label) => status.get(label) !== 'undone')).toEqual([]);
      expect(report?.corrections).toEqual([]);
      expect(report?.balances).toEqual(report?.rebuilt);
      expect(report?.found).toBe(rows.length);
      const stock = rows.filter(([, is]) => is === 'counted').reduce((sum, [label]) => sum + 1000 + (label.length % 7), 0);
      expect((report?.balances ?? []).reduce((sum, [, amount]) => sum + amount, 0)).toBe(stock);
      // Each page found at its start at least what had been acknowledged when the one before it died.
      expect(opened.map(({ documents }) => documents)).toEqual(opened.map(({ documents }) => documents).toSorted((a, b) => a - b));
      expect(saved.size).toBeGreaterThan(KILLS);
      expect(opened.filter(({ recovered }) => recovered.includes('wiped') || recovered.includes('new-book')).length).toBeGreaterThanOrEqual(
        wipes,
      );
    },
    10_000 * KILLS + 60_000,
  );
});
