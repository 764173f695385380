import type { Book } from '#renderer/book/book.ts';
import type { Choice } from '#renderer/ui/RecordPicker.tsx';
import { formatFen } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { policyPrice } from '#shared/modules/policy/pricing.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import type { DraftGoods, Pricing } from './quotation-draft.ts';

const NOT_SOLD = ['withdrawn', 'discontinued'];
const SHOWN = 12;

export function goodsOf(record: DocumentRecord<Product>): DraftGoods {
  const { code, name, spec, unit, price, floor, group } = record.body;
  return { product: record.id, code, name, spec, unit, price, floor, group };
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
export async function searchGoods(book: Book, { policy, customerClass }: Pricing, text: string): Promise<Choice<DraftGoods>[]> {
  return (await find(book, text)).map((record) => {
    const data = goodsOf(record);
    const { price } = policyPrice(policy, record.id, record.body, customerClass === '' ? null : customerClass);
    const label = data.spec === '' ? data.name : `${data.name} ${data.spec}`;
    return { key: record.id, label, detail: data.code, figure: formatFen(price), data };
  });
}

/** The one product with this code or barcode; null when there is none or several. */
export async function goodsByCode(book: Book, code: string): Promise<DraftGoods | null> {
  const wanted = code.trim();
  const exact = (await find(book, wanted)).filter(({ body }) => body.code === wanted || body.barcode === wanted);
  return exact.length === 1 && exact[0] ? goodsOf(exact[0]) : null;
}
