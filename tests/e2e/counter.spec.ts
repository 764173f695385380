import { expect, test } from './desk.ts';
import { readPaper } from './paper-text.ts';
import { commitSale, enterSale } from './sell.ts';

test('a walk-in pays before the goods leave the shop, a price below the floor needs the manager, and the money goes to finance the same day [SHP-01 SHP-02 PAY-02 PAY-03 G-02 G-36 G-38]', async ({
  desk,
}) => {
  const { page, open, signIn } = desk;
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
    await expect(page.getByRole('alert')).toContainText('交流接触器折后单价 78.00，低于最低售价 80.00');
    await page.getByLabel('放行原因').fill('样品，外壳有划痕');
    await page.getByLabel('王店长的口令').fill('9999');
    await page.getByRole('button', { name: '放行', exact: true }).click();
    await expect(page.getByText('口令不对，还可试 4 次')).toBeVisible();
    await page.getByLabel('王店长的口令').fill('1234');
    await page.getByRole('button', { name: '放行', exact: true }).click();
    const told = page.getByText(/已开单：XS-/).first();
    await expect(told).toBeVisible();
    order = /XS-[A-Z0-9-]+/.exec((await told.textContent()) ?? '')?.[0] ?? '';
    const slip = await readPaper(page);
    console.log(slip);
    console.log(await page.locator('main').ariaSnapshot());
  });

  await test.step('the goods are not handed over before the money', async () => {
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '交货' }).click();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('应收 254.40，已收 0.00，还差 254.40');
    await page.keyboard.press('Escape');
  });

  await test.step('the cashier takes cash and gives change', async () => {
    await signIn('李梅');
    await open('/cashier');
    await expect(page.getByRole('button', { name: '收款', exact: true })).toBeVisible();
    await page.keyboard.press('F2');
    await expect(page.getByLabel('客户实付')).toBeFocused();
    await page.keyboard.type('300');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/已收款：SK-/).first()).toBeVisible();
    const receipt = await readPaper(page, 'print');
    console.log(receipt);
    console.log(await page.locator('main').ariaSnapshot());
    await page.keyboard.press('Control+p');
    const again = await readPaper(page);
    console.log(again);
    await page.getByRole('button', { name: '打印销售单' }).click();
    const slip = await readPaper(page);
    console.log(slip);
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(1500);
    console.log(await page.locator('main').ariaSnapshot());
  });
});
