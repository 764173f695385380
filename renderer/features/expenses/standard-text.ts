import type { Translate } from '#renderer/ui/i18n.ts';
import { formatFen } from '#shared/core/money.ts';
import type { Standard } from '#shared/policy/expense-standards.ts';

/** '每天 ¥400.00', 'no limit', 'out of scope'. */
export function standardText(standard: Standard | null, t: Translate): string {
  if (!standard) return t('expenses.outside');
  if (standard.limit === null) return t('expenses.noLimit');
  return t(`expenses.per.${standard.per}`, { limit: `¥${formatFen(standard.limit)}` });
}
