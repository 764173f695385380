/** Daily close of a cash box: counted by denomination, differences explained, signed by two people, frozen. */
import type { Fen } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { holdsAny } from '#shared/policy/roles.ts';
import { cashBookOf } from './book.ts';
import type { Box } from './box.ts';
import { countedOf, isFace } from './faces.ts';
import { boxKeepers, cashday, type CashDay } from './module.ts';

export interface CountInput {
  box: Box;
  faces: readonly { face: Fen; count: number }[];
  reason: string;
}

/**
 * Counts a box and draws up the day's sheet. Refuses with PostMayNot, FaceUnknown, CashDayWaiting (a count is not signed yet), CashDayClosed
 * (later papers go on the next day's sheet), DifferenceNeedsNote.
 */
export function countCash({ box, faces, reason }: CountInput): Decide<{ cashday: string }> {
  return async (read, moment) => {
    if (!holdsAny(moment.actor, boxKeepers[box])) return refuse('PostMayNot', { posts: boxKeepers[box].join(',') });
    if (faces.some(({ face, count }) => !isFace(face) || !Number.isSafeInteger(count) || count < 0)) return refuse('FaceUnknown');
    if ((await read.balance(`cash-closed/${box}/${moment.today}`)) > 0) return refuse('CashDayClosed', { day: moment.today });
    const { waiting, last, lines, opening, cashIn, cashOut, booked } = await cashBookOf(read, box, moment.today);
    if (waiting) return refuse('CashDayWaiting', { no: waiting.no });
    const counted = countedOf(faces);
    const difference = counted - booked;
    if (difference !== 0 && reason.trim() === '') return refuse('DifferenceNeedsNote', { difference: Math.abs(difference) });
    const kept = faces.filter(({ count }) => count > 0);
    const body: CashDay = {
      box,
      begun: last?.body.begun ?? moment.today,
      opening,
      lines,
      cashIn,
      cashOut,
      booked,
      faces: kept,
      counted,
      difference,
      reason: reason.trim(),
    };
    const made = commitNew(cashday, body, moment, { source: last?.id ?? '' });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { cashday: made.value.id } }) : made;
  };
}

/** The second person saw the count: the day is closed for good. Never the one who counted. Refuses with NotFound, CashDayClosed. */
export function signCashDay(id: string): Decide {
  return async (read, moment) => {
    const sheet = await readAs(read, cashday, id);
    if (!sheet) return refuse('NotFound', { id });
    if (sheet.status === 'counted' && (await read.balance(`cash-closed/${sheet.body.box}/${sheet.day}`)) > 0)
      return refuse('CashDayClosed', { day: sheet.day });
    return takeStep(cashday, id, 'signed', { data: { day: moment.today } })(read, moment);
  };
}

/** To be counted again. Refuses with ReasonMissing. */
export function returnCashDay(id: string, reason: string): Decide {
  return withReason(id, 'returned', reason);
}

export function withdrawCashDay(id: string, reason: string): Decide {
  return withReason(id, 'withdrawn', reason);
}

function withReason(id: string, step: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(cashday, id, step, { data: { reason: reason.trim() } })(read, moment);
}
