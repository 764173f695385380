/** A centre for a test: its own folder and process, started as `npm run central` starts it, and ended as a power cut ends it. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expect, freePort, openDesk, test as base, type OpenDesk } from './desk.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = ['--import', 'tsx', join(root, 'central', 'main.ts')];

export interface TestCentre {
  url: string;
  /** One of the centre's own commands; gives what it printed. */
  run(...words: string[]): Promise<string>;
  /** The one-time code of a new desk. */
  enrol(branch: string, ...words: string[]): Promise<string>;
  /** No network: the server is gone in the middle of whatever it does. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export const test = base.extend<{ centre: TestCentre; newDesk: (options?: { withShop: boolean }) => Promise<OpenDesk> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the first parameter's pattern
  centre: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'branch-desk-centre-'));
    const port = await freePort();
    const own = ['--data', folder, '--port', String(port), '--language', 'zh-CN', '--company', '杭州恒达机电贸易有限公司'];
    let running: { process: ChildProcess; ended: Promise<void> } | null = null;
    const centre: TestCentre = {
      url: `http://127.0.0.1:${port}`,
      run: async (...words) => (await promisify(execFile)(process.execPath, [...program, ...words, ...own], { cwd: root })).stdout,
      enrol: async (branch, ...words) => {
        const said = await centre.run('desk', 'enrol', branch, ...words);
        const code = /[A-Z]{2}\d{2}-[A-Z](-[0-9A-Z]{5}){3}/.exec(said)?.[0];
        if (!code) throw new Error(`no code: ${said}`);
        return code;
      },
      stop: async () => {
        running?.process.kill('SIGKILL');
        await running?.ended;
        running = null;
      },
      start: async () => {
        const child = spawn(process.execPath, [...program, ...own], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
        const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
        running = { process: child, ended };
        await new Promise<void>((resolve, reject) => {
          let said = '';
          child.stdout.on('data', (chunk: Buffer) => {
            said += chunk.toString();
            if (said.includes('READY ')) resolve();
          });
          child.on('exit', (code) => reject(new Error(`the centre ended with ${code}: ${said}`)));
        });
      },
    };
    await centre.start();
    await use(centre);
    await centre.stop();
    rmSync(folder, { recursive: true, force: true });
  },

  newDesk: async ({ context, shop }, use) => {
    const opened: OpenDesk[] = [];
    await use(async ({ withShop } = { withShop: false }) => {
      const desk = await openDesk(await context.newPage(), withShop ? shop : '');
      opened.push(desk);
      return desk;
    });
    for (const desk of opened) await desk.end();
  },
});

export { expect };

/** Fills in address and code wherever they are asked for. */
export async function joinCentre(page: Page, centre: TestCentre, code: string): Promise<void> {
  await page.getByLabel('中心地址').fill(centre.url);
  await page.getByLabel('一次性加入码').fill(code);
  await page.getByRole('button', { name: '加入', exact: true }).click();
}
