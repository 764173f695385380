import type { ReactNode } from 'react';
import type { Choice } from '../picker/choice.ts';
import type { EntryColumn } from './column.ts';
import type { PasteOutcome } from './fill-lines.ts';

export interface EntryGridProps<Line> {
  label: string;
  /** Stable: see `EntryColumn`. */
  columns: readonly EntryColumn<Line>[];
  lines: readonly Line[];
  /** Like the setter of `useState`: always given a function of the newest lines, because look-ups answer later. */
  onLines: (update: (lines: readonly Line[]) => readonly Line[]) => void;
  /** An empty line with a key of its own. */
  newLine: () => Line;
  lineKey: (line: Line) => string;
  /** Right of the foot: totals. */
  footer?: ReactNode;
  /** Replaces the built-in paste, which fills columns from left to right and looks products up. `from` is the column pasted into. */
  onPaste?: (cells: readonly (readonly string[])[], from: string) => PasteOutcome<Line> | Promise<PasteOutcome<Line>>;
  /** A scanned product; true when the caller dealt with it, e.g. added one to the line that has it already. */
  onScan?: (choice: Choice) => boolean;
  /** Enter in the empty first cell of the last line: the entry is complete. */
  onDone?: () => void;
  readOnly?: boolean;
}
