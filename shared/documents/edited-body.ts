import { isSame } from '#shared/core/canonical.ts';
import { FIRST } from './lifecycle.ts';
import type { DocumentEvent } from './record.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A field two people changed from the same value without knowing of each other. Both values stay; somebody decides. */
export interface FieldConflict {
  field: string;
  original: unknown;
  first: { value: unknown; by: string; event: string };
  second: { value: unknown; by: string; event: string };
}

/** Which value ends a conflict: the earlier change, the later one (it stands meanwhile), or what was there before both. */
export type ConflictChoice = 'first' | 'second' | 'original';

export function chosenOf(conflict: FieldConflict, choice: ConflictChoice): unknown {
  return choice === 'original' ? conflict.original : conflict[choice].value;
}

/** The part of `after` that differs from `before`, as the data of an `edited` event; `null` when nothing does. */
export function editOf(before: Fields, after: Fields): { set: Fields; was: Fields } | null {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !isSame(before[field], after[field]));
  if (changed.length === 0) return null;
  const pick = (from: Fields) => Object.fromEntries(changed.map((field) => [field, from[field] ?? null]));
  return { set: pick(after), was: pick(before) };
}

/**
 * Master data stay editable after commit: the body is a fold over `edited` events, field by field, so that uniting events merges bodies.
 * An edit whose `was` is not the value it found is a conflict until a later edit of the field knew of it.
 */
export function foldBody(events: readonly DocumentEvent[]): { body: Fields; conflicts: FieldConflict[] } {
  const start = events.find((event) => event.type === FIRST)?.data.body;
  const body: Record<string, unknown> = isFields(start) ? { ...start } : {};
  const lastEdit = new Map<string, DocumentEvent>();
  const conflicts = new Map<string, FieldConflict>();
  for (const event of events) {
    const { set, was } = event.data;
    if (event.type !== 'edited' || !isFields(set) || !isFields(was)) continue;
    for (const [field, value] of Object.entries(set)) {
      const found = body[field] ?? null;
      const earlier = lastEdit.get(field);
      if (earlier && !isSame(found, was[field]) && !isSame(found, value)) {
        conflicts.set(field, {
          field,
          original: was[field],
          first: { value: found, by: earlier.by, event: earlier.id },
          second: { value, by: event.by, event: event.id },
        });
      } else conflicts.delete(field);
      body[field] = value;
      lastEdit.set(field, event);
    }
  }
  return { body, conflicts: [...conflicts.values()] };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
