import { formatFen, formatMilli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { freeStock } from '#shared/modules/order/facts.ts';
import { policyPrice } from '#shared/modules/policy/pricing.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import { plainSerial } from '#shared/modules/product/serials.ts';
import type { Book } from '../../book/book.ts';
import type { Choice } from '../../ui/RecordPicker.tsx';
import { productAt } from '../pieces/find-piece.ts';
import type { Goods, Pricing } from './goods-line.ts';

const notSold = ['withdrawn', 'discontinued'];
const SHOWN = 12;

export function goodsOf(record: DocumentRecord<Product>): Goods {
  const { code, name, spec, unit, price, floor, group, substitutes } = record.body;
  return { product: record.id, code, name, spec, unit, price, floor, group, substitutes };
}

async function find(book: Book, text: string): Promise<DocumentRecord<Product>[]> {
  const hits = book.search({ text, kinds: [product.kind], without: notSold, limit: SHOWN });
  const found = await book.getMany(hits.map(({ id }) => id));
  return hits.flatMap(({ id }) => {
    const record = found.get(id);
    return record ? [product.read(record)] : [];
  });
}

/** Products by name, pinyin, initials, code or bar code, at the policy's price for this customer; with a location, what is free there. */
export async function searchGoods(book: Book, { policy, customerClass }: Pricing, text: string, location = ''): Promise<Choice<Goods>[]> {
  return Promise.all(
    (await find(book, text)).map(async (record) => {
      const { code, name, spec, unit } = record.body;
      const free = location === '' ? '' : `${formatMilli(await freeStock(book, location, record.id))} ${unit}`;
      return {
        key: record.id,
        label: spec === '' ? name : `${name} ${spec}`,
        detail: [code, free].filter(Boolean).join(' · '),
        figure: formatFen(policyPrice(policy, record.id, record.body, customerClass).price),
        data: goodsOf(record),
      };
    }),
  );
}

/** The one product with this code or bar code, as a scanner sends it; null when there is none or several. */
export async function goodsByCode(book: Book, text: string): Promise<Goods | null> {
  const wanted = text.trim();
  const exact = (await find(book, wanted)).filter(({ body }) => body.code === wanted || body.barcode === wanted);
  return exact.length === 1 && exact[0] ? goodsOf(exact[0]) : null;
}

export async function goodsById(read: Reader, id: string): Promise<Goods | null> {
  const found = await readAs(read, product, id);
  return found && goodsOf(found);
}

/** The goods of a paper's lines as their files say today, by product. */
export async function goodsOfLines(read: Reader, lines: readonly { product: string }[]): Promise<Map<string, Goods>> {
  const found = await read.getMany([...new Set(lines.map((line) => line.product))].filter((id) => id !== ''));
  return new Map([...found.values()].flatMap((row) => (row.kind === product.kind ? [[row.id, goodsOf(product.read(row))]] : [])));
}

/** The piece a scanned number stands for, when it is on hand at this place; null for anything else. */
export async function goodsByPiece(book: Book, text: string, location: string): Promise<{ goods: Goods; serial: string } | null> {
  const id = location === '' ? null : await productAt(book, text, location);
  const chosen = id === null ? null : await goodsById(book, id);
  return chosen && { goods: chosen, serial: plainSerial(text) };
}
