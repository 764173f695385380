import { lazy, Suspense } from 'react';
import { ChartOrTable } from './ChartOrTable.tsx';
import classes from './charts.module.css';
import type { BarByMonthProps } from './month-values.ts';
import { seriesColour } from './series-colour.ts';

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
