/** Cash to the bank and from it: the safe's other half. */
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { takeStep } from '#shared/documents/step.ts';
import { lacksCash } from '../cashday/box.ts';
import { banking, type Banking } from './module.ts';

/** Refuses with AmountNotPositive, BankMissing, BankSlipMissing, CashTooLittle. */
export function enterBanking(input: Banking): Decide<{ banking: string }> {
  return async (read, moment) => {
    if (input.amount <= 0) return refuse('AmountNotPositive');
    if (input.bank.trim() === '') return refuse('BankMissing');
    if (input.slipNo.trim() === '' && input.slip === '') return refuse('BankSlipMissing');
    const short = input.type === 'toBank' ? await lacksCash(read, 'safe', 'cash', input.amount) : null;
    if (short) return short;
    const body: Banking = { ...input, bank: input.bank.trim(), slipNo: input.slipNo.trim(), note: input.note.trim() };
    const made = commitNew(banking, body, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: { banking: made.value.id } }) : made;
  };
}

/** Takes a wrong entry back; a closed day stays as it is, the next open one has the correction. Refuses with NotFound, ReasonMissing. */
export function reverseBanking(id: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === ''
      ? refuse('ReasonMissing')
      : takeStep(banking, id, 'reversed', { data: { reason: reason.trim(), day: moment.today } })(read, moment);
}
