/** Business dates: 'YYYY-MM-DD' in the branch's own calendar. No time zone arithmetic after the edge. */
export type Day = string;
/** 'YYYY-MM'. */
export type Month = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const at = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return at.toISOString().slice(0, 10) === text;
}

/** Milliseconds since 1970 and minutes east of UTC (China: 480) → business date. */
export function dayOf(milliseconds: number, offsetMinutes: number): Day {
  return new Date(milliseconds + offsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** 'HH:MM' in the branch's own time. */
export function timeOf(milliseconds: number, offsetMinutes: number): string {
  return new Date(milliseconds + offsetMinutes * 60_000).toISOString().slice(11, 16);
}

/** 'YYYY-MM-DD HH:MM:SS' in the branch's own time. */
export function stampOf(milliseconds: number, offsetMinutes: number): string {
  return new Date(milliseconds + offsetMinutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export function firstDay(month: Month): Day {
  return `${month}-01`;
}

export function lastDay(month: Month): Day {
  return addDays(firstDay(addMonths(month, 1)), -1);
}

/** The `count` months ending with `month`, oldest first. */
export function monthsUpTo(month: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => addMonths(month, index - count + 1));
}
