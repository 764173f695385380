/** When the branch is open and how busy it is. */
import { addDays, daysBetween, type Day } from '#shared/core/calendar.ts';

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

/** Construction and plant orders: slow around the new year, strong in spring and before the year ends. */
const MONTHS = [0.85, 0.55, 1.15, 1.12, 1.02, 1.1, 0.94, 0.88, 1.16, 1.04, 1.2, 1.14];
/** From Sunday. */
const WEEKDAYS = [0.4, 1.16, 1.1, 1.06, 1.04, 1.02, 0.78];

export function isOpenDay(day: Day): boolean {
  return !NEW_YEARS.some((newYear) => {
    const after = daysBetween(newYear, day);
    return after >= -2 && after <= 6;
  });
}

/** How busy `day` is against an average one; `today` is always open. */
export function busyness(day: Day, first: Day, today: Day): number {
  if (!isOpenDay(day) && day !== today) return 0;
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? 1;
  const weekday = WEEKDAYS[((daysBetween('1970-01-04', day) % 7) + 7) % 7] ?? 1;
  const holiday = ['10-01', '10-02', '10-03', '05-01', '05-02', '01-01'].includes(day.slice(5)) ? 0.45 : 1;
  // A growing branch: a fifth less than average in the beginning, a fifth more now.
  const growth = 0.8 + (0.4 * daysBetween(first, day)) / Math.max(1, daysBetween(first, today));
  return month * weekday * holiday * growth;
}

/** Every day from first to today. */
export function daysUpTo(first: Day, today: Day): Day[] {
  return Array.from({ length: daysBetween(first, today) + 1 }, (_, index) => addDays(first, index));
}
