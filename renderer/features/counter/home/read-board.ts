import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { order, type Order } from '#shared/modules/order/module.ts';
import { figuresOf, readSurroundings, waits, waitsOf, type Wait } from '../orders/order-waits.ts';

export interface BoardRow {
  record: DocumentRecord<Order>;
  /** Next first; never empty. */
  waiting: readonly Wait[];
}

export interface Board {
  rows: readonly BoardRow[];
  /** There are older open orders that were not looked at. */
  more: boolean;
}

const open = ['checked', 'released'] as const;
/** Open orders looked at per status; a branch that has more has forgotten to close them. */
const MOST = 300;

/** Open orders by what they wait for: the first step of the day's work on top, older orders before newer ones. */
export async function readBoard(read: Reader, owner: string | null): Promise<Board> {
  const found = await Promise.all(open.map((status) => read.all({ kind: order.kind, status }, MOST)));
  const records = found.flatMap(({ rows }) => rows.filter((row) => owner === null || row.owner === owner).map(order.read));
  const around = await readSurroundings(read);
  const rows = await Promise.all(
    records.map(async (record) => ({ record, waiting: waitsOf(record, await figuresOf(read, record, around)) })),
  );
  return {
    rows: rows.toSorted((a, b) => place(a) - place(b) || (a.record.id < b.record.id ? -1 : 1)),
    more: found.some(({ complete }) => !complete),
  };
}

function place({ waiting }: BoardRow): number {
  return waiting[0] ? waits.indexOf(waiting[0]) : waits.length;
}
