import { card, commitDialog, heading, inApril as test, picture, sign, take } from './chain.ts';
import { expect, type Desk } from './desk.ts';
import { readPaper, unspaced } from './paper-text.ts';

async function openContract({ page, open }: Desk, customer: string): Promise<string> {
  await open('/contracts');
  await page.getByRole('row', { name: new RegExp(customer) }).click();
  await expect(heading(page, /^HT-/)).toBeVisible();
  return (await heading(page, /^HT-/).textContent()) ?? '';
}

test('an invoice is refused at 59.99 % with what is missing and the way out, and accepted at 60 %; finance’s deputy signs it [PAY-05 G-39]', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  const request = async () => {
    await page.getByRole('button', { name: '申请开票' }).click();
    const dialog = page.getByRole('dialog', { name: /申请开票/ });
    await dialog.getByLabel('税号').fill('91330206MA2AAAAA1X');
    await page.keyboard.press('Control+Enter');
    return dialog;
  };
  await signIn('小王');
  const no = await openContract(desk, '恒通');
  const account = new URL(page.url()).hash.slice(1).replace('/contracts/', '/accounts/contracts/');
  await expect(card(page, '开票')).toContainText('受阻');

  await test.step('thirty yuan short', async () => {
    await open(account);
    const dialog = await request();
    await expect(dialog.getByRole('alert')).toContainText('合同款 ¥300,000.00，已收 ¥179,970.00，回款 59.99%，要求 60%，还差 ¥30.00');
    await expect(dialog.getByRole('alert')).toContainText('先收回所差的款项');
    await picture(desk, 'invoice-refused');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('FP-')).toBeHidden();
  });

  await test.step('the thirty yuan come', async () => {
    await signIn('郑慧兰');
    await open(account.replace('/accounts', ''));
    await take(page, '回款', '收款');
    await commitDialog(page, /收合同/, (dialog) => dialog.getByLabel('金额').fill('30'));
    expect(unspaced(await readPaper(page))).toContain('叁拾元整');
    await signIn('小王');
    await open(account);
    const dialog = await request();
    await expect(dialog).toBeHidden();
    const paper = unspaced(await readPaper(page));
    expect(paper).toContain(no);
    await expect(heading(page, /FP-/)).toBeVisible();
    await picture(desk, 'invoice-asked');
  });

  await test.step('it is issued only after finance checked and the deputy signed', async () => {
    const slip = new URL(page.url()).hash.slice(1);
    await signIn('郑慧兰');
    await open(slip);
    await expect(heading(page, /FP-/)).toBeVisible();
    await expect(page.getByRole('button', { name: '登记已开发票' })).toBeHidden();
    await sign(desk, '郑慧兰', /^签批 FP-/);
    await sign(desk, '苏静怡', /^签批 FP-/);
    await signIn('郑慧兰');
    await open(slip);
    await page.getByRole('button', { name: '登记已开发票' }).click();
    await commitDialog(page, /登记已开发票/, (dialog) => dialog.getByLabel('发票号码').fill('26332000000012345678'));
    await open(account.replace('/accounts', ''));
    await expect(card(page, '开票')).toContainText('已办');
  });
});

test('two ledgers that disagree: the list names contract and amount, the month is not closed before finance has put its book right, and is then shut [CON-06 G-45]', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  await signIn('小王');
  const no = await openContract(desk, '永固');
  const account = `${new URL(page.url()).hash.slice(1).replace('/contracts/', '/accounts/contracts/')}?part=ledgers`;

  await test.step('the cashier has the money, finance has not: the sheet cannot be signed', async () => {
    await signIn('郑慧兰');
    await open('/accounts/ledgers');
    await expect(page.getByRole('row', { name: new RegExp(`${no}.*20,000\\.00.*0\\.00.*20,000\\.00`) })).toBeVisible();
    await expect(page.getByText('1 处不符')).toBeVisible();
    await picture(desk, 'ledgers-differ');
    await page.getByRole('button', { name: '编制对账表' }).click();
    await expect(heading(page, /YJ-/)).toBeVisible();
    await signIn('王店长');
    await open('/accounts/ledgers');
    await page.getByRole('button', { name: '打开对账表' }).click();
    await page.getByRole('button', { name: '销售签字' }).click();
    await expect(page.getByRole('alert')).toContainText('销售台账与财务台账还有 1 处不符，合计 ¥20,000.00');
    await expect(page.getByRole('alert')).toContainText('逐条查明差异，补记或冲正后再签');
    await picture(desk, 'closing-refused');
  });

  await test.step('finance enters what was on its way; the sheet of before no longer holds', async () => {
    await signIn('郑慧兰');
    await open(account);
    await page.getByRole('button', { name: '记一笔' }).click();
    await commitDialog(page, /记一笔/, async (dialog) => {
      await dialog.getByLabel('金额').fill('20000');
      await dialog.getByLabel('日期').fill('2026-03-31');
      await dialog.getByLabel('事由').fill('3 月 31 日现金在途，4 月 1 日缴存');
    });
    await picture(desk, 'ledgers-entered');
    await signIn('王店长');
    await open('/accounts/ledgers');
    await expect(page.getByText('两账相符').first()).toBeVisible();
    await page.getByRole('button', { name: '打开对账表' }).click();
    await page.getByRole('button', { name: '销售签字' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '编制后台账有变动，请撤回后重新编制' })).toBeVisible();
    await page.getByRole('button', { name: '撤回' }).click();
    await commitDialog(page, /撤回/, (dialog) => dialog.getByRole('textbox').fill('台账已补记'));
  });

  await test.step('another sheet is signed by sales and by finance; nothing is entered in the month any more', async () => {
    await open('/accounts/ledgers');
    await page.getByRole('button', { name: '编制对账表' }).click();
    await expect(heading(page, /YJ-/)).toBeVisible();
    await page.getByRole('button', { name: '销售签字' }).click();
    await expect(page.getByRole('button', { name: '财务签字' })).toBeDisabled();
    const sheet = new URL(page.url()).hash.slice(1);
    await signIn('郑慧兰');
    await open(sheet);
    await page.getByRole('button', { name: '财务签字' }).click();
    await expect(page.getByText('已月结').first()).toBeVisible();
    await open(account);
    await page.getByRole('button', { name: '记一笔' }).click();
    const dialog = page.getByRole('dialog', { name: /记一笔/ });
    await dialog.getByLabel('金额').fill('1');
    await dialog.getByLabel('日期').fill('2026-03-30');
    await dialog.getByLabel('事由').fill('补记');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('alert')).toContainText('2026-03 已月结，不能再记账');
  });
});
