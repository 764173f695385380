import type { Reader } from '#shared/documents/reader.ts';
import { inheritedPosts, type Sold } from '../quotation/inherit.ts';
import { order } from './module.ts';

/** Whether these goods are sold exactly as a quotation was approved, with what was sold from it before. */
export async function isQuoted(read: Reader, quotation: string, sold: Sold, but = ''): Promise<boolean> {
  if (quotation === '') return false;
  const { rows } = await read.all({ kind: order.kind, source: quotation });
  const living = rows.filter(({ id, status }) => id !== but && status !== 'voided' && status !== 'returned').map((row) => order.read(row));
  const before = living.map(({ party, body }) => ({ ...body, party }));
  return (await inheritedPosts(read, quotation, sold, before)) !== null;
}
