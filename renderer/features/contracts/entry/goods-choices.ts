import type { Book } from '#renderer/book/book.ts';
import type { Choice } from '#renderer/ui/RecordPicker.tsx';
import { formatFen } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import type { Policy } from '#shared/modules/policy/module.ts';
import { policyPrice } from '#shared/modules/policy/pricing.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import type { DraftGoods } from './application-draft.ts';

const NOT_SOLD = ['withdrawn', 'discontinued'];
const SHOWN = 12;

/** The policy in force and the customer's class: what a price follows from. */
export interface Pricing {
  policy: Policy | null;
  customerClass: Customer['class'] | null;
}

function goodsOf(record: DocumentRecord<Product>, { policy, customerClass }: Pricing): DraftGoods {
  const { code, name, spec, unit } = record.body;
  const { listPrice, price, floor } = policyPrice(policy, record.id, record.body, customerClass);
  return { product: record.id, code, name, spec, unit, listPrice, floor, price };
}

async function find(book: Book, text: string): Promise<DocumentRecord<Product>[]> {
  const hits = book.search({ text, kinds: [product.kind], without: NOT_SOLD, limit: SHOWN });
  const found = await book.getMany(hits.map(({ id }) => id));
  return hits.flatMap(({ id }) => {
    const record = found.get(id);
    return record ? [product.read(record)] : [];
  });
}

/** Products by name, pinyin, initials or code, at the policy's price for this customer. */
export async function searchGoods(book: Book, pricing: Pricing, text: string): Promise<Choice<DraftGoods>[]> {
  return (await find(book, text)).map((record) => {
    const data = goodsOf(record, pricing);
    const label = data.spec === '' ? data.name : `${data.name} ${data.spec}`;
    return { key: record.id, label, detail: data.code, figure: formatFen(data.price), data };
  });
}

/** The one product with this code or barcode; null when there is none or several. */
export async function goodsByCode(book: Book, pricing: Pricing, code: string): Promise<DraftGoods | null> {
  const wanted = code.trim();
  const exact = (await find(book, wanted)).filter(({ body }) => body.code === wanted || body.barcode === wanted);
  return exact.length === 1 && exact[0] ? goodsOf(exact[0], pricing) : null;
}
