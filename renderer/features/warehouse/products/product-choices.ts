import { formatMilli } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { freeStock } from '#shared/modules/order/facts.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import type { Book } from '#renderer/book/book.ts';
import type { Choice } from '#renderer/ui/RecordPicker.tsx';
import { findProductByCode } from '../home/find-product.ts';

export type ProductChoice = Choice<DocumentRecord<Product>>;

const SHOWN = 12;

/** Products by name, pinyin, code or bar code; with a location, what is free there. Without a text the latest ones. */
export async function searchProducts(book: Book, text: string, location = ''): Promise<ProductChoice[]> {
  const ids = book.search({ text, kinds: [product.kind], without: ['withdrawn'], limit: SHOWN }).map((hit) => hit.id);
  const rows =
    text.trim() === ''
      ? (await book.list({ kind: product.kind, status: 'active', limit: SHOWN })).rows
      : [...(await book.getMany(ids)).values()];
  return Promise.all(rows.map((row) => toChoice(book, product.read(row), location)));
}

/** Exactly this code or bar code, as a scanner sends it. */
export async function productByCode(book: Book, code: string, location = ''): Promise<ProductChoice | null> {
  const found = await findProductByCode(book, code);
  return found && toChoice(book, found, location);
}

export async function toChoice(book: Book, record: DocumentRecord<Product>, location: string): Promise<ProductChoice> {
  const { code, barcode, unit } = record.body;
  return {
    key: record.id,
    label: record.title,
    detail: [code, barcode].filter(Boolean).join(' · '),
    ...(location === '' ? {} : { figure: `${formatMilli(await freeStock(book, location, record.id))} ${unit}` }),
    data: record,
  };
}
