import { useLayoutEffect, useRef, useState } from 'react';
import type { Translate } from '#renderer/ui/i18n.ts';
import { isBlank, isEditable, type EntryColumn, type PickerColumn } from './column.ts';
import type { Choice } from '../picker/choice.ts';
import { findOne } from './fill-lines.ts';
import type { CellHandle, GridActions, Lookup } from './grid-actions.ts';
import type { EntryGridProps } from './grid-props.ts';
import { notify } from '../notify.tsx';

export interface Grid<Line> extends GridActions<Line> {
  focus: (index: number, column: string | undefined) => void;
  /**
   * What a scanner may have sent, wherever the focus is; the first reading that names a product counts. Scans are looked up one after the
   * other, so lines keep the order of scanning.
   */
  scan: (readings: readonly string[]) => void;
  cellOf: (key: string, column: string) => CellHandle | undefined;
  /** After the line of this key, or in its place when it is blank. */
  insert: (lines: readonly Line[], at: string) => void;
  /** The first cell of a line that is about to appear gets the focus. */
  wantFirst: (line: Line) => void;
}

/** Everything that happens to the lines. Reads the newest props through a ref: the actions themselves never change. */
export function useGridActions<Line>(props: EntryGridProps<Line>, t: Translate) {
  const [lookups, setLookups] = useState<Readonly<Record<string, Lookup>>>({});
  const latest = useRef({ props, t });
  const wanted = useRef<{ key: string; column: string } | null>(null);
  const cells = useRef(new Map<string, CellHandle>());
  useLayoutEffect(() => {
    latest.current = { props, t };
    const target = wanted.current;
    const cell = target && cells.current.get(`${target.key}|${target.column}`);
    if (cell) {
      wanted.current = null;
      cell.element.focus();
    }
  });
  // oxlint-disable-next-line react/refs -- only remembered here; read when a key is pressed
  const [grid] = useState(() => makeGrid<Line>(latest, wanted, cells, setLookups));
  return { grid, lookups };
}

