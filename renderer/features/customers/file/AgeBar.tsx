import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatFen, type Fen } from '#shared/core/money.ts';
import type { DebtAges } from '#shared/modules/customer/summary.ts';
import classes from './AgeBar.module.css';

export interface AgeBarProps {
  ages: DebtAges;
  /** Upper edges of the first three classes of overdue debts, in days. */
  edges: readonly number[];
  total: Fen;
}

const looks = [classes.notDue, classes.first, classes.second, classes.third, classes.last];

/** Debts by age: a bar, and the figures of those classes that have any. */
export function AgeBar({ ages, edges, total }: AgeBarProps) {
  const { t } = useTranslation();
  const [a = 0, b = 0, c = 0] = edges;
  const labels = [
    t('customers.debts.notDue'),
    t('customers.debts.upTo', { from: 1, to: a }),
    t('customers.debts.upTo', { from: a + 1, to: b }),
    t('customers.debts.upTo', { from: b + 1, to: c }),
    t('customers.debts.over', { from: c }),
  ];
  const parts = [ages.notDue, ...ages.overdue]
    .map((fen, index) => ({ fen, label: labels[index] ?? '', look: looks[index] ?? '' }))
    .filter(({ fen }) => fen > 0);
  return (
    <div>
      <div className={classes.bar} aria-hidden="true">
        {parts.map(({ fen, label, look }) => (
          <span key={label} className={look} style={{ width: `${(fen / total) * 100}%` }} />
        ))}
      </div>
      <ul className={classes.legend}>
        {parts.map(({ fen, label, look }) => (
          <li key={label}>
            <span className={`${classes.swatch} ${look}`} aria-hidden="true" />
            <span className={classes.label}>{label}</span>
            <span>{formatFen(fen)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
