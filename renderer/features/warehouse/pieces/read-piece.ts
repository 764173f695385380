import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { product as productModule, type Product } from '#shared/modules/product/module.ts';
import { whereIs, type Whereabouts } from '#shared/modules/product/piece-rules.ts';
import { plainSerial } from '#shared/modules/product/serials.ts';
import type { Book } from '#renderer/book/book.ts';
import { papersOfPiece, productsOfPiece } from '#renderer/desk/pieces/find-piece.ts';

export interface PieceCase {
  serial: string;
  /** Products that have or had a piece of this number; the page asks which one when there are several. */
  products: DocumentRecord<Product>[];
  where: Whereabouts | null;
  /** Newest first. */
  papers: AnyRecord[];
  /** Papers it is kept for or sold by, by id. */
  holders: ReadonlyMap<string, AnyRecord>;
}

/** Where one piece is, and every paper that names it. */
export async function readPiece(read: Reader, search: Book['search'], text: string, only: string): Promise<PieceCase> {
  const serial = plainSerial(text);
  const looking = { search, getMany: (ids: readonly string[]) => read.getMany(ids) };
  const ids = only === '' ? await productsOfPiece(looking, serial) : [only];
  const products = [...(await read.getMany(ids)).values()].filter(({ kind }) => kind === productModule.kind).map(productModule.read);
  const one = products.length === 1 ? products[0] : undefined;
  const where = one ? await whereIs(read, one.id, serial) : null;
  const papers = (await papersOfPiece(looking, serial)).filter((paper) => !one || mentions(paper, one.id));
  return { serial, products, where, papers, holders: await read.getMany([...(where?.keptFor ?? []), ...(where?.soldBy ?? [])]) };
}

function mentions({ body }: AnyRecord, product: string): boolean {
  const lines = Array.isArray(body.lines) ? (body.lines as { product?: unknown }[]) : [body];
  return lines.some((line) => line.product === product);
}
