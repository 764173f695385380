import type { ReactNode } from 'react';
import type { Choice } from '../picker/choice.ts';

export interface CellHandle {
  element: HTMLInputElement;
  /** Takes back what was typed since the cell was entered. */
  revert: () => void;
}

/** A product being looked for by the text in its cell, or that was not found. */
export interface Lookup {
  column: string;
  text: string;
  /** Absent while looking. */
  problem?: string;
}

/** What cells may ask of the grid. The object stays the same for the grid's life, so that lines need not be drawn again. */
export interface GridActions<Line> {
  change: (key: string, update: (line: Line) => Line) => void;
  register: (key: string, column: string, handle: CellHandle) => () => void;
  /** To the next cell, as Enter does. */
  advance: (key: string, column: string) => void;
  /** Looks up what was typed, while the user moves on. */
  settle: (key: string, column: string, text: string) => void;
  choose: (key: string, column: string, choice: Choice | null) => void;
  forgetLookup: (key: string) => void;
  remove: (key: string) => void;
}

export interface CellPlace<Line> {
  grid: GridActions<Line>;
  lineKey: string;
  line: Line;
  /** Column and line, for screen readers. */
  name: string;
  hint: ReactNode;
  problem: string | undefined;
  problemId: string;
}
