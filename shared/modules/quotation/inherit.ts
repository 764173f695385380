/** What an approved quotation lends to what is sold from it (QPA-03, QPA-04): goods as approved and nothing cheaper are not asked about again. */
import type { Fen, Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { approvalFacts } from '#shared/policy/approvals.ts';
import { quotation, type Quotation } from './module.ts';

export interface Sold {
  party: string;
  customerName: string;
  lines: readonly {
    product: string;
    code: string;
    quantity: Milli;
    price: Fen;
    policyPrice?: Fen;
    listPrice: Fen;
    amount: Fen;
    gift: boolean;
  }[];
  discount: Fen;
}

/** Versions that were not taken back, replaced or run out. */
const standing = new Set(['approved', 'sent', 'accepted']);

/**
 * The posts that approved the quotation these goods are sold from, separated by commas; null when it lends nothing: another version, another
 * customer, a lower price, more goods, or a larger discount than was approved. `before`: what was sold from it already.
 */
export async function inheritedPosts(read: Reader, id: string, sold: Sold, before: readonly Sold[] = []): Promise<string | null> {
  const quoted = await readAs(read, quotation, id);
  if (!quoted || !standing.has(quoted.status)) return null;
  const { approved, posts } = approvalFacts(quoted);
  return approved && isSameCustomer(quoted, sold) && covers(quoted.body, sold, before) ? posts : null;
}

function isSameCustomer({ party, body }: DocumentRecord<Quotation>, sold: Sold): boolean {
  return party === '' ? body.customerName === sold.customerName : party === sold.party;
}

function covers(quoted: Quotation, sold: Sold, before: readonly Sold[]): boolean {
  const left = quoted.lines.map((line) => ({ ...line, left: line.quantity }));
  for (const line of before.flatMap(({ lines }) => lines)) take(left, line);
  const isCovered = sold.lines.every((line) => (!line.gift && line.price >= (line.policyPrice ?? line.listPrice)) || take(left, line));
  const amountOf = (lines: readonly { amount: Fen }[]) => lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  // A part of the goods brings with it that part of the discount on the whole.
  const share = BigInt(sold.discount) * amountOf(quoted.lines) <= BigInt(quoted.discount) * amountOf(sold.lines);
  return isCovered && share && sold.discount <= quoted.discount;
}

/** Takes the quantity off what was quoted of these goods at this price or a lower one; whether there was enough of it. */
function take(left: (Quotation['lines'][number] & { left: Milli })[], line: Sold['lines'][number]): boolean {
  let wanted = line.quantity;
  for (const offer of left) {
    const isSame = offer.product === line.product && offer.code === line.code && offer.gift === line.gift;
    if (wanted === 0 || !isSame || line.price < offer.price) continue;
    const taken = Math.min(wanted, offer.left);
    offer.left -= taken;
    wanted -= taken;
  }
  return wanted === 0;
}
