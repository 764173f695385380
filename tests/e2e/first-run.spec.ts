import { expect, test } from './desk.ts';

test.describe('a fresh machine', () => {
  test.use({ withShop: false });

  test('founds its branch, lets nobody in with a wrong PIN, and speaks English when asked', async ({ desk: { page } }) => {
    await expect(page.getByRole('heading', { name: '欢迎使用营业台' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('请输入两位大写字母加两位数字')).toBeVisible();
    await page.getByLabel('公司名称').fill('杭州恒达机电贸易有限公司');
    await page.getByLabel('门店名称').fill('西湖门店');
    await page.getByLabel('门店编码').fill('ｈｚ０１');
    await page.getByLabel('姓名').fill('王店长');
    await page.getByLabel('口令', { exact: true }).fill('2468');
    await page.getByLabel('再次输入口令').fill('2468');
    await expect(page.getByText(/XS-HZ01-A-\d{4}-0001/)).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: '店长看板' })).toBeVisible();

    await page.reload();
    await page.getByRole('button', { name: /王店长/ }).click();
    await page.keyboard.type('1111');
    await page.keyboard.press('Enter');
    await expect(page.getByText('还可试 4 次')).toBeVisible();
    await expect(page.getByRole('navigation', { name: '主菜单' })).toBeHidden();
    await page.keyboard.type('2468');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '店长看板' })).toBeVisible();

    await page.getByRole('button', { name: '王店长' }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Who is working?' })).toBeVisible();
  });

  test('shows a full demonstration after one click and leaves no trace of it when it is removed', async ({ desk: { page } }) => {
    await page.getByRole('button', { name: '演示：2,000 张单据' }).click();
    await expect(page.getByRole('heading', { name: '谁在上班？' })).toBeVisible({ timeout: 90_000 });
    await page.getByRole('button', { name: /沈国良/ }).click();
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '店长看板' })).toBeVisible();
    await expect(page.getByText('演示数据').first()).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#/settings/safety';
    });
    await page.getByRole('button', { name: '删除演示数据' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除演示数据' }).click();
    await expect(page.getByRole('heading', { name: '欢迎使用营业台' })).toBeVisible();
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
    expect(databases.filter((name) => name.includes('demo'))).toEqual([]);
  });
});
