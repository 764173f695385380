import { chooseCustomer, commitDialog, enterGoods, enterPlan, heading, inApril as test, openInbox, picture, sign } from './chain.ts';
import { expect, type Desk } from './desk.ts';

const history = ({ page }: Desk) => page.getByRole('region', { name: '经过' });
const marks = ({ page }: Desk) => page.getByRole('list', { name: '签批' });

/** One transformer at the policy's price, paid in two parts. */
async function fillApplication({ page, open }: Desk, customer: string, first: string, rest: string): Promise<void> {
  await open('/applications/new');
  await expect(heading(page, '新合同申报')).toBeVisible();
  await chooseCustomer(page, customer);
  await enterGoods(page, [{ find: 'D-50010', quantity: '1', price: '93750' }]);
  await enterPlan(page, [
    ['首', '2026-04-10', first],
    ['尾', '2026-05-30', rest],
  ]);
  await page.getByLabel('付款方式').fill('银行转账');
  await page.getByLabel('交货期').fill('2026-04-20');
}

test('a discount beyond the authority of the manager goes on to the deputy for sales, who sees what is given away, sends it back, and signs the next version [QPA-02 QPA-04 QPA-05 QPA-06 QPA-07 QPA-09 G-03]', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;

  await test.step('eight per cent below the policy: the form says who has to sign, and it cannot be sent before', async () => {
    await signIn('小王');
    await open('/quotations/new');
    await expect(heading(page, '新报价单')).toBeVisible();
    await chooseCustomer(page, 'yonggu');
    await enterGoods(page, [
      { find: 'D-50010', quantity: '2', price: '86250' },
      { find: 'D-50020', quantity: '5', price: '23000' },
    ]);
    await expect(page.getByRole('region', { name: '让利' })).toContainText(/25,000\.00.*8%/);
    await page.getByLabel('客户需求').fill('二期厂房配电');
    await page.getByLabel('方案如何满足').fill('与一期同型号');
    await page.getByLabel('低于政策价的原因').fill('二期追加，竞争项目');
    await page.keyboard.press('Control+Enter');
    await expect(heading(page, /^BJ-/)).toBeVisible();
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '发给客户' }).click();
    const sending = page.getByRole('dialog', { name: /发给客户/ });
    await sending.getByRole('button', { name: '发给客户' }).click();
    await expect(sending.getByRole('alert')).toContainText('优惠 8%，超过 0% 的优惠须经批准');
    await expect(sending.getByRole('alert')).toContainText('送审：依次由销售主管、分管副总签批');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '送审' }).click();
    await expect(page.getByRole('dialog')).toContainText('销售主管 → 销售副总');
    await commitDialog(page, /送审/, (dialog) => dialog.getByLabel('给签批人的说明').fill('同行报 28.8 万'));
  });

  await test.step('the manager signs for his part, the deputy for sales sees prices, share, reason and what was said, and sends it back', async () => {
    await sign(desk, '王店长', /^签批 BJ-/, '客户回款好，建议同意');
    await openInbox(desk, '蒋明辉');
    const row = page.getByRole('region', { name: '报价单 1' });
    for (const seen of [
      '政策价 93,750.00',
      '让利 ¥25,000.00，8%',
      '二期追加，竞争项目',
      '送审说明: 同行报 28.8 万',
      '客户回款好，建议同意',
    ])
      await expect(row).toContainText(seen);
    await row.getByRole('button', { name: '退回修改' }).click();
    await commitDialog(page, /^退回 BJ-/, (dialog) => dialog.getByLabel('意见').fill('最多让 5%，另送安装附件'));
    await expect(page.getByText('没有待审批的单据')).toBeVisible();
  });

  await test.step('the next version gives five per cent, is signed by both and goes to the customer', async () => {
    await signIn('小王');
    await open('/quotations');
    await page.getByRole('row', { name: /永固/ }).click();
    await expect(heading(page, /^BJ-/)).toBeVisible();
    await expect(page.getByText('最多让 5%，另送安装附件').first()).toBeVisible();
    await page.getByRole('button', { name: '另报新版' }).click();
    await expect(heading(page, /第 2 版/)).toBeVisible();
    for (const [line, price] of [
      [1, '89062.5'],
      [2, '23750'],
    ] as const) {
      await page.getByRole('textbox', { name: new RegExp(`^第 ${line} 行 (报价|单价)`) }).fill(price);
      await page.keyboard.press('Tab');
    }
    await expect(page.getByRole('region', { name: '让利' })).toContainText(/15,625\.00.*5%/);
    await page.keyboard.press('Control+Enter');
    await expect(heading(page, /^BJ-/)).toBeVisible();
    await page.getByRole('button', { name: '送审' }).click();
    await commitDialog(page, /送审/);
    await sign(desk, '王店长', /^签批 BJ-/);
    await sign(desk, '蒋明辉', /^签批 BJ-/);
    await signIn('小王');
    await open('/quotations');
    await page.getByRole('row', { name: /永固.*已批准/ }).click();
    await page.getByRole('button', { name: '发给客户' }).click();
    await commitDialog(page, /发给客户/);
    await expect(page.getByRole('button', { name: '客户接受' })).toBeVisible();
    await expect(marks(desk)).toContainText(/销售主管.*王店长.*销售副总.*蒋明辉/);
  });
});

