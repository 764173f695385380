import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo, useId } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatFen, formatMilli } from '#shared/core/money.ts';
import { CellBox } from './CellBox.tsx';
import { isBlank, isEditable, type EntryColumn } from './column.ts';
import classes from './entry.module.css';
import { FigureCell } from './FigureCell.tsx';
import type { CellPlace, GridActions, Lookup } from './grid-actions.ts';
import { PickerCell } from './PickerCell.tsx';
import { TextCell } from './TextCell.tsx';

export interface EntryRowProps<Line> {
  columns: readonly EntryColumn<Line>[];
  line: Line;
  lineKey: string;
  index: number;
  lookup: Lookup | undefined;
  readOnly: boolean;
  grid: GridActions<Line>;
}

function Row<Line>({ columns, line, lineKey, index, lookup, readOnly, grid }: EntryRowProps<Line>) {
  const { t } = useTranslation();
  const id = useId();
  const blank = isBlank(columns, line);
  return (
    <tr className={classes.row} data-line={lineKey}>
      <th scope="row" className={classes.number}>
        {index + 1}
      </th>
      {columns.map((column) => {
        const place = {
          grid,
          lineKey,
          line,
          name: t('common.entry.cell', { column: column.header, line: index + 1 }),
          hint: blank ? undefined : hintOf(column, line),
          problem: blank ? undefined : column.error?.(line),
          problemId: `${id}-${column.key}`,
        };
        return (
          <td key={column.key} className={classes.cell} data-align={isRight(column) ? 'right' : undefined}>
            {cell(column, place)}
          </td>
        );
      })}
      {!readOnly && (
        <td className={classes.removal}>
          <ActionIcon
            size={22}
            tabIndex={-1}
            aria-label={t('common.entry.removeLine', { line: index + 1 })}
            onClick={() => grid.remove(lineKey)}
          >
            <IconX size={14} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </td>
      )}
    </tr>
  );

  function cell(column: EntryColumn<Line>, place: CellPlace<Line>) {
    if (readOnly || !isEditable(column, line)) {
      return (
        <CellBox place={place}>
          <span className={classes.still}>{still(column, line)}</span>
        </CellBox>
      );
    }
    if (column.kind === 'picker')
      return <PickerCell column={column} place={place} lookup={lookup?.column === column.key ? lookup : undefined} />;
    if (column.kind === 'text') return <TextCell column={column} place={place} />;
    return column.kind === 'computed' ? null : <FigureCell column={column} place={place} />;
  }
}

/** Memoised: a key typed in one of 200 lines took 640 ms of script on a busy machine while all lines were drawn again; one alone takes 10. */
export const EntryRow = memo(Row) as typeof Row;

export function isRight<Line>(column: EntryColumn<Line>): boolean {
  return column.align === 'right' || column.kind === 'money' || column.kind === 'quantity';
}

/** Without a hint of its own a product shows its code. */
function hintOf<Line>(column: EntryColumn<Line>, line: Line) {
  return column.hint?.(line) ?? (column.kind === 'picker' ? column.get(line)?.detail : undefined);
}

function still<Line>(column: EntryColumn<Line>, line: Line) {
  if (column.kind === 'computed') return column.render(line);
  if (column.kind === 'picker') return column.get(line)?.label;
  if (column.kind === 'text') return column.get(line);
  const value = column.get(line);
  return value === null ? null : column.kind === 'money' ? formatFen(value) : formatMilli(value);
}
