import { addDays, dayOf } from '#shared/core/calendar.ts';
import { expect, test } from './desk.ts';

const SHANGHAI = 480;
const today = dayOf(Date.now(), SHANGHAI);
/** A moment of the branch's day, whatever time it is where the test runs. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`);

test("the door, walk-ins, a call, the day sheet, guests' opinions, and a follow-up that comes back on its day [RCP-01 RCP-02 RCP-03 RCP-04 RCP-05 RCP-06 RCP-09]", async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  const register = page.getByRole('region', { name: '登记' });
  const receiving = page.getByRole('region', { name: '接待中' });
  const tasks = page.getByRole('region', { name: '我的待办' });
  await page.clock.setSystemTime(at(today, '09:40'));
  await page.reload();

  await test.step('a walk-in is known by his number while it is typed', async () => {
    await signIn('小王');
    await expect(page.getByText('门口没有人')).toBeVisible();
    await page.keyboard.press('Alt+n');
    await page.keyboard.press('Tab');
    await page.keyboard.type('13857512260');
    await expect(register.getByText('绍兴宏兴水泵配件经营部')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(register.getByText('已登记：周建国')).toBeVisible();
    await expect(receiving.getByRole('listitem')).toContainText(/周建国.*绍兴宏兴水泵配件经营部/);
  });

  await test.step('he waits and nobody is at the door: the page says so until somebody takes it', async () => {
    await expect(page.getByRole('alert').filter({ hasText: '值班时间内门口无人' })).toBeVisible();
    await page.getByRole('button', { name: '我来站岗' }).click();
    await expect(page.getByText('值班时间内门口无人')).toBeHidden();
    await expect(page.getByRole('button', { name: '结束站岗' })).toBeVisible();
  });

  await test.step('greeted, asked, seen off; nobody is let go without a follow-up or a reason', async () => {
    await receiving.getByRole('button', { name: /^迎/ }).click();
    await expect(receiving.getByText(/迎 · 09:4\d 小王/)).toBeAttached();
    await receiving.getByRole('button', { name: /^问/ }).click();
    const asking = page.getByRole('dialog', { name: '问清需求' });
    await asking.getByLabel('需求').fill('两只接触器');
    await asking.getByLabel('预算').fill('200 元');
    await page.keyboard.press('Control+Enter');
    await expect(receiving.getByRole('listitem')).toContainText('两只接触器');
    await expect(receiving.getByText(/问 · 09:4\d 小王/)).toBeAttached();
    await receiving.getByRole('button', { name: /^送/ }).click();
    await expect(receiving.getByText(/送 · 09:4\d 小王/)).toBeAttached();
    await receiving.getByRole('button', { name: /^追/ }).click();
    const dialog = page.getByRole('dialog', { name: '结束接待 · 周建国' });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('alert')).toContainText('尚未安排回访，也未说明原因');
    await dialog.getByRole('button', { name: '3 天后' }).click();
    await dialog.getByLabel('回访要做什么').fill('报价后回电');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(receiving).toContainText('现在没有客人在等');
    await expect(tasks).toContainText(/之后 7 天报价后回电/);
  });

  await test.step('a call is a line on the same register', async () => {
    await page.keyboard.press('Alt+p');
    await expect(register.getByLabel('称呼')).toBeFocused();
    await page.keyboard.type('孙工');
    await page.keyboard.press('Tab');
    await page.keyboard.type('13811112222');
    await page.keyboard.press('Tab');
    await page.keyboard.type('断路器多久到货');
    await page.keyboard.press('Enter');
    await expect(receiving.getByRole('listitem')).toContainText(/孙工.*13811112222 · 断路器多久到货/);
    await receiving.getByRole('button', { name: /^追/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '来办事' }).click();
    await page.keyboard.press('Control+Enter');
    await expect(receiving).toContainText('现在没有客人在等');
    await expect(receiving.getByRole('link', { name: '今天已来 2 批' })).toBeVisible();
  });

  await test.step('who is expected stands on the day sheet, and opinions are gathered on a round', async () => {
    const sheet = page.getByRole('region', { name: /当日客情/ });
    await sheet.getByRole('button', { name: '添加' }).click();
    await page.getByLabel('内容').fill('王总一行看样');
    await page.getByRole('dialog').getByLabel('时间').fill('14:30');
    await page.keyboard.press('Control+Enter');
    await expect(sheet.getByRole('listitem')).toContainText(/14:30.*王总一行看样.*来宾/);
    await sheet.getByRole('button', { name: '到了' }).click();
    await expect(sheet.getByRole('button', { name: '到了' })).toBeHidden();

    await page.keyboard.press('Alt+o');
    const round = page.getByRole('dialog', { name: '征求意见' });
    await round.getByLabel('地点').fill('休息区');
    await round.getByLabel('说了什么').fill('茶水凉了');
    await round.getByText('不满', { exact: true }).click();
    await page.keyboard.press('Control+Enter');
    await expect(round).toContainText(/已记下 1 条.*休息区 · 不满 · 茶水凉了/);
    await page.keyboard.press('Escape');
    await open('/documents/opinion');
    await expect(page.getByRole('row', { name: /茶水凉了/ })).toBeVisible();
  });

  await test.step('three days later the promise is due, and is kept', async () => {
    await page.clock.setSystemTime(at(addDays(today, 3), '09:05'));
    await page.reload();
    await signIn('小王');
    await open('/reception');
    await expect(tasks).not.toContainText('之后 7 天');
    await expect(tasks.getByRole('listitem')).toContainText(/报价后回电.*今天/);
    await tasks.getByRole('button', { name: '完成' }).click();
    await page.getByLabel('结果').fill('下午来提货');
    await page.keyboard.press('Control+Enter');
    await expect(tasks).toContainText('今天没有要跟进的');
  });

  await test.step("the customer's card has it all", async () => {
    await open('/customers');
    await page.getByRole('row', { name: /宏兴/ }).click();
    const history = page.getByRole('region', { name: '往来记录' });
    await expect(history).toContainText('下午来提货');
    await expect(history).toContainText('两只接触器');
    await page.keyboard.press('Alt+c');
    await page.keyboard.type('想要 7.5kW 的报价');
    await page.getByRole('combobox', { name: '意向级别' }).click();
    await page.getByRole('option', { name: 'H（一周内）' }).click();
    await page.getByLabel('谈了什么').focus();
    await page.keyboard.press('Control+Enter');
    await expect(history).toContainText('想要 7.5kW 的报价');
    await expect(page.getByText('H', { exact: true }).first()).toBeVisible();
  });
});

test('a second file of the same customer is spoken of while it is typed, and only made when it is another one [CRM-01 CRM-12]', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page, open, signIn } = desk;
  await signIn('小王');
  await open('/customers/new');
  await page.getByLabel('名称').fill('宏兴水泵');
  const notice = page.getByRole('status', { name: '可能已有档案' });
  await page.getByLabel('电话', { exact: true }).fill('138 5751 2260');
  await expect(notice).toContainText(/绍兴宏兴水泵配件经营部.*电话相同/);
  await page.keyboard.press('Control+Enter');
  await expect(notice).toBeVisible();
  await expect(page.getByRole('heading', { name: '新建客户' })).toBeVisible();
  await notice.getByRole('button', { name: '不是同一位' }).click();
  await expect(notice).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '宏兴水泵' })).toBeVisible();
  await open('/customers');
  await expect(page.getByRole('row', { name: /宏兴/ })).toHaveCount(2);
});
