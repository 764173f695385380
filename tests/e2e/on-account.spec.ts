import { expect, test } from './desk.ts';
import { readPaper, unspaced } from './paper-text.ts';
import { commitSale, enterSale } from './sell.ts';

test('a sale on account closes when the customer signed; the next one is over his limit, is let through with a reason, and finance settles part of the debt [PAY-04 CRM-05 SHP-02 G-05 G-07 G-37]', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  const history = page.getByRole('region', { name: '经过' });
  const credit = page.getByRole('region', { name: '挂账信用' });
  let first = '';
  let second = '';

  await test.step('within the limit it is simply sold; the slip goes to the customer, to finance and to the distribution centre', async () => {
    await signIn('小王');
    await enterSale(desk, { as: 'account', customer: 'hongxing', lines: [{ find: 'jcq', quantity: '2' }] });
    await expect(credit).toContainText('可挂账');
    await expect(credit).toContainText(/信用额度\s*5,000\.00.*本单\s*173\.00.*剩余额度\s*4,827\.00/);
    first = await commitSale(desk);
    const slip = unspaced(await readPaper(page));
    expect(slip).toContain('①客户联白②财务联红③配货中心联黄');
    expect(slip).toContain('客户签字后上列金额即为欠款，应于30天内付清。');
    expect(slip).toContain('壹佰柒拾叁元整');
  });

  await test.step('the goods go, and the slip does not close before the signature', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog', { name: `交货：${first}` })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('已交货');
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '核单' }).click();
    await expect(page.getByRole('alert')).toContainText('尚缺：客户签名');

    await page.keyboard.press('Control+Enter');
    const signing = page.getByRole('dialog', { name: `客户签字：${first}` });
    await signing.getByLabel('签字人').fill('周建国');
    const pad = await signing.locator('canvas').boundingBox();
    if (pad === null) throw new Error('no place to sign');
    await page.mouse.move(pad.x + 30, pad.y + 40);
    await page.mouse.down();
    await page.mouse.move(pad.x + 120, pad.y + 70, { steps: 6 });
    await page.mouse.move(pad.x + 160, pad.y + 30, { steps: 6 });
    await page.mouse.up();
    await expect(signing.getByRole('button', { name: '登记签字' })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(signing).toBeHidden();
    await expect(history).toContainText('客户已签名');
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('已核单');
  });

  await test.step('over the limit it is blocked with the numbers, and finance lets it through at the desk', async () => {
    await enterSale(desk, { as: 'account', customer: 'hongxing', lines: [{ find: 'P-30007', quantity: '3' }] });
    await expect(credit).toContainText('须放行');
    await expect(credit).toContainText(/未收款\s*173\.00.*本单\s*5,580\.00.*超出额度\s*753\.00/);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText(
      '欠款及已答应挂账 ¥173.00，加本单 ¥5,580.00，额度 ¥5,000.00，超出 ¥753.00；最长逾期 0 天',
    );
    await page.getByLabel('放行原因').fill('年底前已约定付款');
    await page.getByRole('combobox', { name: '放行人' }).click();
    await page.getByRole('option', { name: '郑慧兰' }).click();
    await page.getByLabel('郑慧兰的口令').fill('1234');
    await page.getByRole('button', { name: '放行', exact: true }).click();
    const heading = page.getByRole('heading', { level: 1, name: /XS-/ });
    await expect(heading).toBeVisible();
    second = (await heading.textContent()) ?? '';
    await readPaper(page);
    await history
      .getByRole('button', { name: /核对的规则/ })
      .last()
      .click();
    await expect(history).toContainText('郑慧兰放行：年底前已约定付款');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog', { name: `交货：${second}` })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('已交货');
  });

  await test.step('who has no complete file gets nothing on account', async () => {
    await open('/customers/new');
    await page.getByLabel('名称').fill('新风机械厂');
    await page.getByLabel('电话', { exact: true }).fill('13812340000');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: '新风机械厂' })).toBeVisible();
    await enterSale(desk, { as: 'account', customer: 'xinfeng', lines: [{ find: 'jcq', quantity: '1' }] });
    await expect(credit).toContainText('档案缺：');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText(/客户档案缺少：.*地址.*负责人.*行业/);
    await expect(page.getByRole('alert')).toContainText('额度 ¥0.00，超出 ¥86.50');
    await page.getByRole('button', { name: '清空重开' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '清空重开' }).click();
  });

  await test.step('finance sees the debt and takes a transfer for part of it: the oldest paper first', async () => {
    await signIn('郑慧兰');
    await open('/finance?tab=slips');
    await expect(page.getByRole('row', { name: new RegExp(`${second}.*未签字`) })).toBeVisible();
    await expect(page.getByRole('row', { name: new RegExp(first) })).toBeHidden();
    await open('/finance?tab=receivables');
    await page.getByRole('row', { name: /宏兴.*5,753\.00/ }).click();
    await expect(page.getByText('2 张单据未收款')).toBeVisible();
    await page.keyboard.press('Alt+5');
    await page.getByLabel('本次收款').fill('1000');
    await page.keyboard.press('Control+Enter');
    const receipt = unspaced(await readPaper(page));
    expect(receipt).toContain('今收到绍兴宏兴水泵配件经营部');
    expect(receipt).toContain('人民币（大写）壹仟元整');
    expect(receipt).toContain('银行转账');
    expect(receipt).toContain(`${first}￥173.00`);
    expect(receipt).toContain(`${second}￥827.00`);
  });

  await test.step("the customer's page and the manager's dashboard say what is left", async () => {
    await signIn('王店长');
    await expect(page.getByRole('button', { name: /应收账款.*4,753\.00/ })).toBeVisible();
    await open('/customers');
    await page.getByRole('row', { name: /宏兴/ }).click();
    const debts = page.getByRole('region', { name: '往来款' });
    await expect(debts).toContainText(/欠款\s*¥4,753\.00/);
    await expect(debts).toContainText(/剩余额度\s*¥247\.00/);
    await expect(debts).toContainText(second);
    await expect(debts).not.toContainText(first);
  });
});
