import { daysBetween, type Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { dispatch, type Dispatch } from '#shared/modules/dispatch/module.ts';
import { gatepass, type Gatepass } from '#shared/modules/gatepass/module.ts';
import { hasEvent, order, type Order } from '#shared/modules/order/module.ts';
import { pickup, type Pickup } from '#shared/modules/pickup/module.ts';
import { returnSlip, type Return } from '#shared/modules/return/module.ts';
import { stockout, type Stockout } from '#shared/modules/stockout/module.ts';

export interface Unsigned {
  note: DocumentRecord<Dispatch>;
  goneOn: Day;
  days: number;
}

/** Goods issued but still on the premises. */
export interface Leaving {
  note: DocumentRecord<Dispatch>;
  slip: DocumentRecord<Stockout> | null;
  pass: DocumentRecord<Gatepass> | null;
  /** Why the guard stopped the last pass, '' when nobody did. */
  stopped: string;
}

/** What waits in the warehouse, each list most urgent first. */
export interface Work {
  toRelease: DocumentRecord<Dispatch>[];
  /** Released or picked, not out. */
  toIssue: DocumentRecord<Dispatch>[];
  /** Out, without a gate pass that could be registered. */
  withoutPass: Leaving[];
  /** Out, with a pass that the guard has not registered yet. */
  atGate: Leaving[];
  toPick: DocumentRecord<Order>[];
  unsigned: Unsigned[];
  toTake: DocumentRecord<Pickup>[];
  toReceive: DocumentRecord<Return>[];
}

/** More than this of one kind is a list page's business. */
export const MOST_WORK = 200;

export async function readWork(read: Reader, today: Day): Promise<Work> {
  const notes = async (status: string) =>
    (await read.all({ kind: dispatch.kind, status }, MOST_WORK)).rows.map((row) => dispatch.read(row));
  const passes = (await read.all({ kind: gatepass.kind, status: 'issued' }, MOST_WORK)).rows.map((row) => gatepass.read(row));
  const out = await notes('out');
  const leaving: Leaving[] = [];
  for (const note of out.filter(({ body }) => body.type === 'delivery').toSorted(byExpected)) {
    const slip = (await read.list({ kind: stockout.kind, source: note.id, limit: 1 })).rows[0];
    const pass = passes.find((found) => found.body.dispatch === note.id) ?? null;
    leaving.push({ note, slip: slip ? stockout.read(slip) : null, pass, stopped: pass ? '' : await readStop(read, note.id) });
  }
  return {
    toRelease: (await notes('drafted')).toSorted(byExpected),
    toIssue: [...(await notes('picked')), ...(await notes('released'))].toSorted(byExpected),
    withoutPass: leaving.filter(({ pass }) => pass === null),
    atGate: leaving.filter(({ pass }) => pass !== null),
    toPick: await readToPick(read),
    unsigned: (await readUnsigned(read, today)).filter(({ note }) => note.status === 'passed' || note.body.type === 'collection'),
    toTake: [
      ...(await read.all({ kind: pickup.kind, status: 'drawn' }, MOST_WORK)).rows,
      ...(await read.all({ kind: pickup.kind, status: 'recorded' }, MOST_WORK)).rows,
    ]
      .map((row) => pickup.read(row))
      .toSorted((a, b) => compare(a.day, b.day)),
    toReceive: (await read.all({ kind: returnSlip.kind, status: 'approved' }, MOST_WORK)).rows
      .map((row) => returnSlip.read(row))
      .toSorted((a, b) => compare(a.day, b.day)),
  };
}

async function readStop(read: Reader, note: string): Promise<string> {
  const last = (await read.list({ kind: gatepass.kind, source: note, limit: 1 })).rows[0];
  const reason = last?.events.findLast(({ type }) => type === 'stopped')?.data.reason;
  return typeof reason === 'string' ? reason : '';
}

/** Counter sales whose goods lie on the shelf and are fetched later: everything but a delivery and what the customer carries away at once. */
async function readToPick(read: Reader): Promise<DocumentRecord<Order>[]> {
  const released = (await read.all({ kind: order.kind, status: 'released' }, MOST_WORK)).rows.map((row) => order.read(row));
  const waiting = released.filter((sale) => ['collect', 'shortage', 'account'].includes(sale.body.class) && !hasEvent(sale, 'picked'));
  const open: DocumentRecord<Order>[] = [];
  for (const sale of waiting) if ((await read.balances(`undelivered/${sale.id}/`)).size > 0) open.push(sale);
  return open.toSorted((a, b) => compare(a.body.deliverOn || a.day, b.body.deliverOn || b.day));
}

/** Every note whose goods are out and whose signed copy is not back (S5.33), oldest first. */
export async function readUnsigned(read: Reader, today: Day): Promise<Unsigned[]> {
  const out = await read.all({ kind: dispatch.kind, status: 'out' });
  const passed = await read.all({ kind: dispatch.kind, status: 'passed' });
  return [...out.rows, ...passed.rows].map((row) => unsignedSince(dispatch.read(row), today)).toSorted((a, b) => b.days - a.days);
}

/** Days since the goods went out (DSP-04): an unsigned note keeps Finance from booking it. */
export function unsignedSince(note: DocumentRecord<Dispatch>, today: Day): Unsigned {
  const said = note.events.findLast((event) => event.type === 'out')?.data.day;
  const goneOn = typeof said === 'string' ? said : note.day;
  return { note, goneOn, days: Math.max(0, daysBetween(goneOn, today)) };
}

function byExpected(a: DocumentRecord<Dispatch>, b: DocumentRecord<Dispatch>): number {
  // A note without a promised day counts from the day it was written.
  return compare(a.body.expected || a.day, b.body.expected || b.day) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
