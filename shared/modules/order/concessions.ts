/** Discounts and gifts at the counter: signed by a supervisor, or the salesperson's own cost (G-04, STF-11). */
import type { Month } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, untyped } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import { concessionOf } from '../quotation/concession.ts';
import { readOrder } from './facts.ts';
import { order } from './module.ts';

/** Signs the order's list of discounts and gifts. Refuses with NotFound, NothingConceded, MustBeAnother. */
export function signConcession(id: string, comment = ''): Decide {
  return async (read, moment) => {
    const sale = await readOrder(read, id);
    if (!sale) return refuse('NotFound', { id });
    const { amount } = concessionOf(sale.body);
    if (amount === 0) return refuse('NothingConceded');
    const signed = act(order, sale, 'concessionSigned', { amount, comment: comment.trim() }, moment);
    return signed.ok ? ok({ records: [untyped(signed.value)], answer: null }) : signed;
  };
}

/** What each salesperson gave away in a month without a signature, by staff id: deducted from the commission. */
export async function ownConcessions(read: Reader, month: Month): Promise<Map<string, Fen>> {
  const found = await read.balances(`conceded/${month}/`);
  return new Map([...found].map(([path, amount]) => [path.split('/')[2] ?? '', amount]));
}

/** What a salesperson gave away without a signature, in all months, less what came off the commission already (STF-11). */
export async function ownConcessionsOf(read: Reader, owner: string): Promise<Fen> {
  let open = -(await read.balance(`conceded-off/${owner}`));
  for (const [path, amount] of await read.balances('conceded/')) if (path.split('/')[2] === owner) open += amount;
  return open === 0 ? 0 : open;
}
