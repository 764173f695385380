import { expect, test } from './desk.ts';
import { readPaper, unspaced } from './paper-text.ts';
import { commitSale, enterSale } from './sell.ts';

/** One grey dot: enough of a photo for the host to keep. */
const photo = {
  name: '拿货单.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64'),
};

test('goods that are not there are bought in for one customer, with money from the purchasing float [ORD-03 STK-04 STK-05 STK-06 SHP-03 SHP-05 G-23 G-34 G-35]', async ({
  desk,
}) => {
  test.setTimeout(480_000);
  const { page, open, signIn } = desk;
  const history = page.getByRole('region', { name: '经过' });
  let order = '';
  let pickup = '';

  const openPickup = async () => {
    await open('/pickups');
    await page.getByRole('row', { name: new RegExp(pickup) }).click();
    await expect(page.getByRole('heading', { level: 1, name: pickup })).toBeVisible();
  };

  await test.step('the customer is told, and wants it bought in', async () => {
    await signIn('小王');
    await enterSale(desk, { as: 'shortage', customer: 'limin', lines: [{ find: 'P-40955', quantity: '2' }] });
    const short = page.getByRole('region', { name: '库存不足' });
    await expect(short).toContainText('缺 2 套');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('1 个商品可用库存不足，共缺 2');
    await short.getByLabel('采购补货').check();
    await expect(short.getByLabel('已告知客户缺货')).toBeChecked();
    order = await commitSale(desk);
    const slip = unspaced(await readPaper(page));
    expect(slip).toContain(order);
    expect(slip).toContain('①客户联白②收银联红③配货中心联黄');
  });

  await test.step('the pick-up slip names the sale and the customer by itself', async () => {
    await expect(page.getByRole('heading', { name: `开拿货单：${order}` })).toBeVisible();
    await page.getByRole('combobox', { name: '供货商' }).fill('falan');
    await expect(page.getByRole('option', { name: /绍兴法兰厂/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('不锈钢法兰的拿货数量')).toHaveValue('2');
    await page.getByLabel('不锈钢法兰的进价').fill('180');
    await page.keyboard.press('Control+Enter');
    const slip = unspaced(await readPaper(page));
    expect(slip).toContain('拿货单');
    expect(slip).toContain(order);
    expect(slip).toContain('客户：李敏');
    expect(slip).toContain('绍兴法兰厂');
    expect(slip).toContain('360.00');
    const heading = page.getByRole('heading', { level: 1, name: /NH-/ });
    pickup = (await heading.textContent()) ?? '';
  });

  await test.step('finance opens the float; before the photo is with Purchasing no money can be drawn', async () => {
    await signIn('郑慧兰');
    await open('/float');
    await page.getByRole('button', { name: '拨入备用金' }).click();
    await page.getByRole('dialog').getByLabel('金额').fill('1000');
    await page.keyboard.press('Control+Enter');
    expect(unspaced(await readPaper(page))).toContain('壹仟元整');
    await expect(page.getByRole('list', { name: '待领款与未报销的拿货单' })).toBeHidden();
    await signIn('李梅');
    await openPickup();
    await expect(page.getByRole('button', { name: '领取备用金' })).toBeHidden();
    await expect(page.getByRole('button', { name: '上传照片' })).toBeVisible();
  });

  await test.step('the photo goes to Purchasing, who record it', async () => {
    await signIn('小王');
    await openPickup();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(photo);
    await expect(page.getByRole('dialog').getByRole('button', { name: /上传照片/ })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('已拍照给采购');
    await expect(page.getByRole('img', { name: '拿货单照片' })).toBeVisible();
    await signIn('李梅');
    await openPickup();
    await expect(page.getByRole('button', { name: '领取备用金' })).toBeHidden();
    await signIn('吴敏');
    await openPickup();
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('采购记录号').fill('CG-1124');
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('采购已做单');
  });

  await test.step('the counter cashier pays out of the float', async () => {
    await signIn('李梅');
    await open('/float');
    await page.getByRole('button', { name: '领款' }).click();
    await expect(page.getByRole('button', { name: '领取备用金' })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('领款金额')).toHaveValue('360.00');
    await expect(dialog.getByLabel('领款人')).toHaveValue('小王');
    await page.keyboard.press('Control+Enter');
    const voucher = unspaced(await readPaper(page));
    expect(voucher).toContain('采购备用金单');
    expect(voucher).toContain('叁佰陆拾元整');
    expect(voucher).toContain(pickup);
    await expect(history).toContainText('已领取备用金');
    await open('/float');
    await expect(page.getByRole('main')).toContainText(/余额\s*¥640\.00\s*已领未报\s*¥360\.00\s*合计\s*¥1,000\.00/);
  });

  await test.step('the goods come in only with both papers', async () => {
    await signIn('赵强');
    await open('/warehouse');
    await page.getByRole('region', { name: '到货待入库' }).getByRole('button', { name: '入库', exact: true }).click();
    await page.getByRole('button', { name: '全部照单' }).click();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('尚缺：拿货单、一联销售单');
    await page.getByLabel('拿货单联在手').check();
    await page.getByLabel('销售单联在手').check();
    await page.keyboard.press('Control+Enter');
    const inbound = unspaced(await readPaper(page));
    expect(inbound).toContain('入库单');
    expect(inbound).toContain(pickup);
  });

  await test.step('the customer pays, takes his goods, and the slip closes', async () => {
    await signIn('小王');
    await open('/counter');
    await page.getByRole('button', { name: '交货', exact: true }).click();
    await expect(page.getByRole('dialog', { name: `交货：${order}` })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('已交货');
    await signIn('李梅');
    await open('/cashier');
    await expect(page.getByRole('button', { name: '收款', exact: true })).toBeVisible();
    await page.keyboard.press('F2');
    await expect(page.getByLabel('客户实付')).toBeFocused();
    await page.keyboard.press('Control+Enter');
    expect(unspaced(await readPaper(page))).toContain('肆佰柒拾柒元捌角整');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: '核单', exact: true })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('已核单');
  });

  await test.step("the buyer accounts for the money with the supplier's voucher", async () => {
    await open('/float');
    await page.getByRole('button', { name: '报销' }).click();
    await expect(page.getByRole('button', { name: '报销结清' })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: `报销结清：${pickup}` });
    await dialog.getByLabel('实付供货商').fill('350');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('alert')).toContainText('花费须有凭证号或凭证照片');
    await dialog.getByLabel('凭证号').fill('SJ-0087');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await open('/float');
    await expect(page.getByRole('main')).toContainText(/余额\s*¥650\.00\s*已领未报\s*¥0\.00\s*合计\s*¥650\.00/);
    await open('/cashier');
    await expect(page.getByRole('region', { name: '我手上的款项' })).toContainText('477.80');
    await open('/stock');
    await expect(page.getByRole('row', { name: /不锈钢法兰.*0.*不足/ })).toBeVisible();
  });
});

test('what is short is offered in another kind, with what there is of it [ORD-03 G-23]', async ({ desk }) => {
  test.setTimeout(240_000);
  const { page, signIn } = desk;
  await signIn('小王');
  await enterSale(desk, { as: 'carry', lines: [{ find: 'P-30007', quantity: '4' }] });
  const short = page.getByRole('region', { name: '库存不足' });
  await expect(short).toContainText('缺 1 台');
  await expect(short).toContainText('主仓可售 10');
  await expect(short).toContainText('替代：三相异步电动机 YE3-132S-4 7.5kW（可售 2）');
  await short.getByRole('button', { name: '换用' }).click();
  await expect(short).toBeHidden();
  await expect(page.getByRole('textbox', { name: '第 1 行 数量' })).toHaveValue('3');
  await expect(page.getByRole('textbox', { name: '第 2 行 数量' })).toHaveValue('1');
  await expect(page.getByTestId('sale-total')).toHaveText('¥7,740.00');
  const order = await commitSale(desk);
  const slip = unspaced(await readPaper(page));
  expect(slip).toContain(order);
  expect(slip).toContain('7.5kW');
  expect(slip).toContain('柒仟柒佰肆拾元整');
});
