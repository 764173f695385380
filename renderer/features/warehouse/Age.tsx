import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './Age.module.css';

export interface AgeProps {
  days: number;
  /** From here on it needs attention, and from `late` on it is wrong. */
  soon?: number;
  late?: number;
}

/** How long something has been waiting; the older, the louder. */
export function Age({ days, soon = 3, late = 7 }: AgeProps) {
  const { t } = useTranslation();
  const tone = days >= late ? classes.late : days >= soon ? classes.soon : classes.fresh;
  return <span className={tone}>{days === 0 ? t('warehouse.home.fresh') : t('warehouse.home.waited', { count: days })}</span>;
}
