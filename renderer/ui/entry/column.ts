import type { ReactNode } from 'react';
import type { Fen, Milli } from '#shared/core/money.ts';
import type { Choice } from '../picker/choice.ts';

interface AnyColumn<Line> {
  key: string;
  header: string;
  /** Pixels, the least it takes. */
  width: number;
  /** Takes a share of the room left over. */
  grow?: boolean;
  align?: 'left' | 'right';
  /** A sentence when the cell of this line is wrong: shown under the grid while the cell is in focus, and as its colour. */
  error?: (line: Line) => string | undefined;
  /** Small, inside the cell at its right: live stock, the floor price. */
  hint?: (line: Line) => ReactNode;
  /** The cell shows its value but cannot be edited. */
  locked?: (line: Line) => boolean;
}

export interface TextColumn<Line> extends AnyColumn<Line> {
  kind: 'text';
  get: (line: Line) => string;
  set: (line: Line, value: string) => Line;
}

export interface FigureColumn<Line> extends AnyColumn<Line> {
  kind: 'money' | 'quantity';
  /** Fen or thousandths; null when empty. */
  get: (line: Line) => Fen | Milli | null;
  set: (line: Line, value: Fen | Milli | null) => Line;
  /** Default 0. */
  min?: number;
}

export interface PickerColumn<Line> extends AnyColumn<Line> {
  kind: 'picker';
  /** What stands in the cell, `detail` dim beside it; null when nothing is chosen. */
  get: (line: Line) => { label: string; detail?: string } | null;
  set: (line: Line, choice: Choice | null) => Line;
  search: (text: string, line: Line) => Promise<readonly Choice[]>;
  /** Exactly this code or barcode; null when there is none. Scanners and pasted cells use it before `search`. */
  resolve?: (code: string) => Promise<Choice | null>;
  /** Adds a row "New: …" to the list. */
  onCreate?: (text: string, line: Line) => void;
}

export interface ComputedColumn<Line> extends AnyColumn<Line> {
  kind: 'computed';
  render: (line: Line) => ReactNode;
}

/** Keep the array itself stable (outside the component or `useMemo`): then only the lines that change are drawn again. */
export type EntryColumn<Line> = TextColumn<Line> | FigureColumn<Line> | PickerColumn<Line> | ComputedColumn<Line>;

export function isEditable<Line>(column: EntryColumn<Line>, line: Line): boolean {
  return column.kind !== 'computed' && column.locked?.(line) !== true;
}

/** Nothing was entered in the first column the user fills in. */
export function isBlank<Line>(columns: readonly EntryColumn<Line>[], line: Line): boolean {
  for (const column of columns) {
    if (column.kind === 'computed') continue;
    const value = column.get(line);
    return value === null || value === '';
  }
  return true;
}
