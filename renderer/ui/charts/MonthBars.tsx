import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import classes from './charts.module.css';
import type { BarByMonthProps } from './month-values.ts';
import { seriesColour } from './series-colour.ts';

export function MonthBars({ series, months, format, formatAxis, onOpen }: BarByMonthProps) {
  const data = months.map(({ month, values }) => ({ month, ...values }));
  return (
    <div className={classes.room} aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={data} margin={{ top: 6, right: 4, bottom: 0, left: 0 }} barGap={1} barCategoryGap="24%" accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--bd-line)" />
          <XAxis dataKey="month" tickFormatter={monthName} tickLine={false} axisLine={{ stroke: 'var(--bd-line-strong)' }} tick={TICK} />
          <YAxis
            tickFormatter={formatAxis ?? ((value: number) => format(value).replace(/\.00$/, ''))}
            tickLine={false}
            axisLine={false}
            tick={TICK}
            width={64}
          />
          <Tooltip
            cursor={{ fill: 'var(--bd-hover)' }}
            isAnimationActive={false}
            formatter={(value) => format(Number(value))}
            contentStyle={{ border: '1px solid var(--bd-line-strong)', borderRadius: 5, background: 'var(--bd-surface)', fontSize: 12 }}
            labelStyle={{ color: 'var(--bd-dim)' }}
            itemStyle={{ color: 'var(--bd-text)', padding: 0 }}
          />
          {series.map(({ key, label }, index) => (
            <Bar
              key={key}
              dataKey={key}
              name={label}
              fill={seriesColour(index, series.length)}
              radius={[2, 2, 0, 0]}
              isAnimationActive={false}
              cursor={onOpen === undefined ? undefined : 'pointer'}
              onClick={(_bar, at) => {
                const month = months[at]?.month;
                if (month !== undefined) onOpen?.(month, key);
              }}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

const TICK = { fill: 'var(--bd-dim)', fontSize: 11 };

/** January carries its year. */
function monthName(month: string): string {
  return month.endsWith('-01') ? month : String(Number(month.slice(5)));
}
