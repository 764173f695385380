import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './desk.ts';
import { readPaper, unspaced } from './paper-text.ts';
import { commitSale, enterSale } from './sell.ts';

/** Whether the host has these words in any file of its folder: what the page typed a moment ago has arrived there. */
function onDisk(folder: string, words: string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(json|jsonl|log)$/.test(entry.name))
    .some((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').includes(words));
}

test('the power fails twice: the half-entered sale and the committed one are both there afterwards [SHP-01 ORD-01]', async ({ desk }) => {
  test.setTimeout(240_000);
  const { page, data, open, signIn, powerCut } = desk;
  let order = '';

  await test.step('a sale is half entered when the power fails', async () => {
    await signIn('小王');
    await enterSale(desk, {
      as: 'delivery',
      customer: 'hongxing',
      lines: [
        { find: 'jcq', quantity: '7' },
        { find: 'txrdx', quantity: '25' },
      ],
    });
    await page.getByLabel('备注').fill('货到前一小时电话');
    await expect.poll(() => onDisk(data, '货到前一小时电话')).toBe(true);
    await powerCut();
  });

  await test.step('it is where it was, and is committed', async () => {
    await signIn('小王');
    await open('/counter');
    const unfinished = page.getByRole('region', { name: '未完成的销售：' });
    await expect(unfinished).toContainText('绍兴宏兴水泵配件经营部 · ¥708.50');
    await unfinished.getByRole('button', { name: '继续' }).click();
    await expect(page.getByRole('textbox', { name: '第 1 行 数量' })).toHaveValue('7');
    await expect(page.getByRole('textbox', { name: '第 2 行 数量' })).toHaveValue('25');
    await expect(page.getByLabel('备注')).toHaveValue('货到前一小时电话');
    await expect(page.getByLabel('客户已全部确认')).toBeChecked();
    order = await commitSale(desk);
  });

  await test.step('the power fails the moment the order is taken: it stands, once, and no draft is left of it', async () => {
    await powerCut();
    await signIn('小王');
    await open('/orders');
    await expect(page.getByRole('row', { name: new RegExp(`${order}.*宏兴.*708\\.50`) })).toHaveCount(1);
    await open('/counter');
    await expect(page.getByRole('button', { name: '交货', exact: true }).or(page.getByText('待审核')).first()).toBeVisible();
    await expect(page.getByRole('region', { name: '未完成的销售：' })).toBeHidden();
  });
});

test('the browser forgets everything: the journal brings it back, and the next number is the next one', async ({ desk }) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  await signIn('小王');
  const address = new URL('/', page.url()).href;
  await enterSale(desk, { as: 'carry', lines: [{ find: 'jcq', quantity: '2' }] });
  const first = await commitSale(desk);
  expect(unspaced(await readPaper(page, 'print'))).toContain(first);
  await expect(page.getByText('销售单：已打印 1 次')).toBeVisible();

  await page.goto('about:blank');
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'indexeddb' });
  await page.goto(address);
  await signIn('小王');
  await open('/orders');
  await page.getByRole('row', { name: new RegExp(`${first}.*173\\.00`) }).click();
  await expect(page.getByText('销售单：已打印 1 次')).toBeVisible();
  await enterSale(desk, { as: 'carry', lines: [{ find: 'dlq', quantity: '1' }] });
  expect(await commitSale(desk)).toBe(first.replace(/1$/, '2'));
});

test('another window takes the desk over; the first says so, saves nothing, and can have it back', async ({ desk, browser }) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  await signIn('小王');
  await enterSale(desk, { as: 'carry', lines: [{ find: 'jcq', quantity: '2' }] });

  const elsewhere = await (await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage();
  await elsewhere.goto(await desk.startAgain());
  await expect(elsewhere.getByRole('heading', { name: '谁在上班？' })).toBeVisible();
  const banner = page.getByRole('alert').filter({ hasText: '营业台已在另一个窗口打开' });
  await expect(banner).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^未保存：/)).toBeVisible();
  await expect(page.getByRole('heading', { name: '新销售' })).toBeVisible();

  await elsewhere.getByRole('button', { name: /小王/ }).click();
  await elsewhere.keyboard.type('1234');
  await elsewhere.keyboard.press('Enter');
  await expect(elsewhere.getByRole('heading', { name: '接待台' })).toBeVisible();
  await elsewhere.getByRole('link', { name: '销售柜台' }).click();
  await elsewhere.getByRole('button', { name: '继续' }).click();
  await expect(elsewhere.getByRole('textbox', { name: '第 1 行 数量' })).toHaveValue('2');

  await banner.getByRole('button', { name: '改在这里工作' }).click();
  await signIn('小王');
  await expect(elsewhere.getByRole('alert').filter({ hasText: '营业台已在另一个窗口打开' })).toBeVisible();
  await open('/orders/new');
  await expect(page.getByRole('textbox', { name: '第 1 行 数量' })).toHaveValue('2');
  await commitSale(desk);
  await elsewhere.context().close();
});
