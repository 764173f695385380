/** One desk: its host in a process of its own, and Chromium with a profile of its own. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '#build/find-browser.ts';
import { endHost, startHost, type BuiltHost } from '../../support/host-process.ts';
import { processorTimeOf } from '../processor-time.ts';
import { copyOf, type Demo } from './demo-folder.ts';

export interface BenchDesk {
  demo: Demo;
  /** The suite's own page, with Chromium fresh; anew: with nothing in its databases. */
  openBench(how?: { anew: boolean }): Promise<Page>;
  /** The program, with Chromium fresh; resolves when the address was asked for, not when anything is shown. */
  openProgram(prepare?: (page: Page) => Promise<void>): Promise<Page>;
  close(): Promise<void>;
}

export async function openDesk(built: BuiltHost, demo: Demo, folder: string): Promise<BenchDesk> {
  const data = join(folder, 'desk');
  const profile = join(folder, 'profile');
  await mkdir(data, { recursive: true });
  await copyOf(demo, join(data, 'data'));
  const args = ['--data', data, '--port', '0'];
  const host = await startHost(built.main, args);
  if (host.address === '') throw new Error(`the host did not start: ${host.printed}`);
  let context: BrowserContext | null = null;

  async function fresh(prepare?: (page: Page) => Promise<void>): Promise<{ page: Page; address: URL }> {
    await context?.close();
    context = await chromium.launchPersistentContext(profile, {
      executablePath: findBrowser(),
      // PouchDB makes functions out of text.
      bypassCSP: true,
      viewport: { width: 1280, height: 720 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
    });
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(15 * 60_000);
    page.on('pageerror', (problem) => console.error('page:', problem));
    await page.exposeFunction('processorTime', () => processorTimeOf(profile));
    await page.exposeFunction('fsyncOf', (bytes: number) => fsyncOf(join(folder, 'fsync'), bytes));
    await prepare?.(page);
    // Another start of the same desk only asks the running one for an address.
    const again = await startHost(built.main, args);
    return { page, address: new URL(again.address) };
  }

  return {
    demo,
    openBench: async ({ anew } = { anew: false }) => {
      await context?.close();
      context = null;
      if (anew) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      const { page, address } = await fresh();
      page.on('console', (message) => message.type() === 'error' && console.error('page:', message.text()));
      address.pathname = '/bench/index.html';
      await page.goto(address.href);
      await page.waitForFunction(() => 'bench' in window, null, { timeout: 60_000 });
      return page;
    },
    openProgram: async (prepare) => {
      const { page, address } = await fresh(prepare);
      await page.goto(address.href, { waitUntil: 'commit' });
      return page;
    },
    close: async () => {
      await context?.close();
      await endHost(host.child, 'SIGTERM');
    },
  };
}

/** Milliseconds to append so many bytes to a file and have them on the disk. */
function fsyncOf(file: string, bytes: number): number {
  const handle = openSync(file, 'a');
  const content = Buffer.alloc(bytes, 'x');
  const start = performance.now();
  writeSync(handle, content);
  fsyncSync(handle);
  const took = performance.now() - start;
  closeSync(handle);
  return took;
}
