import { isDay, type Day } from '#shared/core/calendar.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';

/** What a cell says, or which way it is wrong: the words are at `transfer.problems.<code>`. */
export type Cell<T> = Result<T>;

export function textCell(text: string, longest: number): Cell<string> {
  const plain = text.trim();
  return plain.length > longest ? refuse('TooLong', { longest }) : ok(plain);
}

/** 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105; '' when empty. */
export function dayCell(text: string): Cell<Day | ''> {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return ok('');
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(plain);
  const day = match ? `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}` : '';
  return isDay(day) ? ok(day) : refuse('NotADay', { text: plain });
}

/** A number by one of the parsers of `core/money.ts`; `empty` when the cell is empty. */
export function figureCell(text: string, parse: (text: string) => number | null, empty: number): Cell<number> {
  if (text.trim() === '') return ok(empty);
  const value = parse(text);
  return value === null ? refuse('NotANumber', { text: text.trim() }) : ok(value);
}

export function countCell(text: string, empty: number, most: number): Cell<number> {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return ok(empty);
  const value = /^\d{1,6}(\.0+)?$/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isNaN(value) ? refuse('NotANumber', { text: plain }) : value > most ? refuse('TooLarge', { most }) : ok(value);
}

/** One of a few words, in Chinese, English or as stored; `empty` when the cell is empty. */
export function choiceCell<T extends string>(text: string, words: Readonly<Record<T, readonly string[]>>, empty: T): Cell<T> {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (plain === '') return ok(empty);
  for (const [value, known] of Object.entries<readonly string[]>(words)) {
    if (value === plain || known.includes(plain)) return ok(value as T);
  }
  return refuse('NotAChoice', {
    text: plain,
    choices: Object.values<readonly string[]>(words)
      .map((known) => known[0] ?? '')
      .join(' / '),
  });
}
