import type { Book } from '#renderer/book/book.ts';
import type { Choice } from '#renderer/ui/RecordPicker.tsx';
import { formatFen, formatMilli } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { freeStock } from '#shared/modules/order/facts.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import type { SaleGoods } from './sale-draft.ts';

const NOT_SOLD = ['withdrawn', 'discontinued'];
const SHOWN = 12;

/** What a line keeps of a product. */
export function goodsOf(record: DocumentRecord<Product>): SaleGoods {
  const { code, name, spec, unit, price, floor, group, substitutes } = record.body;
  return { product: record.id, code, name, spec, unit, listPrice: price, floor, group, substitutes };
}

/** Products by name, pinyin, initials, code or barcode, with price and what is free at the location. */
export async function searchGoods(book: Book, location: string, text: string): Promise<Choice<SaleGoods>[]> {
  const hits = book.search({ text, kinds: [product.kind], without: NOT_SOLD, limit: SHOWN });
  const found = await book.getMany(hits.map((hit) => hit.id));
  const records = hits.flatMap((hit) => {
    const record = found.get(hit.id);
    return record ? [product.read(record)] : [];
  });
  return Promise.all(records.map((record) => toChoice(book, location, record)));
}

async function toChoice(book: Book, location: string, record: DocumentRecord<Product>): Promise<Choice<SaleGoods>> {
  const { code, name, spec, unit, price } = record.body;
  const free = location === '' ? null : await freeStock(book, location, record.id);
  return {
    key: record.id,
    label: spec === '' ? name : `${name} ${spec}`,
    detail: [code, free === null ? '' : `${formatMilli(free)} ${unit}`].filter(Boolean).join(' · '),
    figure: formatFen(price),
    data: goodsOf(record),
  };
}

/** The one product with this barcode or code, as a scanner sends it; null when there is none or several. */
export async function goodsByCode(book: Book, text: string): Promise<SaleGoods | null> {
  const wanted = text.trim();
  const hits = book.search({ text: wanted, kinds: [product.kind], without: NOT_SOLD, limit: SHOWN });
  const found = await book.getMany(hits.map((hit) => hit.id));
  const exact = [...found.values()].map(product.read).filter(({ body }) => body.barcode === wanted || body.code === wanted);
  return exact.length === 1 && exact[0] ? goodsOf(exact[0]) : null;
}

export async function goodsById(book: Book, id: string): Promise<SaleGoods | null> {
  const found = await book.get(id);
  return found?.kind === product.kind ? goodsOf(product.read(found)) : null;
}
