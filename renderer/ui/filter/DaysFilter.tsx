import { Button } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { addDays, addMonths, firstDay, lastDay, monthOf, type Day } from '#shared/core/calendar.ts';
import { DayInput } from '../DayInput.tsx';
import { FilterChip } from './FilterChip.tsx';
import type { FilterField } from './field.ts';
import classes from './filter.module.css';

export interface DaysFilterProps {
  field: Extract<FilterField, { kind: 'days' }>;
  from: Day;
  to: Day;
  onChange: (from: Day, to: Day) => void;
}

const PRESETS = ['today', 'yesterday', 'last7', 'thisMonth', 'lastMonth', 'thisYear'] as const;
type Preset = (typeof PRESETS)[number];

export function DaysFilter({ field, from, to, onChange }: DaysFilterProps) {
  const { t } = useTranslation();
  const { label, today } = field;
  const nameOf = (preset: Preset) => (preset === 'today' || preset === 'yesterday' ? t(`common.${preset}`) : t(`common.filter.${preset}`));
  const current = PRESETS.find((preset) => {
    const range = rangeOf(preset, today);
    return range.from === from && range.to === to;
  });
  const words = current !== undefined ? nameOf(current) : from === '' && to === '' ? '' : from === to ? from : `${from} – ${to}`;
  return (
    <FilterChip label={label} words={words} onClear={() => onChange('', '')}>
      {(close) => (
        <div className={classes.days}>
          <div className={classes.presets}>
            {PRESETS.map((preset) => (
              <Button
                key={preset}
                size="xs"
                variant={preset === current ? 'light' : 'subtle'}
                color={preset === current ? undefined : 'gray'}
                justify="flex-start"
                onClick={() => {
                  const range = rangeOf(preset, today);
                  onChange(range.from, range.to);
                  close();
                }}
              >
                {nameOf(preset)}
              </Button>
            ))}
          </div>
          <div className={classes.range}>
            <DayInput label={t('common.filter.from', { label })} value={from} today={today} onChange={(day) => onChange(day, to)} />
            <DayInput
              label={t('common.filter.to', { label })}
              value={to}
              today={today}
              onChange={(day) => onChange(from, day)}
              error={from !== '' && to !== '' && from > to ? t('common.filter.wrongOrder') : undefined}
            />
          </div>
        </div>
      )}
    </FilterChip>
  );
}

function rangeOf(preset: Preset, today: Day): { from: Day; to: Day } {
  const month = monthOf(today);
  const before = addMonths(month, -1);
  if (preset === 'today') return { from: today, to: today };
  if (preset === 'yesterday') return { from: addDays(today, -1), to: addDays(today, -1) };
  if (preset === 'last7') return { from: addDays(today, -6), to: today };
  if (preset === 'thisMonth') return { from: firstDay(month), to: lastDay(month) };
  if (preset === 'lastMonth') return { from: firstDay(before), to: lastDay(before) };
  return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
}
