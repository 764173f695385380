/** The gates of credit, invoice, collection and commission with the money as all desks together have it. */
import { daysBetween } from '#shared/core/calendar.ts';
import { readAs } from '#shared/documents/step.ts';
import { closing } from '#shared/modules/closing/module.ts';
import { compareMonth, reconciledFacts } from '#shared/modules/closing/rules.ts';
import { commission } from '#shared/modules/commission/module.ts';
import { sheetFacts } from '#shared/modules/commission/rules.ts';
import { balanceDayOf, readContract } from '#shared/modules/contract/facts.ts';
import { contract } from '#shared/modules/contract/module.ts';
import { dunning } from '#shared/modules/dunning/module.ts';
import { expense } from '#shared/modules/expense/module.ts';
import { standardsFacts, voucherFacts } from '#shared/modules/expense/rules.ts';
import { invoice } from '#shared/modules/invoice/module.ts';
import { acceptanceFacts, recoveredFacts } from '#shared/modules/invoice/rules.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { moneyOf, overdueOf } from '#shared/modules/recovery/contract-money.ts';
import { approvalFacts } from '#shared/policy/approvals.ts';
import type { GateId } from '#shared/policy/gates.ts';
import { dayOfEvent, type Ask } from './ask.ts';

export const moneyAsks: Readonly<Record<string, Partial<Record<GateId, Ask>>>> = {
  [invoice.kind]: {
    'G-39': async ({ read, before, after, event }) => {
      const agreed = await readContract(read, after.source);
      const { approved } = approvalFacts(before ?? { events: [] });
      return agreed && recoveredFacts(read, agreed, { stage: event.type === 'issued' ? 'issue' : 'request', signed: approved });
    },
    'G-42': async ({ read, after }) => {
      const agreed = await readContract(read, after.source);
      return agreed && acceptanceFacts(read, agreed);
    },
  },
  [commission.kind]: {
    'G-43': ({ read, before, after }) =>
      before
        ? sheetFacts(read, commission.read(before), 'payout')
        : sheetFacts(read, { ...commission.read(after), events: [] }, 'provision'),
  },
  [dunning.kind]: {
    'G-44': async ({ read, after, event }) => {
      const agreed = await readContract(read, after.source);
      if (!agreed) return null;
      const { amount, days } = overdueOf(await moneyOf(read, agreed), dayOfEvent(event));
      return { rung: 'legal', overdueDays: days, amount };
    },
  },
  [closing.kind]: {
    'G-45': async ({ read, after }) => reconciledFacts((await compareMonth(read, closing.read(after).body.month)).lines),
  },
  [expense.kind]: {
    'G-46': ({ read, before, event }) => (before ? voucherFacts(read, expense.read(before), event.data.originals === true) : null),
    'G-47': async ({ read, before, event }) =>
      before ? standardsFacts(read, expense.read(before), await parametersInForce(read, dayOfEvent(event))) : null,
  },
};

/** G-95 of a contract being closed. */
export const balanceInTime: Ask = async ({ read, before, event }) => {
  const agreed = before && (await readAs(read, contract, before.id));
  if (!agreed) return null;
  const day = balanceDayOf(agreed);
  const { open } = await moneyOf(read, agreed);
  return { open, overdueDays: day === '' ? 0 : Math.max(0, daysBetween(day, dayOfEvent(event))) };
};
