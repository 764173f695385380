import { chip, expect, isUpToDate, joinCentre, joinFromSettings, test } from './centre.ts';
import type { OpenDesk } from './desk.ts';
import { commitSale, enterSale } from './sell.ts';

/** The sale's paper opens by itself. */
async function closePaper({ page }: OpenDesk): Promise<void> {
  const paper = page.getByRole('dialog');
  await expect(paper).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(paper).toBeHidden();
}

/** Every figure of the manager's day, in words. */
async function showFigures(desk: OpenDesk): Promise<() => Promise<string>> {
  await desk.signIn('王店长');
  await desk.open('/manager');
  await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible();
  return () => desk.page.getByRole('main').innerText();
}

test('two desks of a branch and one of another work without network, meet again, and show the same figures', async ({
  centre,
  newDesk,
}) => {
  test.setTimeout(240_000);
  await centre.run('branch', 'add', 'HZ01', '西湖门店');
  await centre.run('branch', 'add', 'NB01', '宁波门店');
  const a = await newDesk({ withShop: true });
  await joinFromSettings(a, centre, await centre.enrol('HZ01', '--letter', 'A', '--replaces', 'Z'));
  await a.signIn('王店长');
  await isUpToDate(a);

  const b = await newDesk();
  await b.page.getByText('加入中心', { exact: true }).click();
  await joinCentre(b.page, centre, await centre.enrol('HZ01', '--letter', 'B'));
  await b.signIn('小王');
  await isUpToDate(b);

  const other = await newDesk();
  await other.page.getByText('加入中心', { exact: true }).click();
  await joinCentre(other.page, centre, await centre.enrol('NB01', '--letter', 'A'));
  await expect(other.page.getByText('本店还没有员工')).toBeVisible({ timeout: 30_000 });

  await centre.stop();
  await a.signIn('小王');
  await enterSale(a, { as: 'account', customer: 'hongxing', lines: [{ find: 'jcq', quantity: '2' }] });
  const first = await commitSale(a);
  await closePaper(a);
  await enterSale(b, { as: 'account', customer: 'hongxing', lines: [{ find: 'jcq', quantity: '3' }] });
  const second = await commitSale(b);
  await closePaper(b);
  expect(first).toMatch(/^XS-HZ01-A-/);
  expect(second).toMatch(/^XS-HZ01-B-/);
  await expect(chip(a)).toHaveAccessibleName(/离线|待发/, { timeout: 90_000 });

  await centre.start();
  for (const desk of [a, b]) {
    await desk.open('/sync');
    await desk.page.getByRole('button', { name: '立即同步' }).click();
  }
  await isUpToDate(a);
  await isUpToDate(b);
  await a.open('/sync');
  await a.page.getByRole('button', { name: '立即同步' }).click();
  for (const desk of [a, b]) {
    await desk.open('/orders');
    for (const no of [first, second]) await expect(desk.page.getByText(no).first()).toBeVisible({ timeout: 30_000 });
  }
  const figures = [await showFigures(a), await showFigures(b)];
  await expect.poll(async () => new Set(await Promise.all(figures.map((read) => read()))).size, { timeout: 30_000 }).toBe(1);
  expect(await figures[0]?.()).toContain('432.50');
});

test('a revoked desk says so, goes on working, and brings its papers when it is let in again', async ({ centre, newDesk }) => {
  test.setTimeout(180_000);
  await centre.run('branch', 'add', 'HZ01', '西湖门店');
  const a = await newDesk({ withShop: true });
  await joinFromSettings(a, centre, await centre.enrol('HZ01', '--letter', 'A', '--replaces', 'Z'));
  await a.signIn('王店长');
  await isUpToDate(a);
  await centre.run('desk', 'revoke', 'HZ01-A');

  await enterSale(a, { as: 'account', customer: 'hongxing', lines: [{ find: 'jcq', quantity: '1' }] });
  const no = await commitSale(a);
  await closePaper(a);
  await expect(chip(a)).toHaveAccessibleName(/本机已停用/, { timeout: 60_000 });
  await a.open('/sync');
  await expect(a.page.getByText('中心不再接受本机')).toBeVisible();
  await expect(a.page.getByRole('link', { name: `销售单 ${no}` })).toBeVisible();

  await a.open('/settings');
  await a.page.getByRole('tab', { name: '中心' }).click();
  await joinCentre(a.page, centre, await centre.enrol('HZ01', '--replaces', 'A'));
  await a.page.getByRole('button', { name: '加入', exact: true }).last().click();
  await expect(a.page.getByRole('heading', { name: '谁在上班？' })).toBeVisible({ timeout: 30_000 });
  await a.signIn('王店长');
  await isUpToDate(a);
  const b = await newDesk();
  await b.page.getByText('加入中心', { exact: true }).click();
  await joinCentre(b.page, centre, await centre.enrol('HZ01'));
  await b.signIn('王店长');
  await isUpToDate(b);
  await b.open('/orders');
  await expect(b.page.getByText(no).first()).toBeVisible();
  await enterSale(a, { as: 'account', customer: 'hongxing', lines: [{ find: 'jcq', quantity: '1' }] });
  expect(await commitSale(a)).toMatch(/^XS-HZ01-B-/);
});

test('two desks overspend one customer’s limit without knowing of each other: the later sale comes back with its numbers and is put right [G-07]', async ({
  centre,
  newDesk,
}) => {
  test.setTimeout(240_000);
  await centre.run('branch', 'add', 'HZ01', '西湖门店');
  const a = await newDesk({ withShop: true });
  await joinFromSettings(a, centre, await centre.enrol('HZ01', '--letter', 'A', '--replaces', 'Z'));
  await a.signIn('王店长');
  await isUpToDate(a);
  const b = await newDesk();
  await b.page.getByText('加入中心', { exact: true }).click();
  await joinCentre(b.page, centre, await centre.enrol('HZ01', '--letter', 'B'));
  await b.signIn('王店长');
  await isUpToDate(b);

  await centre.stop();
  const sale = { as: 'account', customer: 'hongxing', lines: [{ find: 'P-30008', quantity: '2' }] } as const;
  await enterSale(a, sale);
  await commitSale(a);
  await closePaper(a);
  await enterSale(b, sale);
  const later = await commitSale(b);
  await closePaper(b);

  await centre.start();
  for (const desk of [a, b]) {
    await desk.open('/sync');
    await desk.page.getByRole('button', { name: '立即同步' }).click();
    await expect(chip(desk)).toHaveAccessibleName(/被退回 1/, { timeout: 90_000 });
  }
  await expect(b.page.getByRole('link', { name: `销售单 ${later}` }).first()).toBeVisible();
  await expect(b.page.getByText('额度 ¥5,000.00，超出 ¥3,640.00')).toBeVisible();
  await b.page.getByRole('button', { name: '更正', exact: true }).click();
  await b.page.getByRole('dialog').getByLabel('原因').fill('超出额度，客户改日现结');
  await b.page.keyboard.press('Control+Enter');
  await expect(chip(b)).toHaveAccessibleName(/已同步/, { timeout: 30_000 });
  await expect(chip(a)).toHaveAccessibleName(/已同步/, { timeout: 90_000 });
  await a.open('/orders');
  await expect(a.page.getByRole('row', { name: new RegExp(later) })).toContainText('作废');
});
