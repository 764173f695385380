import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatFen } from '#shared/core/money.ts';
import type { Approval } from '#shared/policy/approvals.ts';
import type { Role } from '#shared/policy/roles.ts';
import { useWords } from '../words.ts';

export interface ChainWords {
  /** Posts of one stage: 销售主管、财务. */
  stage(posts: readonly Role[]): string;
  /** One after the other: 销售主管 → 总经理. */
  chain(stages: readonly (readonly Role[])[]): string;
  /** What the authority was measured by: ¥300,000.00, or how far below the policy price. */
  measure(approval: Pick<Approval, 'matter' | 'value'>): string;
  days(days: number): string;
}

/** Approval chains as people read them. */
export function useChainWords(): ChainWords {
  const { t } = useTranslation();
  const words = useWords();
  const stage = (posts: readonly Role[]) => posts.map((post) => words.role(post)).join(t('common.listSeparator'));
  return {
    stage,
    chain: (stages) => stages.map(stage).join(' → '),
    measure: ({ matter, value }) =>
      matter === 'quotation' ? t('policy.approval.basisPoints', { percent: percentText(value) }) : `¥${formatFen(value)}`,
    days: (days) => (days === 0 ? t('policy.approval.sinceToday') : t('policy.approval.waitsDays', { count: days })),
  };
}

/** Basis points as people read them: 550 → '5.5%'. */
export function percentText(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}
