import { expect, test } from './desk.ts';
import { readPaper, unspaced } from './paper-text.ts';
import { enterSale } from './sell.ts';

test('a walk-in pays before the goods leave the shop, a price below the floor needs the manager, and the money goes to finance the same day [SHP-01 SHP-02 PAY-02 PAY-03 G-02 G-36 G-38]', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  const history = page.getByRole('region', { name: '经过' });
  let order = '';

  await test.step('a price below the floor is let through by the manager at the desk, with his PIN and a reason', async () => {
    await signIn('小王');
    await enterSale(desk, {
      as: 'carry',
      lines: [
        { find: 'jcq', quantity: '2', price: '78' },
        { find: 'dlq', quantity: '3' },
      ],
    });
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('交流接触器折后单价 ¥78.00，低于最低售价 ¥80.00');
    await page.getByLabel('放行原因').fill('样品，外壳有划痕');
    await page.getByLabel('王店长的口令').fill('9999');
    await page.getByRole('button', { name: '放行', exact: true }).click();
    await expect(page.getByText('口令不对，还可试 4 次')).toBeVisible();
    await page.getByLabel('王店长的口令').fill('1234');
    await page.getByRole('button', { name: '放行', exact: true }).click();

    const heading = page.getByRole('heading', { level: 1, name: /XS-/ });
    await expect(heading).toBeVisible();
    order = (await heading.textContent()) ?? '';
    const slip = unspaced(await readPaper(page));
    expect(slip).toContain(order);
    expect(slip).toContain('①客户联白②收银联红③业务联黄');
    expect(slip).toContain('收款方式：未付款');
    expect(slip).toContain('合计金额（大写）：贰佰伍拾肆元肆角整');
    await history.getByRole('button', { name: '核对的规则 · 1' }).last().click();
    await expect(history).toContainText('王店长放行：样品，外壳有划痕');
  });

  await test.step('the goods are not handed over before the money', async () => {
    await expect(page.getByRole('button', { name: '收款', exact: true })).toBeDisabled();
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '交货' }).click();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('应收 ¥254.40，已收 ¥0.00，还差 ¥254.40');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('the cashier takes cash and gives change; the second receipt says that it is one', async () => {
    await signIn('李梅');
    await open('/cashier');
    await expect(page.getByRole('button', { name: '收款', exact: true })).toBeVisible();
    await page.keyboard.press('F2');
    await expect(page.getByLabel('客户实付')).toBeFocused();
    await page.keyboard.type('300');
    await page.keyboard.press('Enter');
    const taken = page.getByRole('main').getByRole('status');
    await expect(taken).toContainText(/已收款：SK-HZ01-A-\d{4}-0001.*254\.40.*找零.*45\.60/);
    const receipt = unspaced(await readPaper(page, 'print'));
    expect(receipt).toContain('收款收据');
    expect(receipt).toContain('①存根联白②交款人联红③记账联黄');
    expect(receipt).toContain('人民币（大写）贰佰伍拾肆元肆角整');
    expect(receipt).toContain('现金（收￥300.00，找￥45.60）');
    expect(receipt).not.toContain('补打');
    await page.keyboard.press('Control+p');
    await expect(page.getByText('第 2 次打印，单据上标明“补打”')).toBeVisible();
    expect(unspaced(await readPaper(page))).toContain('补打第2次打印');

    await page.getByRole('button', { name: '打印销售单' }).click();
    const slip = unspaced(await readPaper(page));
    expect(slip).toContain('已付款');
    expect(slip).toContain('收款方式：现金');
    expect(slip).toContain('实收：254.40欠款：0.00');
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('已盖收讫章');
  });

  await test.step('the salesperson hands the goods over and closes the slip', async () => {
    await signIn('小王');
    await open('/counter');
    await page.getByRole('button', { name: '交货', exact: true }).click();
    await expect(page.getByRole('dialog', { name: `交货：${order}` })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('已交货');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('已核单');
    await expect(page.getByRole('list', { name: '进度' })).toHaveText('收款已完成交货已完成核单已完成');
  });

  await test.step('the cashier counts the day, explains what is missing and offers it to finance', async () => {
    await signIn('李梅');
    await open('/cashier');
    await expect(page.getByRole('region', { name: '我手上的款项' })).toContainText('254.40');
    await page.getByRole('button', { name: '交款给财务' }).click();
    await expect(page.getByLabel(/现金实点金额/)).toBeFocused();
    await page.keyboard.type('254');
    await expect(page.getByText('请写明差异原因')).toBeVisible();
    await page.getByLabel('差异说明').fill('四角零钱找不开，顾客放弃');
    await page.keyboard.press('Control+Enter');
    const sheet = await readPaper(page);
    expect(sheet).toContain('现金 254.40 254.00 -0.40');
    expect(sheet).toContain('四角零钱找不开，顾客放弃');
    expect(unspaced(sheet)).toContain('合计金额（大写）：贰佰伍拾肆元整');
    await expect(page.getByRole('button', { name: '确认收到' })).toBeDisabled();
  });

  await test.step('finance takes it', async () => {
    await signIn('郑慧兰');
    await open('/finance?tab=handovers');
    await page.getByRole('row', { name: /李梅.*254\.00.*0\.40.*待财务确认/ }).click();
    await expect(page.getByRole('button', { name: '确认收到' })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('财务已收款');
  });

  await test.step('what people see afterwards is right', async () => {
    await signIn('李梅');
    await open('/cashier');
    await expect(page.getByText('没有未交的款项')).toBeVisible();
    await expect(page.getByRole('region', { name: '今日收款' })).toContainText('254.40');
    await signIn('王店长');
    await expect(page.getByRole('button', { name: /今日订单.*254\.40/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /今日出货.*254\.40/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /今日收款.*254\.40/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /应收账款.*0\.00/ })).toBeVisible();
    await open('/stock');
    await expect(page.getByRole('row', { name: /交流接触器.*西湖门店 18 18/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /小型断路器.*西湖门店 47 47/ })).toBeVisible();
  });
});
