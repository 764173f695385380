import type { Book } from '#renderer/book/book.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { order } from '#shared/modules/order/module.ts';
import { product } from '#shared/modules/product/module.ts';
import { saleCustomerOf } from './customer-choices.ts';
import { goodsOf } from './product-choices.ts';
import { emptySale, saleFrom, type SaleDraft } from './sale-draft.ts';

/** The sale that the address asks for: for a customer, from a visit, or an order to be corrected. */
export async function begunFrom(book: Book, from: { party: string; source: string; corrects: string }): Promise<SaleDraft> {
  const old = from.corrects === '' ? null : await book.get(from.corrects);
  if (old?.kind === order.kind) {
    const record = order.read(old);
    const found = await book.getMany(record.body.lines.map((line) => line.product));
    const goods = new Map([...found.values()].map((row) => [row.id, goodsOf(product.read(row))]));
    return saleFrom(record.id, record.party, record.body, goods);
  }
  const file = from.party === '' ? null : await book.get(from.party);
  const fresh = { ...emptySale(), source: from.source };
  if (file?.kind !== customer.kind) return fresh;
  const record = customer.read(file);
  return { ...fresh, customer: saleCustomerOf(record), creditDays: record.body.creditDays };
}
