import { expect, test } from './desk.ts';
import { readPaper, unspaced } from './paper-text.ts';
import { commitSale, enterSale } from './sell.ts';

test('an order goes out on two dispatch notes, one piece comes back, and every figure follows [DSP-01 DSP-05 DSP-06 ORD-09 STK-08 PAY-02 G-29 G-30 G-31]', async ({
  desk,
}) => {
  test.setTimeout(480_000);
  const { page, open, signIn } = desk;
  const history = page.getByRole('region', { name: '经过' });
  let order = '';

  const openOrder = async () => {
    await open('/orders');
    await page.getByRole('row', { name: new RegExp(order) }).click();
    await expect(page.getByRole('heading', { level: 1, name: order })).toBeVisible();
  };
  const writeNote = async (quantity: string, fill: () => Promise<void>) => {
    await page.getByLabel('本次发 交流接触器').fill(quantity);
    await fill();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('等待销售主管签批').first()).toBeVisible();
  };
  const release = async () => {
    await signIn('王店长');
    await open('/approvals');
    await page.getByRole('button', { name: '放行', exact: true }).click();
    await expect(page.getByText(/FH-HZ01-A-\d{4}-\d{4} 已放行/).first()).toBeVisible();
  };

  await test.step('five are ordered for delivery and reviewed', async () => {
    await signIn('小王');
    await enterSale(desk, { as: 'delivery', customer: 'hongxing', lines: [{ find: 'jcq', quantity: '5' }] });
    order = await commitSale(desk);
    await signIn('王店长');
    await open('/approvals');
    await page.getByLabel('三项均符合').click();
    await page.getByRole('button', { name: '审核通过' }).click();
    await expect(page.getByText(`${order} 已审核放行`)).toBeVisible();
  });

  await test.step('three go by lorry, through the gate', async () => {
    await signIn('小王');
    await open('/counter');
    await page.getByRole('button', { name: '开发货单', exact: true }).click();
    await writeNote('3', async () => {
      await page.getByLabel('车牌号').fill('浙A·12345');
      await page.getByLabel('司机').fill('陈师傅');
    });
    await release();
    await signIn('赵强');
    await open('/warehouse');
    await page.getByRole('button', { name: '出库', exact: true }).click();
    await page.getByRole('button', { name: '全部照单' }).click();
    await page.keyboard.press('Control+Enter');
    const stockOut = await readPaper(page);
    expect(unspaced(stockOut)).toContain('出库单');
    expect(stockOut).toMatch(/CJX2-2510 220V 只 3\b/);
    await page.getByLabel('件数').fill('1');
    await page.keyboard.press('Control+Enter');
    expect(unspaced(await readPaper(page))).toContain('出门证');
    await expect(page.getByText('等待门卫登记')).toBeVisible();
    await page.getByRole('button', { name: /打印 发货单/ }).click();
    expect(unspaced(await readPaper(page))).toContain('贰佰伍拾玖元伍角整');
    await signIn('老秦');
    await page.getByRole('button', { name: /浙A·12345/ }).click();
    await page.getByRole('button', { name: '就是 浙A·12345' }).click();
    await page.getByRole('button', { name: '登记放行' }).click();
    await expect(page.getByText('已放行')).toBeVisible();
    await signIn('赵强');
    await open('/warehouse');
    await page.getByRole('button', { name: '签收', exact: true }).click();
    await page.getByLabel('签收人').fill('周建国');
    await page.getByText('仅存纸质', { exact: true }).click();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('客户已签收').first()).toBeVisible();
  });

  await test.step('the other two are fetched by the customer, who signs on the spot', async () => {
    await signIn('小王');
    await open('/counter');
    await page.getByRole('button', { name: '开发货单', exact: true }).click();
    await expect(page.getByRole('row', { name: /交流接触器.*5\s*只 3 2/ })).toBeVisible();
    await page.getByLabel('本次发 交流接触器').fill('3');
    await expect(page.getByText('最多 2').first()).toBeVisible();
    await writeNote('2', async () => {
      await page.getByText('客户自提', { exact: true }).click();
    });
    await release();
    await signIn('赵强');
    await open('/warehouse');
    await page.getByRole('button', { name: '出库', exact: true }).click();
    await page.getByRole('button', { name: '全部照单' }).click();
    await page.getByLabel('签收人').fill('周建国');
    await page.getByText('仅存纸质', { exact: true }).click();
    await page.keyboard.press('Control+Enter');
    expect(await readPaper(page)).toMatch(/CJX2-2510 220V 只 2\b/);
  });

  await test.step('the customer pays all five', async () => {
    await signIn('李梅');
    await openOrder();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByLabel('客户实付')).toBeFocused();
    await page.keyboard.press('Control+Enter');
    expect(unspaced(await readPaper(page))).toContain('人民币（大写）肆佰叁拾贰元伍角整');
  });

  await test.step('one comes back: nobody approves what he asked for himself', async () => {
    await signIn('王店长');
    await openOrder();
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '退货' }).click();
    await page.getByLabel('交流接触器的数量').fill('6');
    await expect(page.getByText('不得大于 5').first()).toBeVisible();
    await page.getByLabel('交流接触器的数量').fill('1');
    await page.getByLabel('退货原因').fill('线圈电压买错');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('申请人不能自己批准')).toBeVisible();
    await expect(page.getByRole('button', { name: '批准', exact: true })).toBeDisabled();
    await page.getByRole('button', { name: '客户撤回' }).click();
    await page.getByRole('dialog').getByLabel('原因').fill('由经手的营业员申请');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();

    await signIn('小王');
    await openOrder();
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '退货' }).click();
    await page.getByLabel('交流接触器的数量').fill('1');
    await page.getByLabel('退货原因').fill('线圈电压买错');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('等待销售主管批准')).toBeVisible();
    await signIn('王店长');
    await open('/approvals');
    await page.getByRole('button', { name: '批准', exact: true }).click();
    await expect(page.getByText(/TH-HZ01-A-\d{4}-0002 已批准/)).toBeVisible();
  });

  await test.step('the warehouse takes it in by a red slip', async () => {
    await signIn('赵强');
    await open('/warehouse');
    await page.getByRole('button', { name: '收货', exact: true }).click();
    await expect(page.getByRole('button', { name: '收回入库' })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('货已收回，应收款已冲减。')).toBeVisible();
    await page.keyboard.press('Control+p');
    const slip = await readPaper(page);
    expect(unspaced(slip)).toContain('销售退货单');
    expect(unspaced(slip)).toContain('线圈电压买错');
    expect(slip).toMatch(/CJX2-2510 220V 只 -1 86\.50 -86\.50/);
    expect(unspaced(slip)).toContain('负捌拾陆元伍角整');
  });

  await test.step('the cashier pays back what is too much, and not a fen more', async () => {
    await signIn('李梅');
    await openOrder();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: `退款：${order}` });
    await expect(dialog.getByLabel('退款金额')).toHaveValue('86.50');
    await dialog.getByLabel('退款金额').fill('100');
    await dialog.getByLabel('退款原因').fill('退货一只');
    await expect(dialog.getByText('不得大于 86.50').first()).toBeVisible();
    await dialog.getByLabel('退款金额').fill('86.5');
    await page.keyboard.press('Control+Enter');
    const paper = unspaced(await readPaper(page));
    expect(paper).toContain('退款收据');
    expect(paper).toContain('捌拾陆元伍角整');
    await expect(history).toBeVisible();
    await page.getByRole('button', { name: '更多操作' }).click();
    await expect(page.getByRole('menuitem', { name: '退款' })).toBeHidden();
    await page.keyboard.press('Escape');
    await open('/cashier');
    await expect(page.getByRole('region', { name: '我手上的款项' })).toContainText('346.00');
  });

  await test.step('stock, order and takings agree', async () => {
    await signIn('王店长');
    await expect(page.getByRole('button', { name: /今日收款.*346\.00/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /今日出货.*346\.00/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /应收账款.*0\.00/ })).toBeVisible();
    await openOrder();
    const money = page.getByRole('region', { name: '款项' });
    await expect(money).toContainText(/合计\s*432\.50\s*退货与取消\s*−86\.50\s*已收\s*346\.00\s*应收余额\s*0\.00/);
    await open('/stock');
    await expect(page.getByRole('row', { name: /交流接触器.*西湖门店 16 16/ })).toBeVisible();
  });
});
