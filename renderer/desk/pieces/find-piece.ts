import type { AnyRecord } from '#shared/documents/record.ts';
import { account } from '#shared/ledger/posting.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { plainSerial } from '#shared/modules/product/serials.ts';
import type { Book } from '#renderer/book/book.ts';

/** Papers that may name a piece. */
const kinds = ['inbound', 'opening', 'order', 'dispatch', 'stockout', 'return'];
const SHOWN = 60;

/** Every paper that names exactly this piece, newest first; found by search, which has them all. */
export async function papersOfPiece(book: Pick<Book, 'search' | 'getMany'>, text: string): Promise<AnyRecord[]> {
  const wanted = plainSerial(text);
  if (wanted === '') return [];
  const hits = book.search({ text: wanted, kinds, limit: SHOWN });
  const found = await book.getMany(hits.map(({ id }) => id));
  return [...found.values()]
    .filter((record) =>
      moduleOf(record.kind)
        ?.searchTexts(record)
        .some((said) => plainSerial(said) === wanted),
    )
    .toSorted((a, b) => (a.seek < b.seek ? -1 : 1));
}

/** Products that have, or had, a piece with this number. */
export async function productsOfPiece(book: Pick<Book, 'search' | 'getMany'>, text: string): Promise<string[]> {
  const wanted = plainSerial(text);
  const lines = (await papersOfPiece(book, text)).filter(({ kind }) => kind === 'inbound' || kind === 'opening').flatMap(linesOf);
  return [...new Set(lines.flatMap(({ product, serials = [] }) => (serials.includes(wanted) ? [product] : [])))];
}

/** The product of which this piece is on hand at a place; null when it is none, or of several. */
export async function productAt(
  book: Pick<Book, 'search' | 'getMany' | 'balance'>,
  text: string,
  location: string,
): Promise<string | null> {
  const wanted = plainSerial(text);
  const here = [];
  for (const product of await productsOfPiece(book, text))
    if ((await book.balance(account('serial', product, location, wanted))) > 0) here.push(product);
  return here.length === 1 ? (here[0] ?? null) : null;
}

function linesOf({ body }: AnyRecord): { product: string; serials?: readonly string[] }[] {
  const { lines } = body;
  return Array.isArray(lines) ? lines : [body as { product: string; serials?: readonly string[] }];
}
