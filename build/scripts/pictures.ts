/**
 * `npm run pictures`: takes the README's pictures, from the demonstration, in a real browser. Needs `npm run build` first.
 * Fresh folder, fresh browser; what is in `docs/pictures` is what anybody sees after the same clicks.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { demoPin } from '#shared/demo/company.ts';
import { findBrowser } from '../find-browser.ts';

const folder = 'docs/pictures';
const data = mkdtempSync(join(tmpdir(), 'branch-desk-pictures-'));
mkdirSync(folder, { recursive: true });

const host = spawn(process.execPath, ['out/loopback/main.mjs', '--data', data, '--port', '0', '--no-open'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise<string>((resolve, reject) => {
  let said = '';
  host.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    const found = /READY (\S+)/.exec(said)?.[1];
    if (found) resolve(found);
  });
  host.on('exit', () => reject(new Error(`no host: ${said}`)));
});
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
});

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await page.goto(address);
  await page.getByRole('button', { name: '演示：2,000 张单据' }).click();
  await signIn(page, /沈国良/);
  await picture(page, 'manager', '/manager');
  await picture(page, 'approvals', '/approvals');
  await change(page, /王芳/);
  await picture(page, 'reception', '/reception');
  await picture(page, 'sale', '/orders/new');
  await change(page, /赵强/);
  await picture(page, 'warehouse', '/warehouse');
  await change(page, /李梅/);
  await picture(page, 'cashier', '/cashier');
  await page.getByRole('button', { name: '李梅' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'orders-en-dark', '/orders');
} finally {
  await browser.close();
  const ended = new Promise((resolve) => host.on('exit', resolve));
  host.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}

async function signIn(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click({ timeout: 120_000 });
  await page.keyboard.type(demoPin);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
}

async function change(page: Page, name: RegExp): Promise<void> {
  await page.keyboard.press('Control+Alt+l');
  await page.getByRole('button', { name: '换人' }).click();
  await signIn(page, name);
}

async function picture(page: Page, name: string, path: string): Promise<void> {
  // Another fragment of the same page: nothing is loaded again.
  await page.goto(`${new URL(address).origin}/#${path}`);
  await page.waitForTimeout(2_500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`${folder}/${name}.png`);
}
