import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './Age.module.css';

export interface AgeProps {
  days: number;
  /** The last day that is still in time: after it the copy is late. */
  lateAfter: number;
}

/** How long something has been waiting; the older, the louder. */
export function Age({ days, lateAfter }: AgeProps) {
  const { t } = useTranslation();
  const tone = days > lateAfter ? classes.late : days === lateAfter ? classes.soon : classes.fresh;
  return <span className={tone}>{days === 0 ? t('warehouse.home.fresh') : t('warehouse.home.waited', { count: days })}</span>;
}
