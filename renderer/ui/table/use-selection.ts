import { useMemo, useRef } from 'react';

export interface Selection {
  has: (key: string) => boolean;
  all: boolean;
  some: boolean;
  toggleAll: () => void;
  /** `range` selects everything from the last row toggled to this one. */
  toggle: (index: number, range: boolean) => void;
}

/** Rows ticked by key. Rows that are no longer listed stay selected until the caller drops them. */
export function useSelection(
  keys: readonly string[],
  selected: ReadonlySet<string> | undefined,
  onSelect: ((keys: ReadonlySet<string>) => void) | undefined,
): Selection | undefined {
  const anchor = useRef<string>(undefined);
  const count = useMemo(() => (selected === undefined ? 0 : keys.filter((key) => selected.has(key)).length), [keys, selected]);
  if (selected === undefined || onSelect === undefined) return undefined;
  return {
    has: (key) => selected.has(key),
    all: keys.length > 0 && count === keys.length,
    some: count > 0,
    toggleAll: () => onSelect(count === keys.length ? new Set() : new Set(keys)),
    toggle: (index, range) => {
      const key = keys[index];
      if (key === undefined) return;
      const next = new Set(selected);
      const from = anchor.current === undefined ? -1 : keys.indexOf(anchor.current);
      if (range && from >= 0) {
        for (const between of keys.slice(Math.min(from, index), Math.max(from, index) + 1)) next.add(between);
      } else {
        if (!next.delete(key)) next.add(key);
        anchor.current = key;
      }
      onSelect(next);
    },
  };
}
