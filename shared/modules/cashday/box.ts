/** The two boxes of cash that have a book of their own: finance's safe and the purchasing float (SHP-03). */
import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import { refuse, type Refusal } from '#shared/core/result.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { account, type Posting } from '#shared/ledger/posting.ts';
import type { Method } from '../fields.ts';

export const boxes = ['safe', 'float'] as const;
export type Box = (typeof boxes)[number];

/** Where a box's money stands; the safe knows methods, the float is cash. */
export function balanceOf(box: Box, method: Method): string {
  return box === 'safe' ? account('safe', method) : 'float';
}

/** Where a movement waits until a day's sheet has it. Months first: what is open is found without walking the years that are closed. */
export function unclosedAccount(box: Box, day: Day, method: string, id: string): string {
  return account('unclosed', box, day.slice(0, 7), day, method, id);
}

/** Money into a box, or, negative, out of it: on its balance, and on the cash book's next sheet. */
export function moved(box: Box, method: Method, amount: Fen, { id, day }: { id: string; day: Day }): Posting[] {
  if (amount === 0) return [];
  return [
    { account: balanceOf(box, method), amount },
    { account: unclosedAccount(box, day, method, id), amount },
  ];
}

/** Number of closed sheets of a box: from the first on the book says what is there. */
export function closedDays(box: Box): string {
  return account('cash-book', box);
}

/** Cash that is not there is not paid out. Before the first sheet of a box nobody knows what is in it. */
export async function lacksCash(read: Reader, box: Box, method: Method, amount: Fen): Promise<{ ok: false; refusal: Refusal } | null> {
  if (method !== 'cash' || (await read.balance(closedDays(box))) === 0) return null;
  const there = await read.balance(balanceOf(box, 'cash'));
  return amount > there ? refuse('CashTooLittle', { credit: there, amount }) : null;
}
