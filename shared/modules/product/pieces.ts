/**
 * Where every single piece is, as accounts: `serial/<product>/<place>/<serial>` 1 while it is on hand (`serial-damaged/…` when it came back
 * broken), `serial-kept/<product>/<serial>/<paper>` 1 while a paper that is not carried out yet has chosen it, and
 * `serial-left/<product>/<serial>/<order>` 1 while a customer has it.
 */
import { account, type Posting } from '#shared/ledger/posting.ts';

export interface Pieces {
  product: string;
  serials?: readonly string[] | undefined;
}

/** Pieces that come to a place (sign 1) or go from it (sign −1). */
export function piecesAt(place: string, lines: readonly Pieces[], sign: 1 | -1, kind: 'serial' | 'serial-damaged' = 'serial'): Posting[] {
  return each(lines, (product, serial) => ({ account: account(kind, product, place, serial), amount: sign }));
}

/** Pieces that a customer got by an order (sign 1) or brought back (sign −1). */
export function piecesLeft(order: string, lines: readonly Pieces[], sign: 1 | -1): Posting[] {
  return each(lines, (product, serial) => ({ account: account('serial-left', product, serial, order), amount: sign }));
}

/** Pieces that a paper has chosen. */
export function piecesKept(paper: string, lines: readonly Pieces[]): Posting[] {
  return each(lines, (product, serial) => ({ account: account('serial-kept', product, serial, paper), amount: 1 }));
}

/** What only one living sale may have: two desks apart may each sell the same piece. */
export function soldClaims(sale: string, lines: readonly Pieces[], since?: string) {
  return each(lines, (product, serial) => ({ key: `serial:${product}/${serial}`, sale, ...(since === undefined ? {} : { since }) }));
}

/** Two desks apart may each take the same piece into stock. */
export function receivedClaims(lines: readonly Pieces[]) {
  return each(lines, (product, serial) => ({ key: `received:${product}/${serial}` }));
}

export function serialsIn(lines: readonly { serials?: readonly string[] | undefined }[]): string[] {
  return lines.flatMap(({ serials = [] }) => serials);
}

function each<T>(lines: readonly Pieces[], make: (product: string, serial: string) => T): T[] {
  return lines.flatMap(({ product, serials = [] }) => serials.map((serial) => make(product, serial)));
}
