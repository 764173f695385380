import { lazy, Suspense } from 'react';
import type { Month } from '#shared/core/calendar.ts';
import { ChartOrTable } from './ChartOrTable.tsx';
import classes from './charts.module.css';
import { seriesColour } from './series-colour.ts';

export interface ChartSeries {
  key: string;
  label: string;
}

export interface MonthValues {
  /** 'YYYY-MM'. */
  month: Month;
  /** By series key; what is absent is 0. */
  values: Readonly<Record<string, number>>;
}

export interface BarByMonthProps {
  label: string;
  /** At most three; the last one is the one that matters and has the strongest colour. */
  series: readonly ChartSeries[];
  /** Oldest first. */
  months: readonly MonthValues[];
  format: (value: number) => string;
  /** Short form for the axis; `format` without `.00` when left out. */
  formatAxis?: (value: number) => string;
  /** Leads to what is behind the bar. */
  onOpen?: (month: Month, series: string) => void;
}

// Recharts is large and needed on few screens.
const MonthBars = lazy(async () => ({ default: (await import('./MonthBars.tsx')).MonthBars }));

/** Figures month by month as bars; the same as a table for keyboard and screen reader. */
export function BarByMonth(props: BarByMonthProps) {
  const { label, series, months, format, onOpen } = props;
  return (
    <ChartOrTable
      label={label}
      head={['', ...series.map((each) => each.label)]}
      rows={months.map(({ month, values }) => ({
        key: month,
        name: month,
        cells: series.map(({ key }) => ({ key, text: format(values[key] ?? 0), onOpen: onOpen && (() => onOpen(month, key)) })),
      }))}
    >
      {series.length > 1 && (
        <ul className={classes.legend}>
          {series.map((each, index) => (
            <li key={each.key}>
              <span className={classes.swatch} style={{ background: seriesColour(index, series.length) }} aria-hidden="true" />
              {each.label}
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={<div className={classes.room} />}>
        <MonthBars {...props} />
      </Suspense>
    </ChartOrTable>
  );
}
