/** A desk for a test: its own data folder, host and browser window, exactly as `npm start` opens them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { PIN, writeShop, type Person } from './a-shop.ts';
import type { Officer } from './an-office.ts';
import type { TestClock } from './test-clock.ts';

const host = fileURLToPath(new URL('../../out/loopback/main.mjs', import.meta.url));

export interface Desk {
  page: Page;
  data: string;
  /** Starts the program once more on the same folder; gives the address it would open another window at. */
  startAgain(): Promise<string>;
  /** The host is killed as by a power cut and started again on the same folder and port. */
  powerCut(): Promise<void>;
  /** Somebody takes the desk over: locks it if needed, picks the name, types the PIN. */
  signIn(name: Person | Officer, pin?: string): Promise<void>;
  /** Opens an address of the program, e.g. `/orders/new`. */
  open(path: string): Promise<void>;
}

export interface Options {
  /** false: an empty data folder, as on a fresh machine. */
  withShop: boolean;
}

export const test = base.extend<{ desk: Desk; clock: TestClock | null } & Options, { shop: string }>({
  withShop: [true, { option: true }],

  shop: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the first parameter's pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'branch-desk-shop-'));
      await writeShop(join(folder, 'data'));
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  clock: [null, { option: true }],

  desk: async ({ page, shop, withShop, clock }, use) => {
    const opened = await openDesk(page, withShop ? shop : '', clock);
    await use(opened);
    await opened.end();
  },
});

export { expect };

export interface OpenDesk extends Desk {
  /** Ends its host and removes its folder. */
  end(): Promise<void>;
}

/**
 * A host and its page.
 * @param shop folder to begin with, '' for a fresh computer
 * @param clock null: the real time
 */
export async function openDesk(page: Page, shop: string, clock: TestClock | null): Promise<OpenDesk> {
  const data = mkdtempSync(join(tmpdir(), 'branch-desk-e2e-'));
  if (shop !== '') cpSync(shop, data, { recursive: true });
  const port = await freePort();
  const start = () => startHost(data, port, { ...process.env, ...clock?.env });
  await clock?.show(page);
  let running = await start();
  page.on('pageerror', (error) => console.error(`page error: ${error.stack ?? error.message}`));
  await page.goto(running.address);
  // The token works once: whoever reloads before it was exchanged has none.
  await page.waitForFunction(() => !location.hash.startsWith('#token='));

  return {
    page,
    data,
    startAgain: async () => {
      const second = await start();
      await second.ended;
      return second.address;
    },
    powerCut: async () => {
      running.process.kill('SIGKILL');
      await running.ended;
      running = await start();
      await page.goto('about:blank');
      await page.goto(running.address);
    },
    signIn: async (name, pin = PIN) => {
      const lock = page.getByRole('heading', { name: '谁在上班？' });
      if (!(await lock.isVisible().catch(() => false))) {
        await lock
          .or(page.getByRole('navigation', { name: '主菜单' }))
          .first()
          .waitFor();
        if (!(await lock.isVisible())) {
          await page.keyboard.press('Control+Alt+l');
          await page.getByRole('button', { name: '换人' }).click();
        }
      }
      await page.getByRole('button', { name: new RegExp(name) }).click();
      await page.keyboard.type(pin);
      await page.keyboard.press('Enter');
      if (pin === PIN) await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible();
    },
    open: async (path) => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#${path}`);
    },
    end: async () => {
      running.process.kill('SIGTERM');
      await running.ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

interface Running {
  process: ChildProcess;
  address: string;
  ended: Promise<void>;
}

async function startHost(data: string, port: number, env: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(process.execPath, [host, '--data', data, '--port', String(port), '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /READY (\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    child.on('exit', (code) => reject(new Error(`the host ended with ${code}: ${said}`)));
  });
  return { process: child, address, ended };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
