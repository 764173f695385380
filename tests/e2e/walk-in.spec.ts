import { expect, test } from './desk.ts';
import { printPaper, readPaper, unspaced } from './paper-text.ts';
import { commitSale, enterSale } from './sell.ts';

test('a customer walks in, orders for delivery, and the goods leave with the right papers until the signed copy is booked and paid [RCP-01 RCP-02 ORD-01 ORD-02 ORD-04 ORD-07 ORD-08 DSP-01 DSP-02 DSP-03 DSP-04 STK-08 PAY-02 PAY-10 G-21 G-22 G-29 G-30 G-31 G-32]', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  let order = '';

  await test.step('the showroom host registers the visit with the keyboard alone', async () => {
    await signIn('小王');
    await expect(page.getByRole('heading', { name: '接待台' })).toBeVisible();
    await page.getByLabel('称呼').fill('周先生');
    await page.getByLabel('需求').fill('两只接触器');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('link', { name: '周先生' })).toBeVisible();
    await page.getByRole('button', { name: /迎/ }).first().click();
  });

  await test.step('the salesperson enters the order', async () => {
    await enterSale(desk, { as: 'delivery', customer: 'hongxing', lines: [{ find: 'jcq', quantity: '2' }] });
    order = await commitSale(desk);
    expect(order).toMatch(/^XS-HZ01-A-\d{4}-0001$/);
    await expect(page.getByText('您的岗位不能办理，需要：销售主管')).toBeVisible();
  });

  await test.step('the manager reviews it', async () => {
    await signIn('王店长');
    await open('/approvals');
    await page.getByLabel('三项均符合').click();
    await page.getByRole('button', { name: '审核通过' }).click();
    await expect(page.getByText(`${order} 已审核放行`)).toBeVisible();
  });

  await test.step('the salesperson writes the dispatch note; it is not released before the manager signs', async () => {
    await signIn('小王');
    await open('/counter');
    await page.getByRole('button', { name: '开发货单', exact: true }).click();
    await page.getByLabel('车牌号').fill('浙A·12345');
    await page.getByLabel('司机').fill('陈师傅');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: '等待销售主管签批' })).toBeVisible();
    const draft = unspaced(await printPaper(page));
    expect(draft).toContain('发货单');
    expect(draft).toContain('未放行');
    await signIn('王店长');
    await open('/approvals');
    await page.getByRole('button', { name: '放行', exact: true }).click();
    await expect(page.getByText(/FH-HZ01-A-\d{4}-0001 已放行/)).toBeVisible();
  });

  await test.step('the clerk counts, issues and writes the gate pass', async () => {
    await signIn('赵强');
    await open('/warehouse');
    await page.getByRole('button', { name: '出库', exact: true }).click();
    await page.getByLabel('实点 交流接触器').fill('1');
    await expect(page.getByText('少 1')).toBeVisible();
    await page.getByLabel('实点 交流接触器').fill('2');
    await page.keyboard.press('Control+Enter');
    expect(unspaced(await readPaper(page))).toContain('出库单');
    await expect(page.getByRole('region', { name: '开出门证' })).toBeVisible();
    await page.getByLabel('件数').fill('1');
    await page.keyboard.press('Control+Enter');
    const pass = unspaced(await readPaper(page));
    expect(pass).toContain('出门证');
    expect(pass).toContain('浙A·12345');
    await expect(page.getByRole('heading', { name: '等待门卫登记' })).toBeVisible();
    await page.getByRole('button', { name: /打印 发货单/ }).click();
    const note = unspaced(await readPaper(page));
    expect(note).toContain('壹佰柒拾叁元整');
    expect(note).not.toContain('未放行');
  });

  await test.step('the guard lets the vehicle out', async () => {
    await signIn('老秦');
    await page.getByRole('button', { name: /浙A·12345/ }).click();
    await page.getByRole('button', { name: '就是 浙A·12345' }).click();
    await page.getByRole('button', { name: '登记放行' }).click();
    await expect(page.getByText('已放行')).toBeVisible();
  });

  await test.step('finance waits for the signed copy; the clerk brings it back; finance books it', async () => {
    await signIn('郑慧兰');
    await open('/finance?tab=copies');
    await expect(page.getByText('客户签收联尚未收回')).toBeAttached();
    await signIn('赵强');
    await open('/warehouse');
    await page.getByRole('button', { name: '签收', exact: true }).click();
    await page.getByLabel('签收人').fill('周建国');
    await page.getByText('仅存纸质', { exact: true }).click();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('客户已签收').first()).toBeVisible();
    await signIn('郑慧兰');
    await open('/finance?tab=copies');
    await page.getByRole('button', { name: '入账' }).click();
    await expect(page.getByRole('button', { name: '入账' })).toBeHidden();
  });

  await test.step('the manager sees the day', async () => {
    await signIn('王店长');
    await expect(page.getByRole('button', { name: /今日出货.*173\.00/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /应收账款.*173\.00/ })).toBeVisible();
    await page.getByRole('button', { name: /今日出货/ }).click();
    await expect(page.getByText('绍兴宏兴水泵配件经营部')).toBeVisible();
  });
});
