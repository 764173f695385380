/** The contract chain in the browser: the office's book, a time of its own, and what people do on the pages of the chain. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { writeShop, type Person, type Shop } from './a-shop.ts';
import { office, officeInApril, type Officer } from './an-office.ts';
import { test as base } from './centre.ts';
import type { Desk } from './desk.ts';
import { openClock, type TestClock } from './test-clock.ts';

async function withBook(shop: Partial<Shop>, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'branch-desk-office-'));
  await writeShop(join(folder, 'data'), shop);
  await use(folder);
  rmSync(folder, { recursive: true, force: true });
}

async function withClock(start: string, use: (clock: TestClock) => Promise<void>): Promise<void> {
  const clock = openClock(start);
  await use(clock);
  clock.close();
}

/** Desks that begin in the morning of 2 March 2026, before anything was agreed. */
export const inMarch = base.extend<{ clock: TestClock }, { shop: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the first parameter's pattern
  shop: [async ({}, use) => withBook(office, use), { scope: 'worker' }],
  // oxlint-disable-next-line no-empty-pattern -- as above
  clock: async ({}, use) => withClock('2026-03-02T09:00', use),
});

/** Desks that begin in the morning of 2 April 2026, with two contracts on their way. */
export const inApril = base.extend<{ clock: TestClock }, { shop: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the first parameter's pattern
  shop: [async ({}, use) => withBook(officeInApril, use), { scope: 'worker' }],
  // oxlint-disable-next-line no-empty-pattern -- as above
  clock: async ({}, use) => withClock('2026-04-02T09:00', use),
});

/** What a step looks like, for whoever wants to look: `E2E_PICTURES=folder`. */
export async function picture({ page }: Pick<Desk, 'page'>, name: string): Promise<void> {
  const folder = process.env['E2E_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** The contract's number or the like in the page's heading. */
export function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

/** A card of the chain. */
export function card(page: Page, step: string): Locator {
  const cards = page.getByRole('group', { name: '合同全程' }).getByRole('button');
  return cards.filter({ has: page.getByText(step, { exact: true }) });
}

/** Chooses a step of the chain and does what its panel offers. */
export async function take(page: Page, step: string, action: string | RegExp): Promise<void> {
  await card(page, step).click();
  const panel = page.getByRole('region', { name: new RegExp(`^${step}\\s*(待办|受阻|已办|未到)`) });
  await panel.getByRole('button', { name: action }).first().click();
}

/** Fills in the dialog that opened and commits it with the keyboard. */
export async function commitDialog(
  page: Page,
  title: string | RegExp,
  fill: (dialog: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await expect(dialog).toBeVisible();
  await fill(dialog);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
}

/** Somebody sits down before the own inbox. */
export async function openInbox(desk: Desk, name: Person | Officer): Promise<void> {
  await desk.signIn(name);
  await desk.open('/approvals');
  await expect(heading(desk.page, '待我审批')).toBeVisible();
}

/** Signs the one paper that waits in the inbox. @param title of the dialog */
export async function sign(desk: Desk, name: Person | Officer, title: RegExp, comment = '同意'): Promise<void> {
  await openInbox(desk, name);
  await desk.page.getByRole('button', { name: '签批', exact: true }).click();
  await commitDialog(desk.page, title, (dialog) => dialog.getByLabel('意见').fill(comment));
}

interface Goods {
  find: string;
  quantity: string;
  price: string;
}

/** Lines of a quotation or an application, by keyboard alone. */
export async function enterGoods(page: Page, lines: readonly Goods[]): Promise<void> {
  await page.keyboard.press('F4');
  for (const [index, { find, quantity, price }] of lines.entries()) {
    const picker = page.getByRole('combobox', { name: `第 ${index + 1} 行 商品` });
    await expect(picker).toBeFocused();
    await page.keyboard.type(find, { delay: 80 });
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(picker).not.toBeFocused();
    await page.keyboard.type(quantity);
    await page.keyboard.press('Enter');
    await page.keyboard.type(price);
    if (index < lines.length - 1) await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Tab');
}

/** The plan of payment: what it is called, day, amount. */
export async function enterPlan(page: Page, parts: readonly (readonly [string, string, string])[]): Promise<void> {
  await page.keyboard.press('F6');
  for (const [index, [kind, due, amount]] of parts.entries()) {
    const picker = page.getByRole('combobox', { name: `第 ${index + 1} 行 款项` });
    await expect(picker).toBeFocused();
    await page.keyboard.type(kind);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(picker).not.toBeFocused();
    await page.keyboard.type(due);
    await page.keyboard.press('Enter');
    await page.keyboard.type(amount);
    if (index < parts.length - 1) await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Tab');
}

/** Chooses the customer of an entry page by what is typed. */
export async function chooseCustomer(page: Page, find: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.keyboard.type(find);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '客户' })).not.toHaveValue(find);
}
