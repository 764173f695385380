import { memo } from 'react';
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
  checked: boolean | undefined;
  checkLabel: string | undefined;
}

/** One row. Clicks are heard by the frame, which finds the row by `data-row`. */
function Line<Row>({ id, row, index, columns, start, active, opens, tone, checked, checkLabel }: BodyRowProps<Row>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={checked}
      data-row={index}
      data-active={active ? true : undefined}
      data-toned={tone === undefined ? undefined : true}
      data-opens={opens ? true : undefined}
      className={`${classes.row} ${tone === undefined ? '' : tones[tone]}`}
      style={{ transform: `translateY(${start}px)` }}
    >
      {checked !== undefined && (
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the grid has the focus and names its active row
        <div role="gridcell" className={classes.check} data-check>
          <input type="checkbox" className={classes.tick} tabIndex={-1} aria-label={checkLabel} checked={checked} readOnly />
        </div>
      )}
      {columns.map((column) => {
        const content = column.render(row);
        return (
          // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- as above
          <div
            key={column.key}
            role="gridcell"
            className={classes.cell}
            data-align={column.align}
            // Long names are cut off; the whole of them is a hover away.
            title={typeof content === 'string' ? content : undefined}
          >
            {content}
          </div>
        );
      })}
    </div>
  );
}

/** Memoised: scrolling draws the rows that come into view, not the thirty that stay. */
export const BodyRow = memo(Line) as typeof Line;
