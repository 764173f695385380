import type { Day } from '#shared/core/calendar.ts';
import type { Fen, Milli } from '#shared/core/money.ts';
import { account, type Posting } from '#shared/ledger/posting.ts';
import { piecesAt, piecesLeft } from '../product/pieces.ts';

/** Goods of one order line that leave, with the part of the order's total they are worth. */
export interface GoodsMoved {
  product: string;
  line: number;
  quantity: Milli;
  value: Fen;
  serials?: readonly string[] | undefined;
}

/**
 * Goods of an order leaving on `day`: over the counter, or by a stock-out slip. From here on the customer owes them.
 * Accounts: stock, reserved, undelivered, sold (thousandths); serial, serial-left (pieces); unbilled, receivable, sales, sales-by, sales-of (fen).
 */
export function goodsOut(
  sale: { order: string; contract?: string | undefined; party: string; seller: string; location: string },
  day: Day,
  lines: readonly GoodsMoved[],
): Posting[] {
  const month = day.slice(0, 7);
  const party = partyPart(sale.party);
  const amounts = lines.flatMap(({ product, line, quantity, value }) => [
    { account: account('stock', sale.location, product), amount: -quantity },
    { account: account('reserved', sale.location, product), amount: -quantity },
    { account: account('undelivered', sale.order, String(line)), amount: -quantity },
    { account: account('unbilled', party, sale.order, String(line)), amount: -value },
    { account: account('receivable', party, debtOf(sale)), amount: value },
    { account: account('sales', day), amount: value },
    { account: account('sales-by', month, sale.seller), amount: value },
    { account: account('sales-of', month, product), amount: value },
    { account: account('sold', month, product), amount: quantity },
  ]);
  return [...amounts, ...piecesAt(sale.location, lines, -1), ...piecesLeft(sale.order, lines, 1)];
}

/** What the customer owes the goods on: the contract they are delivered under, the order itself otherwise. */
export function debtOf({ order, contract }: { order: string; contract?: string | undefined }): string {
  return contract || order;
}

/** Accounts of a customer without a file. */
export function partyPart(party: string): string {
  return party === '' ? '-' : party;
}

/** What `moved` of a rest is worth: its share rounded down, and all that is left when it is the whole rest, so that parts add up. */
export function partValue(rest: { quantity: Milli; value: Fen }, moved: Milli): Fen {
  return moved >= rest.quantity ? rest.value : Number((BigInt(rest.value) * BigInt(moved)) / BigInt(rest.quantity));
}
