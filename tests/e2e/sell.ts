import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';

/** How a sale is chosen: Alt+1…5. */
export const saleKeys = { carry: '1', collect: '2', shortage: '3', account: '4', delivery: '5' } as const;

export interface Sale {
  as: keyof typeof saleKeys;
  /** Letters the customer is found by; left out for a walk-in. */
  customer?: string;
  /** Letters the product is found by, quantity, and a price other than the list's. */
  lines: readonly { find: string; quantity: string; price?: string }[];
}

/** Fills the entry of a sale with the keyboard alone, up to the customer's confirmation; commits nothing. */
export async function enterSale({ page, open }: Desk, sale: Sale): Promise<void> {
  await open('/orders/new');
  await expect(page.getByRole('heading', { name: '新销售' })).toBeVisible();
  await page.keyboard.press(`Alt+${saleKeys[sale.as]}`);
  if (sale.customer !== undefined) {
    await page.keyboard.press('F3');
    await page.keyboard.type(sale.customer);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    // Whoever has a file is taken from it, never as a walk-in of the letters typed.
    await expect(page.getByRole('combobox', { name: '客户' })).not.toHaveValue(sale.customer);
  }
  await page.keyboard.press('F4');
  for (const [index, line] of sale.lines.entries()) {
    const cell = page.getByRole('combobox', { name: `第 ${index + 1} 行 商品` });
    await expect(cell).toBeFocused();
    // At a person's pace: a code typed faster is a scanner's, and a scanner leaves the cursor where it is.
    await page.keyboard.type(line.find, { delay: 80 });
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: `第 ${index + 1} 行 数量` })).toBeFocused();
    await page.keyboard.type(line.quantity);
    await page.keyboard.press('Enter');
    if (line.price !== undefined) await page.keyboard.type(line.price);
    if (index < sale.lines.length - 1) await page.keyboard.press('Enter');
  }
  await page.keyboard.press('F8');
  await expect(page.getByLabel('客户已全部确认')).toBeChecked();
}

/** Commits the sale and gives its number. */
export async function commitSale({ page }: Desk): Promise<string> {
  await page.keyboard.press('Control+Enter');
  // The next page of every kind of sale has the number in its heading: the order, or taking the money for it.
  // The paper may have opened over it already.
  const heading = page.getByRole('heading', { level: 1, name: /XS-/, includeHidden: true });
  await expect(heading).toBeVisible();
  return /XS-[A-Z0-9-]+/.exec((await heading.textContent()) ?? '')?.[0] ?? '';
}
