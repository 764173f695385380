import type { DocumentEvent } from './record.ts';

/** What the newest event of a type said about one thing, under the name the record has for it; nothing when none said it. */
export function lastText<Name extends string>(
  events: readonly DocumentEvent[],
  type: string,
  field: string,
  name: Name,
): Partial<Record<Name, string>> {
  const value = events.findLast((event) => event.type === type && typeof event.data[field] === 'string')?.data[field];
  return typeof value === 'string' ? ({ [name]: value } as Record<Name, string>) : {};
}
