import { useTranslation } from '#renderer/ui/i18n.ts';
import { daysBetween, type Day } from '#shared/core/calendar.ts';
import classes from './figures.module.css';

export interface DayTextProps {
  /** '' shows a dash. */
  day: Day;
  /** The business date. When given, near days are said in words and, with `due`, late ones are marked. */
  today?: Day;
  due?: boolean;
}

/** A business date. The full date stays in the tooltip and in `<time>`. */
export function DayText({ day, today, due = false }: DayTextProps) {
  const { t } = useTranslation();
  if (day === '') return <span>—</span>;
  const distance = today === undefined ? undefined : daysBetween(today, day);
  const tone = !due || distance === undefined || distance > 0 ? '' : distance < 0 ? classes.overdue : classes.due;
  return (
    <time dateTime={day} title={day} className={`${classes.figure} ${tone}`}>
      {words()}
    </time>
  );

  function words(): string {
    if (distance === undefined) return day;
    if (due && distance < 0) return t('common.overdueDays', { days: -distance, count: -distance });
    if (distance === 0) return t('common.today');
    if (distance === 1) return t('common.tomorrow');
    if (distance === -1) return t('common.yesterday');
    return today !== undefined && today.slice(0, 4) === day.slice(0, 4) ? day.slice(5) : day;
  }
}
