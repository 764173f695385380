import iconv from 'iconv-lite';
import { expect, test } from './desk.ts';

/** A list as an office's old program exports it: GB18030, Chinese headings, a few bad rows among good ones. */
function aList(): Buffer {
  const rows = ['货号,品名,规格型号,计量单位,零售价,底价,库存数量,仓库'];
  for (let index = 1; index <= 40; index += 1) rows.push(`N-${index},接线端子,UK-${index},只,${index}.50,${index},${index * 10},主仓`);
  rows.push(
    'P-10021,交流接触器,CJX2,只,10,9,1,主仓',
    'N-41,,UK-41,只,1,1,1,主仓',
    'N-42,端子排,UK-42,只,十元,1,1,主仓',
    'N-43,=1+1,UK-43,只,1,2,1,火星',
  );
  return iconv.encode(rows.join('\r\n'), 'gb18030');
}

test('a list with bad rows: reasons by row, the good ones written at once, all of it taken back [STK-01 CRM-12]', async ({ desk }) => {
  const { page } = desk;
  await desk.signIn('王店长');
  await desk.open('/import');
  await page.getByText('产品与期初库存', { exact: true }).click();
  await page.locator('input[type=file]').setInputFiles({ name: '库存.csv', mimeType: 'text/csv', buffer: aList() });

  await expect(page.getByText('将写入 40 行')).toBeVisible();
  await expect(page.getByText('4 行不写入')).toBeVisible();
  await expect(page.getByText('账簿中已有“P-10021”')).toBeVisible();
  await expect(page.getByText('“十元”不是数字')).toBeVisible();
  await expect(page.getByText('没有库位“火星”')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已写入 80 条')).toBeVisible();

  await desk.open('/documents/product');
  await expect(page.getByText('接线端子 UK-40')).toBeVisible();
  await desk.open('/import');
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  await expect(page.getByText('已撤销 80 条')).toBeVisible();
});

test('a list leaves as Excel and CSV, with what is filtered and no formulas in it [CRM-06]', async ({ desk }) => {
  const { page } = desk;
  await desk.signIn('王店长');
  await desk.open('/documents/product');
  await page.getByRole('button', { name: '导出' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const file = await download;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(file.suggestedFilename()).toMatch(/^商品 .*\.csv$/);
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.trim().split('\r\n')).toHaveLength(7);
  expect(text).toContain('交流接触器');
  expect(text).toContain('86.5');

  await page.getByRole('button', { name: '导出' }).click();
  const second = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /xlsx/ }).click();
  expect((await second).suggestedFilename()).toMatch(/\.xlsx$/);
});
