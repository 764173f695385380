import { Button } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { addDays, type Day } from '#shared/core/calendar.ts';
import { DayInput, type DayInputProps } from '../ui/DayInput.tsx';
import classes from './FollowUpDay.module.css';

export interface FollowUpDayProps extends Omit<DayInputProps, 'earliest'> {
  value: Day;
}

/** Days from today that people usually promise. */
const usual = { tomorrow: 1, threeDays: 3, week: 7, month: 30 } as const;

/** When to come back to somebody: one click for the usual days, or any date. */
export function FollowUpDay({ value, onChange, today, onProblem, ...rest }: FollowUpDayProps) {
  const { t } = useTranslation();
  const pick = (day: Day) => {
    onProblem?.(null);
    onChange(day === value ? '' : day);
  };
  return (
    <div className={classes.row}>
      <div className={classes.field}>
        <DayInput {...rest} value={value} onChange={onChange} today={today} earliest={today} {...(onProblem ? { onProblem } : {})} />
      </div>
      <div className={classes.usual} role="group" aria-label={rest.label}>
        {(Object.keys(usual) as (keyof typeof usual)[]).map((name) => {
          const day = addDays(today, usual[name]);
          return (
            <Button
              key={name}
              size="xs"
              variant={day === value ? 'light' : 'default'}
              aria-pressed={day === value}
              title={day}
              onClick={() => pick(day)}
            >
              {t(`reception.inDays.${name}`)}
            </Button>
          );
        })}
      </div>
    </div>
  );
}
