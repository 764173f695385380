import type { Book } from '#renderer/book/book.ts';
import { goodsOfLines } from '#renderer/desk/goods/find-goods.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { order } from '#shared/modules/order/module.ts';
import { quotation } from '#shared/modules/quotation/module.ts';
import { visit } from '#shared/modules/visit/module.ts';
import { saleCustomerOf, walkInCalled } from './customer-choices.ts';
import { emptySale, saleFrom, saleOfQuotation, type SaleDraft } from './sale-draft.ts';

/** The sale that the address asks for: for a customer, from a visit, from a quotation agreed to, or an order to be corrected. */
export async function begunFrom(book: Book, from: { party: string; source: string; corrects: string }): Promise<SaleDraft> {
  const old = from.corrects === '' ? null : await book.get(from.corrects);
  if (old?.kind === order.kind) {
    const record = order.read(old);
    return saleFrom(record.id, record.party, record.body, await goodsOfLines(book, record.body.lines));
  }
  const origin = from.source === '' ? null : await book.get(from.source);
  if (origin?.kind === quotation.kind) {
    const record = quotation.read(origin);
    return saleOfQuotation(record.id, record.party, record.body, await goodsOfLines(book, record.body.lines));
  }
  const file = from.party === '' ? null : await book.get(from.party);
  const fresh = { ...emptySale(), source: from.source };
  if (file?.kind !== customer.kind) {
    // Somebody who came in and has no file yet: what reception wrote down goes on the slip.
    if (origin?.kind !== visit.kind) return fresh;
    const { name, phone } = visit.read(origin).body;
    return { ...fresh, customer: { ...walkInCalled(name), phone } };
  }
  const record = customer.read(file);
  return { ...fresh, customer: saleCustomerOf(record), creditDays: record.body.creditDays };
}
