import { daysBetween, type Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Contract } from '#shared/modules/contract/module.ts';
import type { PlanKind } from '#shared/modules/contract/terms.ts';
import type { ContractMoney } from '#shared/modules/recovery/contract-money.ts';

/** One part of a contract's plan, with what came in of it. */
export interface PlanPart {
  key: string;
  record: DocumentRecord<Contract>;
  /** 1 for the first part of the plan. */
  place: number;
  kind: PlanKind;
  due: Day | '';
  amount: Fen;
  paid: Fen;
  open: Fen;
  overdueDays: number;
}

export function partsOf(record: DocumentRecord<Contract>, { plan }: Pick<ContractMoney, 'plan'>, today: Day): PlanPart[] {
  return plan.map((part, index) => ({
    key: `${record.id}/${index}`,
    record,
    place: index + 1,
    ...part,
    overdueDays: part.open > 0 && part.due !== '' ? Math.max(0, daysBetween(part.due, today)) : 0,
  }));
}
