import type { Book } from '#renderer/book/book.ts';
import { goodsOfLines } from '#renderer/desk/goods/find-goods.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { quotation } from '#shared/modules/quotation/module.ts';
import { visit } from '#shared/modules/visit/module.ts';
import type { EntrySearch } from './entry-search.ts';
import { emptyQuotation, nextOf, type QuotationDraft } from './quotation-draft.ts';

/** The offer that the address asks for: the next revision of one, for a customer, or from a visit with what was said there. */
export async function begunFrom(book: Book, { party, source, revises }: EntrySearch): Promise<QuotationDraft> {
  const old = revises === '' ? null : await book.get(revises);
  if (old?.kind === quotation.kind) {
    const record = quotation.read(old);
    return nextOf(record, await goodsOfLines(book, record.body.lines));
  }
  const origin = source === '' ? null : await book.get(source);
  const seen = origin?.kind === visit.kind ? visit.read(origin) : null;
  const fresh = { ...emptyQuotation(), source, need: seen?.body.need ?? '' };
  const file = await book.get(party || (seen?.party ?? ''));
  if (file?.kind === customer.kind) return { ...fresh, ...customerPart(customer.read(file)) };
  return seen ? { ...fresh, customer: { id: '', name: seen.body.name }, phone: seen.body.phone } : fresh;
}

/** What an offer takes over from a customer's file. */
export function customerPart({ id, body }: ReturnType<typeof customer.read>) {
  const { name, contact, phone, address, creditDays } = body;
  return { customer: { id, name }, contact, phone, address, creditDays, deliverTo: address };
}
