import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { gatepass } from '#shared/modules/gatepass/module.ts';
import { holdsAny, type Actor } from '#shared/policy/roles.ts';
import type { Book, SearchHit } from '#renderer/book/book.ts';
import { plainSerial } from '#shared/modules/product/serials.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { productsOfPiece } from '#renderer/desk/pieces/find-piece.ts';
import { findProductByCode, scannedText } from './find-product.ts';

/** Where a scanned paper leads. */
export interface Target {
  path: string;
  search?: Record<string, unknown>;
}

/** What a warehouse has in its hands; a visit or a task is nobody's paper. */
export const scannedKinds = ['dispatch', 'order', 'product', 'stockout', 'gatepass', 'inbound', 'pickup', 'return', 'receipt', 'customer'];

export type Found = { found: 'one'; target: Target } | { found: 'several'; hits: readonly SearchHit[] } | { found: 'none' };

/** The document a paper's QR code or bar code stands for (its number), a product's bar code or a piece's number; otherwise whatever the words find. */
export async function findScanned(book: Pick<Book, 'search' | keyof Reader>, actor: Actor, text: string): Promise<Found> {
  const wanted = scannedText(text);
  if (wanted === '') return { found: 'none' };
  const hits = book.search({ text: wanted, kinds: scannedKinds, without: ['withdrawn', 'merged'], limit: 8 });
  const exact = hits.find((hit) => hit.no === wanted);
  const coded = exact ? null : await findProductByCode(book, wanted);
  if (coded) return { found: 'one', target: { path: pathOf(coded) } };
  const isPiece = !exact && (await productsOfPiece(book, wanted)).length > 0;
  if (isPiece) return { found: 'one', target: { path: '/pieces', search: { product: '', serial: plainSerial(wanted) } } };
  const only = exact ?? (hits.length === 1 ? hits[0] : undefined);
  if (!only) return hits.length === 0 ? { found: 'none' } : { found: 'several', hits };
  const record = await book.get(only.id);
  return record ? { found: 'one', target: await targetOf(book, actor, record) } : { found: 'none' };
}

/** The page where the next step of this paper is taken. */
export async function targetOf(read: Reader, actor: Actor, record: AnyRecord): Promise<Target> {
  switch (record.kind) {
    case 'stockout':
      return { path: `/dispatches/${record.source}` };
    case 'gatepass':
      return holdsAny(actor, ['guard'])
        ? { path: '/gate', search: { pass: record.id } }
        : { path: `/dispatches/${gatepass.read(record).body.dispatch}` };
    case 'receipt':
      return targetOfSource(read, actor, record);
    case 'order':
      return targetOfOrder(read, record);
    case 'pickup':
      return ['recorded', 'drawn'].includes(record.status) && holdsAny(actor, ['warehouse'])
        ? { path: '/inbound/new', search: { pickup: record.id } }
        : { path: pathOf(record) };
    default:
      return { path: pathOf(record) };
  }
}

async function targetOfSource(read: Reader, actor: Actor, record: AnyRecord): Promise<Target> {
  const source = record.source === '' ? null : await read.get(record.source);
  return source ? targetOf(read, actor, source) : { path: pathOf(record) };
}

/** An order in the warehouse's hands: its note that is under way, a note to be written, or the shelf list of a counter sale. */
async function targetOfOrder(read: Reader, record: AnyRecord): Promise<Target> {
  if (record.status !== 'released') return { path: pathOf(record) };
  if (record.body.class !== 'delivery') return { path: `/warehouse/pick/${record.id}` };
  const notes = await read.list({ kind: dispatch.kind, source: record.id, limit: 20 });
  const open = notes.rows.find((note) => !['booked', 'cancelled', 'returned'].includes(note.status));
  return open ? { path: pathOf(open) } : { path: '/dispatches/new', search: { order: record.id } };
}
