import { Checkbox } from '@mantine/core';
import type { Tone } from '../tone.ts';
import tones from '../tones.module.css';
import type { Column } from './column.ts';
import classes from './table.module.css';

export interface BodyRowProps<Row> {
  id: string;
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  /** Pixels from the top of the list. */
  start: number;
  active: boolean;
  opens: boolean;
  tone: Tone | undefined;
  /** Absent: no checkbox. */
  check?: { checked: boolean; label: string } | undefined;
}

/** One row. Clicks are heard by the frame, which finds the row by `data-row`. */
export function BodyRow<Row>({ id, row, index, columns, start, active, opens, tone, check }: BodyRowProps<Row>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={check?.checked}
      data-row={index}
      data-active={active ? true : undefined}
      data-toned={tone === undefined ? undefined : true}
      data-opens={opens ? true : undefined}
      className={`${classes.row} ${tone === undefined ? '' : tones[tone]}`}
      style={{ transform: `translateY(${start}px)` }}
    >
      {check !== undefined && (
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the grid has the focus and names its active row
        <div role="gridcell" className={classes.check} data-check>
          <Checkbox size="xs" tabIndex={-1} aria-label={check.label} checked={check.checked} readOnly />
        </div>
      )}
      {columns.map((column) => (
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- as above
        <div key={column.key} role="gridcell" className={classes.cell} data-align={column.align}>
          {column.render(row)}
        </div>
      ))}
    </div>
  );
}
