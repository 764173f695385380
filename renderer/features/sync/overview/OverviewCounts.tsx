import { useTranslation } from '#renderer/ui/i18n.ts';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { toneOfState, type DeskState } from './age.ts';
import classes from './OverviewCounts.module.css';

/** How many desks are in each state, the worst first; states nobody is in are left out. */
export function OverviewCounts({ states }: { states: readonly DeskState[] }) {
  const { t } = useTranslation();
  const counted = (['day', 'hour', 'never', 'fresh', 'revoked'] as const)
    .map((state) => ({ state, count: states.filter((one) => one === state).length }))
    .filter(({ count }) => count > 0);
  return (
    <ul className={classes.counts} aria-label={t('sync.overview.desks')}>
      {counted.map(({ state, count }) => (
        <li key={state}>
          <StatusBadge tone={toneOfState[state]} label={`${t(`sync.overview.${state}`)} ${count}`} />
        </li>
      ))}
    </ul>
  );
}