test('an application comes back twice, from the manager and from the general manager, and is corrected each time until both have signed it as it stands [CON-01 QPA-06 G-01 G-05 G-11]', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  const sendBack = async (name: '王店长' | '何振华', why: string) => {
    await openInbox(desk, name);
    await page.getByRole('button', { name: '退回修改' }).click();
    await commitDialog(page, /^退回 SB-/, (dialog) => dialog.getByLabel('意见').fill(why));
  };
  const correct = async (name: string, why: string, change: () => Promise<void>) => {
    await signIn('小王');
    await open('/applications');
    await page.getByRole('row', { name: /永固.*退回/ }).click();
    await expect(page.getByText(`${name}退回修改`)).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(heading(page, '修改合同申报单')).toBeVisible();
    await expect(page.getByText(why)).toBeVisible();
    await change();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/等待销售主管签批/)).toBeVisible();
  };

  await signIn('小王');
  await fillApplication(desk, 'yonggu', '30000', '63750');
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, /^SB-/)).toBeVisible();
  await expect(marks(desk)).toHaveText(/销售主管.*总经理/);
  await expect(marks(desk)).not.toContainText('财务副总');

  await sendBack('王店长', '交货期太紧');
  await correct('王店长', '交货期太紧', () => page.getByLabel('交货期').fill('2026-04-28'));
  await sign(desk, '王店长', /^签批 SB-/);
  await sendBack('何振华', '首期不足四成，请与客户再谈');
  await correct('何振华', '首期不足四成，请与客户再谈', async () => {
    await page.getByRole('textbox', { name: '第 1 行 金额' }).last().fill('40000');
    await page.getByRole('textbox', { name: '第 2 行 金额' }).last().fill('53750');
    await page.keyboard.press('Tab');
  });
  await sign(desk, '王店长', /^签批 SB-/);
  await sign(desk, '何振华', /^签批 SB-/);

  await signIn('小王');
  await open('/applications');
  await page.getByRole('row', { name: /永固.*已批准/ }).click();
  await expect(history(desk).getByText('首期不足四成，请与客户再谈')).toBeVisible();
  await expect(history(desk).getByText('交货期太紧')).toBeVisible();
  await page.getByRole('button', { name: '草拟合同' }).click();
  await commitDialog(page, /草拟合同/, (dialog) => dialog.getByLabel('签订地点').fill('杭州'));
  await expect(heading(page, /^HT-/)).toBeVisible();
  await page.getByText('货款', { exact: true }).first().click();
  await expect(page.getByText('40,000.00').first()).toBeVisible();
});

test('who sells and leads the section too does not approve the own application nor countersign the own contract: another one steps up with his PIN [CON-04 QPA-06 PLT-03 G-15]', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  await signIn('顾雅琴');
  await fillApplication(desk, 'yonggu', '40000', '53750');
  await page.getByLabel('交货期').fill('2026-04-28');
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, /^SB-/)).toBeVisible();
  await open('/approvals');
  await expect(page.getByText('没有待审批的单据')).toBeVisible();
  await page.goBack();

  await test.step('signing on her page asks for the PIN of the other manager', async () => {
    await page.getByRole('button', { name: '签批', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /^签批 SB-/ });
    await expect(dialog.getByRole('combobox', { name: '放行人' })).toHaveValue('王店长');
    await dialog.getByLabel('王店长的口令').fill('9999');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toContainText('口令不对，还可试 4 次');
    await commitDialog(page, /^签批 SB-/, (again) => again.getByLabel('王店长的口令').fill('1234'));
    await expect(marks(desk)).toContainText(/销售主管\s*王店长/);
  });

  await test.step('the countersignature is not hers either', async () => {
    await sign(desk, '何振华', /^签批 SB-/);
    await signIn('顾雅琴');
    await open('/applications');
    await page.getByRole('row', { name: /永固.*93,750\.00/ }).click();
    await page.getByRole('button', { name: '草拟合同' }).click();
    await commitDialog(page, /草拟合同/, (dialog) => dialog.getByLabel('签订地点').fill('杭州'));
    await page.getByRole('button', { name: '核对条款' }).first().click();
    await commitDialog(page, /核对条款/, async (dialog) => dialog.getByLabel('各条款均已核对').check());
    await page.getByRole('button', { name: '向客户说明并送会签' }).first().click();
    await commitDialog(page, /向客户说明/);
    const countersign = page.getByRole('button', { name: '销售主管会签' }).first();
    await expect(countersign).toBeDisabled();
    await expect(countersign).toHaveAccessibleDescription('不能由同一人办理：前一步是您自己做的');
  });
});

test('a customer over the limit is no dead end: the deputy for finance joins the chain, and nobody else can take his place [CRM-07 CRM-08 G-06 G-07]', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  await signIn('小王');
  await fillApplication(desk, 'xinhua', '30000', '63750');
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, /^SB-/)).toBeVisible();
  await expect(marks(desk)).toContainText(/销售主管.*财务副总.*总经理/);

  await sign(desk, '王店长', /^签批 SB-/);
  await signIn('何振华');
  await open('/approvals');
  await expect(page.getByText('没有待审批的单据')).toBeVisible();
  await openInbox(desk, '苏静怡');

  await expect(page.getByRole('article')).toContainText('加本单 ¥63,750.00，额度 ¥50,000.00，超出 ¥13,750.00');
  await picture(desk, 'limit-inbox');
  await sign(desk, '苏静怡', /^签批 SB-/, '首期到账后发货');
  await sign(desk, '何振华', /^签批 SB-/);
  await signIn('小王');
  await open('/applications');
  await page.getByRole('row', { name: /新华印染.*已批准/ }).click();
  await expect(marks(desk)).toContainText('首期到账后发货');
  await expect(page.getByRole('button', { name: '草拟合同' })).toBeEnabled();
});
