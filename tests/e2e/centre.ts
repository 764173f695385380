/** A centre for a test: its own folder and process, started as `npm run central` starts it, and ended as a power cut ends it. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
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
  /** Another way to the centre, for one desk alone, that can be cut. */
  line(): Promise<Line>;
}

interface Line {
  url: string;
  cut(): void;
  mend(): void;
}

export const test = base.extend<{ centre: TestCentre; newDesk: (options?: { withShop: boolean }) => Promise<OpenDesk> }>({
  centre: async ({ clock }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'branch-desk-centre-'));
    const port = await freePort();
    const own = ['--data', folder, '--port', String(port), '--language', 'zh-CN', '--company', '杭州恒达机电贸易有限公司'];
    const env = { ...process.env, ...clock?.env };
    let running: { process: ChildProcess; ended: Promise<void> } | null = null;
    const centre: TestCentre = {
      url: `http://127.0.0.1:${port}`,
      run: async (...words) => (await promisify(execFile)(process.execPath, [...program, ...words, ...own], { cwd: root, env })).stdout,
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
        const child = spawn(process.execPath, [...program, ...own], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
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
      line: async () => {
        let isWhole = true;
        const open = new Set<Socket>();
        const server = createServer((near) => {
          if (!isWhole) return near.destroy();
          const far = connect(port, '127.0.0.1');
          for (const [end, other] of [[near, far] as const, [far, near] as const]) {
            open.add(end);
            end.on('error', () => undefined).on('close', () => other.destroy() && open.delete(end));
            end.pipe(other);
          }
        });
        lines.push(server);
        const own = await freePort();
        await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));
        return {
          url: `http://127.0.0.1:${own}`,
          cut: () => {
            isWhole = false;
            for (const socket of open) socket.destroy();
          },
          mend: () => {
            isWhole = true;
          },
        };
      },
    };
    const lines: Server[] = [];
    await centre.start();
    await use(centre);
    for (const server of lines) server.close();
    await centre.stop();
    rmSync(folder, { recursive: true, force: true });
  },

  newDesk: async ({ context, shop, clock }, use) => {
    const opened: OpenDesk[] = [];
    await use(async ({ withShop } = { withShop: false }) => {
      const desk = await openDesk(await context.newPage(), withShop ? shop : '', clock);
      opened.push(desk);
      return desk;
    });
    for (const desk of opened) await desk.end();
  },
});

export { expect };

/** Fills in address and code wherever they are asked for. */
export async function joinCentre(page: Page, centre: Pick<TestCentre, 'url'>, code: string): Promise<void> {
  await page.getByLabel('中心地址').fill(centre.url);
  await page.getByLabel('一次性加入码').fill(code);
  await page.getByRole('button', { name: '加入', exact: true }).click();
}

/** The chip at the head of every page. */
export const chip = ({ page }: OpenDesk): Locator => page.getByRole('link', { name: /^中心：/ });

export const isUpToDate = (desk: OpenDesk): Promise<void> => expect(chip(desk)).toHaveAccessibleName(/已同步/, { timeout: 30_000 });

/** A desk with the shop's book joins by the manager in settings. */
export async function joinFromSettings(desk: OpenDesk, centre: TestCentre, code: string): Promise<void> {
  await desk.signIn('王店长');
  await desk.open('/settings');
  await desk.page.getByRole('tab', { name: '中心' }).click();
  await joinCentre(desk.page, centre, code);
  await desk.page.getByRole('button', { name: '加入', exact: true }).last().click();
  // The page starts anew under its new code.
  await expect(desk.page.getByRole('heading', { name: '谁在上班？' })).toBeVisible({ timeout: 30_000 });
}
