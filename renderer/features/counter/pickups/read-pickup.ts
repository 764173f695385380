import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { pickup, type Pickup } from '#shared/modules/pickup/module.ts';

/** Everything the page of one pick-up slip shows. */
export interface PickupView {
  record: DocumentRecord<Pickup>;
  /** Hash of the newest photo, '' when there is none. */
  photo: string;
  /** Purchasing's own record number. */
  recordNo: string;
  /** Drawn from the float and not accounted for yet. */
  out: Fen;
  /** In the purchasing float now. */
  float: Fen;
  /** Lines of the float's cash book for this slip, newest first. */
  floats: readonly AnyRecord[];
}

export async function readPickupView(read: Reader, id: string): Promise<PickupView | null> {
  const record = await readAs(read, pickup, id);
  if (!record) return null;
  return {
    record,
    photo: said(record, 'photographed', 'file'),
    recordNo: said(record, 'recorded', 'recordNo'),
    out: await read.balance(`float-out/${id}`),
    float: await read.balance('float'),
    floats: (await read.all({ kind: 'float', source: id }, 100)).rows,
  };
}

function said(record: DocumentRecord<Pickup>, type: string, field: string): string {
  const value = record.events.findLast((event) => event.type === type)?.data[field];
  return typeof value === 'string' ? value : '';
}
