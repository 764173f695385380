import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { people, PIN, type Person } from './a-shop.ts';
import { expect, test } from './desk.ts';
import { readPaper, unspaced } from './paper-text.ts';

/** What is Chinese whatever the language is: the shop's own data, and the languages' own names. */
const data = [
  ...Object.keys(people),
  '杭州恒达机电贸易有限公司',
  '西湖门店',
  '主仓',
  '绍兴宏兴水泵配件经营部',
  '绍兴法兰厂',
  '李敏',
  '交流接触器',
  '小型断路器',
  '铜芯软电线',
  '三相异步电动机',
  '不锈钢法兰',
  '杭州市西湖区古翠路 80 号',
  '杭州市余杭区良渚',
  '绍兴市越城区中兴南路 588 号',
  '杭州市西湖区文三路 1 号',
  '周建国',
  '老徐',
  '水泵',
  '绍兴',
  '散客',
  '中文',
].toSorted((a, b) => b.length - a.length);
/** Units and one-letter marks of the goods and people above. */
const marks = ['只', '米', '台', '套', '红', '王', '小', '李', '赵', '老', '吴', '郑'];

/** Chinese characters on the screen that are not the shop's data: what is read, and what a screen reader says. */
async function chineseWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const said = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((element) =>
      ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [...document.body.innerText.split('\n'), ...said];
  });
  const left = texts.map((text) => data.reduce((rest, word) => rest.replaceAll(word, ' '), text));
  return [...new Set(left.filter((text) => /\p{Script=Han}/u.test(marks.reduce((rest, mark) => rest.replaceAll(mark, ' '), text))))];
}

/** Faults that keep somebody from using the page, each with the places it was found at. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`,
    );
}

interface Words {
  who: string;
  menu: string;
  other: string;
}
const zh: Words = { who: '谁在上班？', menu: '主菜单', other: '换人' };
const en: Words = { who: 'Who is working?', menu: 'Main menu', other: 'Somebody else' };

async function signIn(page: Page, words: Words, name: Person): Promise<void> {
  const lock = page.getByRole('heading', { name: words.who });
  const menu = page.getByRole('navigation', { name: words.menu });
  await expect(lock.or(menu).first()).toBeVisible();
  if (!(await lock.isVisible())) {
    await page.keyboard.press('Control+Alt+l');
    await page.getByRole('button', { name: words.other }).click();
  }
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await expect(menu).toBeVisible();
}

/** Goes to every page that anybody's menu has, once, and collects what `look` finds there. */
async function onEveryPage(page: Page, words: Words, look: (page: Page) => Promise<string[]>): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const name of Object.keys(people) as Person[]) {
    await signIn(page, words, name);
    const links = page.getByRole('navigation', { name: words.menu }).getByRole('link');
    await expect(links.first()).toBeVisible();
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const path of paths.filter((one) => found[one] === undefined)) {
      await page.locator(`nav a[href="${path}"]`).click();
      await expect(page.locator('main h1').first()).toBeVisible();
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
      found[path] = await look(page);
    }
  }
  expect(Object.keys(found).length).toBeGreaterThan(18);
  return Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0));
}

test('the desk speaks English in the dark: a sale, its slip, the dashboard [PAY-03 SHP-02]', async ({ desk: { page, open } }) => {
  test.setTimeout(240_000);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Who is working?' })).toBeVisible();
  await signIn(page, en, '王店长');
  await page.getByRole('button', { name: '王店长' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

  await open('/orders/new');
  await expect(page.getByRole('heading', { name: 'New sale' })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('F4');
  await expect(page.getByRole('combobox', { name: 'Product, line 1' })).toBeFocused();
  await page.keyboard.type('jcq');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Quantity, line 1' })).toBeFocused();
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F8');
  await expect(page.getByLabel('Customer confirmed everything')).toBeChecked();
  await page.keyboard.press('Control+Enter');
  // The manager may take money: a sale that is carried away goes on to the payment at once.
  await expect(page.getByLabel('Customer gives')).toBeFocused();
  await page.keyboard.type('200');
  await page.keyboard.press('Enter');
  const receipt = await readPaper(page);
  expect(receipt).toContain('Amount in words One Hundred Seventy Three Yuan Only');
  await page.getByRole('button', { name: 'Print sales slip' }).click();
  const slip = await readPaper(page);
  expect(slip).toContain('Sales Slip');
  expect(unspaced(slip)).toContain('①customerwhite②cashierpink③businessdept.yellow');
  expect(unspaced(slip)).not.toContain('销售单');
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Money taken today.*173\.00/ })).toBeVisible();
  expect(await chineseWords(page)).toEqual([]);
});

test('no page of the menu has a Chinese word left in English, nor a serious fault for a screen reader in the dark', async ({
  desk: { page },
}) => {
  test.setTimeout(600_000);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Who is working?' })).toBeVisible();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, en, '王店长');
  await page.getByRole('button', { name: '王店长' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Who is working?' })).toBeVisible();
  expect({ signIn: [...(await chineseWords(page)), ...(await faults(page))] }).toEqual({ signIn: [] });
  expect(await onEveryPage(page, en, async (shown) => [...(await chineseWords(shown)), ...(await faults(shown))])).toEqual({});
});

test('no page of the menu has a serious fault for a screen reader in Chinese and light', async ({ desk: { page } }) => {
  test.setTimeout(600_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(page.getByRole('heading', { name: '谁在上班？' })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  expect(await onEveryPage(page, zh, faults)).toEqual({});
});

test.describe('a fresh machine', () => {
  test.use({ withShop: false });
  for (const [language, locale] of [
    ['Chinese', 'zh-CN'],
    ['English', 'en-GB'],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test.describe(`${language}, ${colorScheme}`, () => {
        test.use({ locale, colorScheme });
        test(`the first page has no serious fault for a screen reader (${language}, ${colorScheme})`, async ({ desk: { page } }) => {
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          expect(await faults(page)).toEqual([]);
          if (locale === 'en-GB') expect(await chineseWords(page)).toEqual([]);
        });
      });
    }
  }
});
