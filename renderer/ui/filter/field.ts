import type { Day } from '#shared/core/calendar.ts';

export interface FilterOption {
  value: string;
  label: string;
}

/** One thing a list can be narrowed by. */
export type FilterField =
  | { kind: 'text'; key: string; label: string }
  /** `several`: the value is a list with commas. */
  | { kind: 'choice'; key: string; label: string; options: readonly FilterOption[]; several?: boolean }
  /** Two values: `${key}From` and `${key}To`, both included. */
  | { kind: 'days'; key: string; label: string; today: Day };

/** Plain text by key, for the URL. What is '' or absent does not narrow. */
export type FilterValue = Readonly<Record<string, string | undefined>>;

/** The value with some keys changed; empty ones are left out. */
export function withFilter(value: FilterValue, change: FilterValue): Record<string, string> {
  const next: Record<string, string> = {};
  for (const [key, text] of Object.entries({ ...value, ...change })) if (text !== undefined && text !== '') next[key] = text;
  return next;
}

export function keysOf(field: FilterField): string[] {
  return field.kind === 'days' ? [`${field.key}From`, `${field.key}To`] : [field.key];
}
