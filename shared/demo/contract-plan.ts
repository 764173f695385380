/** How far a contract of the demonstration comes, and what is peculiar about it. */
import type { Fen } from '#shared/core/money.ts';
import type { TermsLine } from '#shared/modules/contract/terms.ts';
import type { PlanShape } from './project.ts';
import type { Buyer } from './world.ts';

export const contractStages = [
  'filled',
  'sentBack',
  'applied',
  'halfSigned',
  'approved',
  'drawn',
  'explained',
  'salesSigned',
  'countersigned',
  'sealed',
  'effective',
  'handedOver',
  'noticed',
  'producing',
  'stocked',
  'ordered',
  'shipped',
  'signed',
  'delivered',
  'working',
  'accepted',
  'asked',
  'invoiced',
  'paid',
  'closed',
] as const;
export type ContractStage = (typeof contractStages)[number];

export interface ContractPlan {
  until: ContractStage;
  shape: PlanShape;
  worth: Fen;
  isQuoted: boolean;
  /** The application comes back once. */
  isSentBack: boolean;
  /** 'short': the second part is paid short of the 60 % an invoice needs; 'badly': nothing after the first part; 'court': and it goes to court. */
  pays: 'well' | 'late' | 'short' | 'badly' | 'court';
}

export interface Deal {
  contract: string;
  buyer: Buyer;
  plan: ContractPlan;
  lines: readonly TermsLine[];
  total: Fen;
}

export function isFar(plan: ContractPlan, stage: ContractStage): boolean {
  return contractStages.indexOf(plan.until) >= contractStages.indexOf(stage);
}
