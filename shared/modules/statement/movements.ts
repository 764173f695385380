/** Everything that moved a customer's account, from the papers themselves; it comes to the balance of the receivable accounts. */
import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import { lastText } from '#shared/documents/last-text.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { partyIds } from '../customer/facts.ts';
import { interest } from '../interest/module.ts';
import { opening } from '../opening/module.ts';
import { handedLines, order } from '../order/module.ts';
import { receipt } from '../receipt/module.ts';
import { returnSlip } from '../return/module.ts';
import { stockout } from '../stockout/module.ts';
import type { movementKinds } from './module.ts';

export interface PartyMovement {
  day: Day;
  amount: Fen;
  movement: (typeof movementKinds)[number];
  document: string;
  no: string;
}

export async function partyMovements(read: Reader, party: string): Promise<PartyMovement[]> {
  const parties = await partyIds(read, party);
  const moved: PartyMovement[] = [];
  for (const id of parties) {
    for (const kind of [opening.kind, order.kind, stockout.kind, returnSlip.kind, receipt.kind, interest.kind]) {
      for (const row of (await read.all({ kind, party: id })).rows) moved.push(...movementsOf(row, parties));
    }
  }
  // Papers of one day in the order they were made.
  return moved.toSorted((one, other) => (one.document < other.document ? -1 : one.document > other.document ? 1 : 0));
}

function movementsOf(row: AnyRecord, parties: readonly string[]): PartyMovement[] {
  const moved = (movement: PartyMovement['movement'], amount: Fen, day: Day = row.day) =>
    amount === 0 ? [] : [{ day, amount, movement, document: row.id, no: row.no }];
  if (row.kind === opening.kind) {
    const { body } = opening.read(row);
    return row.status === 'undone' || body.type !== 'receivable' ? [] : moved('opening', body.amount);
  }
  if (row.kind === order.kind) {
    if (row.status !== 'released' && row.status !== 'closed') return [];
    return row.events
      .filter(({ type }) => type === 'handed')
      .flatMap((event) => moved('goods', total(handedLines(event)), typeof event.data.day === 'string' ? event.data.day : row.day));
  }
  if (row.kind === stockout.kind) return moved('goods', total(stockout.read(row).body.lines));
  if (row.kind === returnSlip.kind) {
    const day = lastText(row.events, 'received', 'day', 'day').day ?? row.day;
    return row.status === 'received' ? moved('return', -returnSlip.read(row).body.total, day) : [];
  }
  if (row.kind === interest.kind) {
    const day = lastText(row.events, 'confirmed', 'day', 'day').day ?? row.day;
    return row.status === 'confirmed' ? moved('interest', interest.read(row).body.total, day) : [];
  }
  const parts = receipt.read(row).body.parts.filter(({ party }) => parties.includes(party));
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  return moved(amount < 0 ? 'refund' : 'receipt', -amount);
}

function total(lines: readonly { value: Fen }[]): Fen {
  return lines.reduce((sum, { value }) => sum + value, 0);
}
