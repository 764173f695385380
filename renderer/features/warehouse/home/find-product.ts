import type { DocumentRecord } from '#shared/documents/record.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import type { Book } from '#renderer/book/book.ts';

/** A gun may send full-width signs or the wrong case, whatever the keyboard was set to. */
export function scannedText(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

/** The product with exactly this bar code or product code; null when there is none. */
export async function findProductByCode(book: Pick<Book, 'search' | 'get'>, text: string): Promise<DocumentRecord<Product> | null> {
  const wanted = scannedText(text);
  for (const hit of book.search({ text: wanted, kinds: [product.kind], without: ['withdrawn'], limit: 8 })) {
    const record = await book.get(hit.id);
    if (!record) continue;
    const found = product.read(record);
    if ([found.body.code, found.body.barcode].some((code) => code !== '' && code.toUpperCase() === wanted)) return found;
  }
  return null;
}
