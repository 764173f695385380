import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Column, TableView } from './column.ts';
import { ResizeEdge } from './ResizeEdge.tsx';
import classes from './table.module.css';
import type { Selection } from './use-selection.ts';

export interface HeadRowProps<Row> {
  columns: readonly Column<Row>[];
  view: TableView;
  onView: (view: TableView) => void;
  /** Pixels while a header's edge is being dragged; null when it is let go. */
  onResize: (column: string, width: number | null) => void;
  sortable: boolean;
  /** Absent: no column of checkboxes. */
  selection: Selection | undefined;
}

export function HeadRow<Row>({ columns, view, onView, onResize, sortable, selection }: HeadRowProps<Row>) {
  const { t } = useTranslation();
  const sortBy = (key: string) => {
    const { sort, ...rest } = view;
    if (sort?.column !== key) onView({ ...rest, sort: { column: key, down: false } });
    else if (!sort.down) onView({ ...rest, sort: { column: key, down: true } });
    else onView(rest);
  };
  return (
    <div role="row" aria-rowindex={1} className={classes.headRow}>
      {selection !== undefined && (
        <div role="columnheader" className={classes.check}>
          <input
            type="checkbox"
            className={classes.tick}
            ref={(box) => {
              if (box !== null) box.indeterminate = selection.some && !selection.all;
            }}
            aria-label={t('common.table.selectAll')}
            checked={selection.all}
            onChange={selection.toggleAll}
          />
        </div>
      )}
      {columns.map((column) => {
        const sorted = sortable && view.sort?.column === column.key ? view.sort : undefined;
        const canSort = sortable && column.sortText !== undefined;
        return (
          <div
            key={column.key}
            role="columnheader"
            aria-sort={sorted === undefined ? undefined : sorted.down ? 'descending' : 'ascending'}
            className={classes.headCell}
            data-align={column.align}
          >
            {canSort ? (
              <button type="button" className={classes.sort} onClick={() => sortBy(column.key)}>
                {column.header}
                {sorted !== undefined &&
                  (sorted.down ? <IconArrowDown size={12} aria-hidden="true" /> : <IconArrowUp size={12} aria-hidden="true" />)}
              </button>
            ) : (
              <span className={classes.clip}>{column.header}</span>
            )}
            <ResizeEdge
              onDrag={(width) => onResize(column.key, width)}
              onDrop={(width) => {
                onResize(column.key, null);
                onView({ ...view, widths: { ...view.widths, [column.key]: width } });
              }}
              onReset={() => {
                const { [column.key]: _own, ...others } = view.widths ?? {};
                onView({ ...view, widths: others });
              }}
            />
          </div>
        );
      })}
      <div className={classes.rest} role="presentation" />
    </div>
  );
}
