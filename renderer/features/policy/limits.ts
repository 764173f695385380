import { formatFen, formatMilli } from '#shared/core/money.ts';
import { percentText } from '#renderer/desk/approvals/chain-words.ts';
import { dynamicWords } from '#renderer/ui/dynamic-words.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useWords } from '#renderer/desk/words.ts';
import { parseMatrix, parsePosts, type Matter } from '#shared/policy/approvals.ts';
import { parseStandards } from '#shared/policy/expense-standards.ts';
import { policyDefaults } from '#shared/policy/parameters.ts';

export type LimitValue = string | number | boolean;
export type Unit =
  | 'flag'
  | 'money'
  | 'quantity'
  | 'share'
  | 'basisPoints'
  | 'percent'
  | 'days'
  | 'months'
  | 'minutes'
  | 'count'
  | 'matrix'
  | 'clock'
  | 'posts'
  | 'standards'
  | 'rates';

type Measured = 'basisPoints' | 'percent' | 'days' | 'months' | 'minutes';

/** Whether its unit stands behind the figure as a word or a sign of its own. */
export function isMeasured(unit: Unit): unit is Measured {
  return ['basisPoints', 'percent', 'days', 'months', 'minutes'].includes(unit);
}

/** How a limit is to be read and typed, from its name and its standard value. */
export function unitOf(name: string): Unit {
  const standard = policyDefaults[name];
  if (typeof standard === 'boolean') return 'flag';
  if (typeof standard === 'string') {
    if (name.startsWith('approval.')) return 'matrix';
    if (name === 'expense.standards') return 'standards';
    if (name === 'commission.rate_table') return 'rates';
    return /^\d\d:\d\d$/.test(standard) ? 'clock' : 'posts';
  }
  if (/^credit\.limit_|^deposit\.(domestic|imported)_/.test(name)) return 'money';
  if (name === 'dispatch.qty_tolerance') return 'quantity';
  // A share of the price is said in per cent; commission and interest in ten-thousandths, as the office says them.
  if (name.endsWith('_bp')) return 'share';
  if (name.endsWith('rate')) return 'basisPoints';
  if (name.endsWith('_pct')) return 'percent';
  if (name.endsWith('_months')) return 'months';
  if (name.endsWith('_minutes')) return 'minutes';
  return /day/.test(name) ? 'days' : 'count';
}

const names = Object.keys(policyDefaults);
export const groups = [...new Set(names.map(groupOf))];

export function groupOf(name: string): string {
  return name.split('.')[0] ?? 'other';
}

export function limitsOf(group: string): string[] {
  return names.filter((name) => groupOf(name) === group);
}

export interface LimitWords {
  label(name: string): string;
  group(group: string): string;
  value(name: string, value: LimitValue): string;
}

/** Limits in words: what each is called, and its value with its unit; a chain of posts as people say it. */
export function useLimitWords(): LimitWords {
  const { t } = useTranslation();
  const words = useWords();
  const stages = (chain: readonly (readonly string[])[]) =>
    chain.map((posts) => posts.map((post) => words.role(post)).join('+')).join(' → ');
  const measure = (matter: string, limit: number) =>
    matter === ('quotation' satisfies Matter) ? percentText(limit) : `¥${formatFen(limit)}`;
  const standards = (text: string) =>
    (parseStandards(text) ?? [])
      .map(({ category, limit, per }) => {
        const most = limit === null ? t('expenses.noLimit') : t(`expenses.per.${per}`, { limit: `¥${formatFen(limit)}` });
        return `${words.value('category', category)} ${most}`;
      })
      .join('; ');
  return {
    label: (name) => dynamicWords(`gates.parameters.${name}`) ?? name,
    group: (group) => dynamicWords(`policy.groups.${group}`) ?? group,
    value: (name, value) => {
      const unit = unitOf(name);
      if (typeof value === 'boolean') return t(value ? 'policy.units.on' : 'policy.units.off');
      if (typeof value === 'string') {
        if (unit === 'posts') return (parsePosts(value) ?? [value]).map((post) => words.role(post)).join(t('common.listSeparator'));
        if (unit === 'standards') return standards(value);
        if (unit === 'rates') return value === '' ? t('policy.units.sameRate') : value;
        const tiers = unit === 'matrix' ? parseMatrix(value) : null;
        const matter = name.split('.')[1] ?? '';
        return tiers === null
          ? value
          : tiers
              .map(({ upTo, chain }) =>
                upTo === null
                  ? `${tiers.length > 1 ? `${t('policy.matrix.above')} ` : ''}${stages(chain)}`
                  : `${t('policy.matrix.upTo', { limit: measure(matter, upTo) })} ${stages(chain)}`,
              )
              .join('; ');
      }
      if (unit === 'money') return `¥${formatFen(value)}`;
      if (unit === 'quantity') return formatMilli(value);
      if (unit === 'share' || unit === 'basisPoints') return percentText(value);
      return isMeasured(unit) ? `${value} ${t(`policy.units.${unit}`)}` : String(value);
    },
  };
}
