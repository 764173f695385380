/** When the branch is open and how busy it is. */
import { addDays, daysBetween, type Day } from '#shared/core/calendar.ts';
import type { DemoBranch } from './company.ts';

/** First day of the lunar year: the branch is closed from two days before to six days after. */
const NEW_YEARS: readonly Day[] = [
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
  '2032-02-11',
];

/** From Sunday. */
const WEEKDAYS = [0.4, 1.16, 1.1, 1.06, 1.04, 1.02, 0.78];

export function isOpenDay(day: Day): boolean {
  return !NEW_YEARS.some((newYear) => {
    const after = daysBetween(newYear, day);
    return after >= -2 && after <= 6;
  });
}

/** How busy `day` is at the branch against an average one; `today` is always open. */
export function busyness(branch: DemoBranch, day: Day, first: Day, today: Day): number {
  if (!isOpenDay(day) && day !== today) return 0;
  const month = branch.months[Number(day.slice(5, 7)) - 1] ?? 1;
  const weekday = WEEKDAYS[((daysBetween('1970-01-04', day) % 7) + 7) % 7] ?? 1;
  const holiday = ['10-01', '10-02', '10-03', '05-01', '05-02', '01-01'].includes(day.slice(5)) ? 0.45 : 1;
  // Below the average in the beginning, above it now.
  const growth = 1 + branch.growth * (daysBetween(first, day) / Math.max(1, daysBetween(first, today)) - 0.5);
  return month * weekday * holiday * growth;
}

/** Every day from first to today. */
export function daysUpTo(first: Day, today: Day): Day[] {
  return Array.from({ length: daysBetween(first, today) + 1 }, (_, index) => addDays(first, index));
}
