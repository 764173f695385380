/** The day's money goes to finance the same day, counted by method (PAY-02, G-38). */
import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Blocked } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { methods, type Method } from '../fields.ts';
import { receipt, type Receipt } from '../receipt/module.ts';
import { handover } from './module.ts';

/** A bundle of one day's receipts by one method that a cashier still has. */
export interface Bundle {
  day: Day;
  method: Method;
  booked: Fen;
  receipts: string[];
}

/** Receipts of one handover at most; more go into a second one. */
const MOST = 2000;

/** What a cashier has to hand over, oldest first; receipts already offered are left out. */
export async function bundlesOf(read: Reader, cashier: string): Promise<Bundle[]> {
  const bundles = new Map<string, Bundle>();
  const { rows } = await read.all({ kind: receipt.kind, status: 'taken' });
  const mine = rows.map((row) => receipt.read(row)).filter(({ body }) => body.heldBy === cashier);
  for (const { id, body } of mine.toReversed().slice(0, MOST)) {
    const key = `${body.heldOn}/${body.method}`;
    const bundle = bundles.get(key) ?? { day: body.heldOn, method: body.method, booked: 0, receipts: [] };
    bundles.set(key, { ...bundle, booked: bundle.booked + body.amount, receipts: [...bundle.receipts, id] });
  }
  return [...bundles.values()].toSorted((a, b) =>
    a.day === b.day ? methods.indexOf(a.method) - methods.indexOf(b.method) : a.day < b.day ? -1 : 1,
  );
}

export interface HandoverInput {
  counted: readonly { day: Day; method: Method; counted: Fen }[];
  note: string;
}

/** A cashier offers all the money held. Refuses with NothingToHandOver, CountMissing, DifferenceNeedsNote. */
export function offerHandover(input: HandoverInput): Decide<{ handover: string }> {
  return async (read, moment) => {
    const bundles = await bundlesOf(read, moment.actor.id);
    if (bundles.length === 0) return refuse('NothingToHandOver');
    const parts = [];
    for (const { day, method, booked } of bundles) {
      const count = input.counted.find((part) => part.day === day && part.method === method);
      if (!count) return refuse('CountMissing', { day, method });
      parts.push({ day, method, booked, counted: count.counted });
    }
    const difference = parts.reduce((sum, part) => sum + Math.abs(part.counted - part.booked), 0);
    if (difference !== 0 && input.note.trim() === '') return refuse('DifferenceNeedsNote', { difference });
    const receipts = bundles.flatMap((bundle) => bundle.receipts);
    const made = commitNew(handover, { receipts, parts, note: input.note.trim() }, moment);
    if (!made.ok) return made;
    const handed = await moveReceipts(read, receipts, (row) => act(receipt, row, 'handed', { handover: made.value.id }, moment));
    return handed.ok ? ok({ records: [untyped(made.value), ...handed.value], answer: { handover: made.value.id } }) : handed;
  };
}

/** Finance counted the same and takes it; never the one who offered it. */
export function receiveHandover(id: string): Decide {
  return async (read, moment) => takeStep(handover, id, 'received', { data: { day: moment.today } })(read, moment);
}

/** Finance does not accept the count: the receipts go back to the cashier, who counts again. */
export function refuseHandover(id: string, reason: string): Decide {
  return async (read, moment) => {
    const slip = await readAs(read, handover, id);
    if (!slip) return refuse('NotFound', { id });
    if (reason.trim() === '') return refuse('ReasonMissing');
    const refused = act(handover, slip, 'refused', { reason: reason.trim() }, moment);
    if (!refused.ok) return refused;
    const back = await moveReceipts(read, slip.body.receipts, (row) =>
      row.status === 'handed' ? act(receipt, row, 'givenBack', { handover: id }, moment) : null,
    );
    return back.ok ? ok({ records: [untyped(refused.value), ...back.value], answer: null }) : back;
  };
}

async function moveReceipts(
  read: Reader,
  ids: readonly string[],
  move: (row: DocumentRecord<Receipt>) => Result<DocumentRecord<Receipt>, Blocked> | null,
): Promise<Result<AnyRecord[], Blocked>> {
  const found = await read.getMany(ids);
  const records: AnyRecord[] = [];
  for (const row of found.values()) {
    const moved = move(receipt.read(row));
    if (moved && !moved.ok) return moved;
    if (moved) records.push(untyped(moved.value));
  }
  return ok(records);
}
