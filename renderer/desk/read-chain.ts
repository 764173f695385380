import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { cashday } from '#shared/modules/cashday/module.ts';
import { verdict } from '#shared/modules/verdict/module.ts';

/** Papers of one business deal can be at most this many in the picture; a sale with more is shown from its beginning. */
const MOST = 60;

/**
 * The deal a document belongs to: up along `source` to the first paper, then everything that came from it, oldest first.
 * One indexed read per level and paper.
 */
export async function readChain(read: Reader, record: AnyRecord): Promise<AnyRecord[]> {
  if (record.kind === cashday.kind) return readNeighbours(read, record);
  // Through the reader, so that the picture follows what happens to the document itself.
  let root = (await read.get(record.id)) ?? record;
  const seen = new Set([record.id]);
  while (root.source !== '' && !seen.has(root.source)) {
    const parent = await read.get(root.source);
    if (!parent) break;
    seen.add(parent.id);
    root = parent;
  }
  const chain = new Map([[root.id, root]]);
  let level = [root];
  while (level.length > 0 && chain.size < MOST) {
    const next: AnyRecord[] = [];
    for (const parent of level) {
      const { rows } = await read.all({ source: parent.id }, MOST);
      for (const row of rows) {
        // A verdict is about a paper and no part of the deal; the page shows it by itself.
        if (chain.has(row.id) || row.kind === verdict.kind) continue;
        chain.set(row.id, row);
        next.push(row);
      }
    }
    level = next;
  }
  return [...chain.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A cash book goes on for years: of its sheets the one before is shown, and what came after. */
async function readNeighbours(read: Reader, record: AnyRecord): Promise<AnyRecord[]> {
  const before = record.source === '' ? null : await read.get(record.source);
  const after = await read.all({ source: record.id }, MOST);
  return [...(before ? [before] : []), (await read.get(record.id)) ?? record, ...after.rows.toReversed()];
}
