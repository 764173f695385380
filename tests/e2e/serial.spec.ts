import { expect, test, type Desk } from './desk.ts';
import { readPaper, unspaced } from './paper-text.ts';

/** Adds a number the way a gun does: typed, then Enter. */
async function scan({ page }: Desk, serial: string): Promise<void> {
  await page
    .getByRole('dialog')
    .getByLabel(/扫描或输入/)
    .fill(serial);
  await page.keyboard.press('Enter');
}

test('motors get numbers on receipt, one is sold by its number, and nobody sells it again [STK-01 STK-02 SHP-01 PAY-03]', async ({
  desk,
}, info) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  const shot = async (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) });

  await test.step('the manager says that the product is told apart by serial number', async () => {
    await signIn('王店长');
    await open('/products/new');
    await page.getByRole('textbox', { name: '名称', exact: true }).fill('变频器');
    await page.getByLabel('规格型号').fill('VFD-M 2.2kW');
    await page.getByRole('textbox', { name: '编码', exact: true }).fill('P-70001');
    await page.getByRole('combobox', { name: '单位' }).fill('台');
    await page.getByRole('textbox', { name: '售价' }).fill('1280');
    await page.getByRole('combobox', { name: '管理方式' }).click();
    await page.getByRole('option', { name: '按序列号' }).click();
    await shot('1-product');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: /变频器/ })).toBeVisible();
  });

  await test.step('two come in; one number twice, or one too few, is not taken', async () => {
    await signIn('赵强');
    await open('/inbound/new');
    await page.getByLabel('来货单位').fill('台达工厂');
    await page.getByLabel('对方单号').fill('TD-2201');
    await page.getByLabel('合格证编号').fill('HG-88');
    await page.getByRole('combobox', { name: '入库仓位' }).click();
    await page.getByRole('option', { name: '西湖门店' }).click();
    const cell = page.getByRole('combobox', { name: /第 1 行/ });
    await cell.click();
    await page.keyboard.type('P-70001', { delay: 80 });
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(cell).not.toBeFocused();
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '变频器的编号：已登记 0，应有 2' }).click();
    await scan(desk, 'vfd-0001');
    await scan(desk, 'VFD-0001');
    await expect(page.getByText('VFD-0001 已在列表中')).toBeVisible();
    await shot('2-pieces');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('应有 2 个编号，现有 1 个');
    await shot('3-too-few');
    await page.getByRole('button', { name: '变频器的编号：已登记 1，应有 2' }).click();
    await scan(desk, 'VFD-0002');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Control+Enter');
    const slip = unspaced(await readPaper(page));
    expect(slip).toContain('编号：VFD-0001VFD-0002');
    await expect(page.getByRole('main').getByText('VFD-0002')).toBeVisible();
    await shot('4-inbound');
  });

  /** The counter's gun: all signs at once, then Enter, wherever the cursor stands. */
  const sell = async (serial: string) => {
    await open('/orders/new');
    await expect(page.getByRole('heading', { name: '新销售' })).toBeVisible();
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('F4');
    await page.keyboard.type(serial);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: '第 1 行 商品' })).toHaveValue(/变频器/);
    await page.keyboard.press('F8');
    await page.keyboard.press('Control+Enter');
  };

  let order = '';
  await test.step('one is sold by scanning its number, and stands on the customer’s slip', async () => {
    await signIn('小王');
    await sell('VFD-0001');
    const heading = page.getByRole('heading', { level: 1, name: /XS-/, includeHidden: true });
    await expect(heading).toBeVisible();
    order = /XS-[A-Z0-9-]+/.exec((await heading.textContent()) ?? '')?.[0] ?? '';
    expect(unspaced(await readPaper(page))).toContain('编号：VFD-0001');
    await shot('5-order');
  });

  await test.step('sold again it is refused, naming the slip that has it', async () => {
    await sell('VFD-0001');
    await expect(page.getByRole('alert')).toContainText(`第 1 行编号 VFD-0001 已留给 ${order}`);
    await shot('6-refused');
  });

  await test.step('the page of the piece says where it is; the palette finds its papers', async () => {
    await signIn('赵强');
    await open('/warehouse');
    await page.keyboard.press('F2');
    await page.keyboard.type('vfd-0001');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '序列号 VFD-0001' })).toBeVisible();
    await expect(page.getByRole('region', { name: '现在何处' })).toContainText('在库：西湖门店');
    await expect(page.getByRole('region', { name: '现在何处' })).toContainText(order);
    await expect(page.getByRole('region', { name: '经过' })).toContainText('台达工厂');
    await shot('7-piece');
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog');
    await palette.getByRole('textbox').fill('VFD-0001');
    await expect(palette.getByText(order)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('paid and carried away, it is with the customer and no scan finds it on the shelf', async () => {
    await signIn('王店长');
    await open('/orders');
    await page.getByText(order).click();
    await page.getByRole('button', { name: '收款', exact: true }).click();
    await expect(page.getByLabel('客户实付')).toBeFocused();
    await page.keyboard.type('1280');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main').getByRole('status')).toContainText('已收款');
    await readPaper(page);
    await page.keyboard.press('F9');
    await expect(page.getByText(`已交货核单：${order}`)).toBeVisible();
    await open('/orders/new');
    await page.keyboard.press('F4');
    await page.keyboard.type('VFD-0001');
    await page.keyboard.press('Enter');
    await expect(page.getByText('没有找到“VFD-0001”')).toBeVisible();
    await shot('8-gone');
  });
});
