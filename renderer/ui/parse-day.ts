import { addDays, isDay, type Day } from '#shared/core/calendar.ts';

const near = new Map(Object.entries({ 前天: -2, 昨天: -1, 今天: 0, 明天: 1, 后天: 2, yesterday: -1, today: 0, tomorrow: 1 }));

/**
 * What a clerk types for a date: `2026-03-15`, `20260315`, `2026年3月15日`, `3.15`, `0315`, `15`, `今天`, `+7`.
 * Without a year it is this year's; a bare day is this month's. null when it is no date.
 */
export function parseDay(text: string, today: Day): Day | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const days = near.get(plain);
  if (days !== undefined) return addDays(today, days);
  const shift = /^([+-]\d{1,4})天?$/.exec(plain);
  if (shift) return addDays(today, Number(shift[1]));

  const digits = /^\d+$/.test(plain) ? plain : null;
  const parts = digits === null ? plain.replace(/日$/, '').split(/[-./年月\s]+/) : splitDigits(digits);
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const [year = '', month = '', date = ''] = [...[today.slice(0, 4), today.slice(5, 7)].slice(0, 3 - parts.length), ...parts];
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

function splitDigits(digits: string): string[] {
  if (digits.length === 8) return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  if (digits.length === 6) return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  if (digits.length === 4) return [digits.slice(0, 2), digits.slice(2)];
  return [digits];
}
