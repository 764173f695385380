import type { Month } from '#shared/core/calendar.ts';

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