function makeGrid<Line>(
  latest: { readonly current: { props: EntryGridProps<Line>; t: Translate } },
  wanted: { current: { key: string; column: string } | null },
  cells: { readonly current: Map<string, CellHandle> },
  setLookups: (update: (lookups: Readonly<Record<string, Lookup>>) => Readonly<Record<string, Lookup>>) => void,
): Grid<Line> {
  let scans: Promise<void> = Promise.resolve();
  const now = () => latest.current.props;
  const indexOf = (key: string) => now().lines.findIndex((line) => now().lineKey(line) === key);
  const pickerOf = (column?: string): PickerColumn<Line> | undefined =>
    now().columns.find((each): each is PickerColumn<Line> => each.kind === 'picker' && (column === undefined || each.key === column));
  const editable = (line: Line): EntryColumn<Line>[] => now().columns.filter((column) => isEditable(column, line));

  const focusKey = (key: string, column: string) => {
    const cell = cells.current.get(`${key}|${column}`);
    if (cell) cell.element.focus();
    else wanted.current = { key, column };
  };
  const focus = (index: number, column: string | undefined) => {
    const line = now().lines[index];
    if (line === undefined) return;
    const possible = editable(line);
    const target = possible.find((each) => each.key === column) ?? possible[0];
    if (target !== undefined) focusKey(now().lineKey(line), target.key);
  };
  const change = (key: string, update: (line: Line) => Line) => {
    now().onLines((lines) => lines.map((line) => (now().lineKey(line) === key ? update(line) : line)));
  };
  const setLookup = (key: string, lookup: Lookup | undefined) =>
    setLookups((lookups) => {
      const { [key]: _old, ...others } = lookups;
      return lookup === undefined ? others : { ...others, [key]: lookup };
    });
  const find = async (column: PickerColumn<Line>, text: string, line: Line): Promise<{ choice?: Choice; problem: string }> => {
    try {
      const choice = await findOne(column, text, line);
      if (choice === null) return { problem: latest.current.t('common.entry.notFound', { text }) };
      return choice === 'several' ? { problem: latest.current.t('common.entry.chooseOne') } : { choice, problem: '' };
    } catch {
      return { problem: latest.current.t('common.picker.searchFailed') };
    }
  };
  /** In front of an empty last line, which is where the next entry goes. */
  const append = (added: readonly Line[]) =>
    now().onLines((lines) => {
      const last = lines.at(-1);
      return last !== undefined && isBlank(now().columns, last) ? [...lines.slice(0, -1), ...added, last] : [...lines, ...added];
    });

  const lookUp = async (key: string, column: PickerColumn<Line>, text: string, line: Line) => {
    const { choice, problem } = await find(column, text, line);
    setLookup(key, choice === undefined ? { column: column.key, text, problem } : undefined);
    if (choice !== undefined) change(key, (current) => column.set(current, choice));
  };
  const takeScan = async (before: Promise<void>, column: PickerColumn<Line>, readings: readonly string[]) => {
    await before;
    const line = now().newLine();
    const problems: Lookup[] = [];
    for (const text of readings) {
      const { choice, problem } = await find(column, text, line);
      problems.push({ column: column.key, text, problem });
      if (choice === undefined) continue;
      if (now().onScan?.(choice) !== true) append([column.set(line, choice)]);
      return;
    }
    append([line]);
    setLookup(now().lineKey(line), problems[0]);
  };
  const wantFirst = (line: Line) => {
    const first = editable(line)[0];
    if (first !== undefined) wanted.current = { key: now().lineKey(line), column: first.key };
  };

  return {
    change,
    focus,
    wantFirst,
    cellOf: (key, column) => cells.current.get(`${key}|${column}`),
    register: (key, column, handle) => {
      const name = `${key}|${column}`;
      cells.current.set(name, handle);
      if (wanted.current?.key === key && wanted.current.column === column) {
        wanted.current = null;
        handle.element.focus();
      }
      return () => {
        if (cells.current.get(name) === handle) cells.current.delete(name);
      };
    },
    advance: (key, column) => {
      const { lines, columns, newLine, onLines, onDone } = now();
      const index = indexOf(key);
      const line = lines[index];
      if (line === undefined) return;
      const possible = editable(line);
      const next = possible[possible.findIndex((each) => each.key === column) + 1];
      const isLast = index === lines.length - 1;
      if (isLast && isBlank(columns, line) && cells.current.get(`${key}|${column}`)?.element.value.trim() === '' && onDone) onDone();
      else if (next !== undefined) focusKey(key, next.key);
      else if (!isLast) focus(index + 1, undefined);
      else if (!isBlank(columns, line)) {
        const added = newLine();
        onLines((all) => [...all, added]);
        wantFirst(added);
      } else focus(index, undefined);
    },
    settle: (key, columnKey, text) => {
      const column = pickerOf(columnKey);
      const line = now().lines[indexOf(key)];
      if (column === undefined || line === undefined) return;
      setLookup(key, { column: columnKey, text });
      void lookUp(key, column, text, line);
    },
    choose: (key, columnKey, choice) => {
      setLookup(key, undefined);
      const column = pickerOf(columnKey);
      if (column !== undefined) change(key, (line) => column.set(line, choice));
    },
    forgetLookup: (key) => setLookup(key, undefined),
    remove: (key) => {
      const { lines, lineKey, onLines, newLine } = now();
      const index = indexOf(key);
      const removed = lines[index];
      const neighbour = lines[index + 1] ?? lines[index - 1];
      const column = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.column : undefined;
      if (neighbour === undefined) {
        const fresh = newLine();
        onLines(() => [fresh]);
        wantFirst(fresh);
      } else {
        onLines((all) => all.filter((line) => lineKey(line) !== key));
        const target = editable(neighbour).find((each) => each.key === column) ?? editable(neighbour)[0];
        if (target !== undefined) focusKey(lineKey(neighbour), target.key);
      }
      setLookup(key, undefined);
      if (removed === undefined || isBlank(now().columns, removed)) return;
      const bringBack = () => now().onLines((all) => [...all.slice(0, index), removed, ...all.slice(index)]);
      notify.done(latest.current.t('common.entry.removed', { line: index + 1 }), {
        label: latest.current.t('common.undo'),
        run: bringBack,
      });
    },
    scan: (readings) => {
      const column = pickerOf();
      if (column === undefined) return;
      scans = takeScan(scans, column, readings);
    },
    insert: (added, at) => {
      const { columns, lineKey, onLines } = now();
      onLines((lines) => {
        const index = lines.findIndex((line) => lineKey(line) === at);
        const here = lines[index];
        if (here === undefined) return [...lines, ...added];
        const keep = isBlank(columns, here) ? index : index + 1;
        return [...lines.slice(0, keep), ...added, ...lines.slice(index + 1)];
      });
    },
  };
}
