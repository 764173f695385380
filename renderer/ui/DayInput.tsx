import { ActionIcon, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Day } from '#shared/core/calendar.ts';
import type { FieldProps } from './field.ts';
import { parseDay } from './parse-day.ts';
import { ParsedInput } from './ParsedInput.tsx';

export interface DayInputProps extends FieldProps {
  /** 'YYYY-MM-DD'; '' when empty or not understood (`onProblem` tells which). */
  value: Day;
  onChange: (value: Day) => void;
  onProblem?: (problem: string | null) => void;
  /** The business date: completes what is typed short. */
  today: Day;
  earliest?: Day;
  latest?: Day;
}

/** A business date, typed or picked from the calendar. */
export function DayInput({ today, earliest, latest, ...rest }: DayInputProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const check = (day: Day): string | null => {
    if (earliest !== undefined && day < earliest) return t('common.notBefore', { day: earliest });
    if (latest !== undefined && day > latest) return t('common.notAfter', { day: latest });
    return null;
  };
  const pick = (day: string | null) => {
    rest.onProblem?.(null);
    rest.onChange(day ?? '');
    setOpened(false);
  };

  const calendar = (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          aria-label={t('common.openCalendar')}
          onClick={() => setOpened(!opened)}
          disabled={rest.disabled}
          size={24}
          tabIndex={-1}
        >
          <IconCalendar size={16} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <DatePicker
          value={rest.value === '' ? null : rest.value}
          defaultDate={rest.value === '' ? today : rest.value}
          onChange={pick}
          size="sm"
          monthLabelFormat={t('common.calendar.monthFormat')}
          ariaLabels={{
            previousMonth: t('common.calendar.previousMonth'),
            nextMonth: t('common.calendar.nextMonth'),
            previousYear: t('common.calendar.previousYear'),
            nextYear: t('common.calendar.nextYear'),
            previousDecade: t('common.calendar.previousDecade'),
            nextDecade: t('common.calendar.nextDecade'),
          }}
          {...(earliest === undefined ? {} : { minDate: earliest })}
          {...(latest === undefined ? {} : { maxDate: latest })}
          getDayProps={(day) => (day === today ? { fw: 700 } : {})}
        />
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <ParsedInput
      {...rest}
      nothing=""
      parse={(text) => parseDay(text, today)}
      format={(day) => day}
      notUnderstood={t('common.dayNotUnderstood', { example: today })}
      check={check}
      rightSection={calendar}
      inputMode="text"
    />
  );
}
