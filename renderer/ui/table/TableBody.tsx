import { observeElementRect, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DataTableProps } from './table-props.ts';
import { BodyRow } from './BodyRow.tsx';
import { columnTemplate } from './column-template.ts';
import type { TableView } from './column.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { HeadRow } from './HeadRow.tsx';
import classes from './table.module.css';
import { LookFurther } from './LookFurther.tsx';
import { TotalsRow } from './TotalsRow.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useRows } from './use-rows.ts';
import { useSelection } from './use-selection.ts';

export interface TableBodyProps<Row extends object> extends Omit<DataTableProps<Row>, 'rows' | 'empty'> {
  rows: readonly Row[];
}

/** Must equal `--bd-row`. */
const ROW = 34;
const HEAD = 31;
/** A page that is not laid out, e.g. under test, still draws a screenful. */
const UNSEEN = { width: 1280, height: 680 };
/** Rows before the end at which more are fetched. */
const AHEAD = 12;

export function TableBody<Row extends object>(props: TableBodyProps<Row>) {
  const { label, columns: allColumns, rowKey, rowLabel, onOpen, tone, hasMore = false, loadingMore = false, lookedAt, onMore } = props;
  const { t } = useTranslation();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [ownView, setOwnView] = useState<TableView>({});
  const [dragged, setDragged] = useState<{ column: string; width: number } | null>(null);
  const view = props.view ?? ownView;
  const onView = props.onView ?? setOwnView;
  const { columns, rows } = useRows(allColumns, props.rows, view, !hasMore);
  // What names a row never changes, though the function is usually written in place.
  const [keyOf] = useState(() => rowKey);
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf]);
  const selection = useSelection(keys, props.selected, props.onSelect);

  // oxlint-disable-next-line react/incompatible-library -- the React compiler is not in the build; nothing is memoised behind our back
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialRect: UNSEEN,
    observeElementRect: (instance, report) => observeElementRect(instance, (rect) => report(rect.height === 0 ? UNSEEN : rect)),
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: ROW,
  });
  const open = (index: number) => {
    const row = rows[index];
    if (row !== undefined) onOpen?.(row);
  };
  const list = useListKeys({
    keys,
    page: () => Math.max(1, Math.floor((virtual.scrollRect?.height ?? UNSEEN.height) / ROW) - 2),
    scrollTo: (index) => virtual.scrollToIndex(index),
    onOpen: open,
    onToggle: selection?.toggle,
    onAll: selection?.toggleAll,
  });

  const items = virtual.getVirtualItems();
  const nearEnd = hasMore && !loadingMore && lookedAt === undefined && (items.at(-1)?.index ?? -1) >= rows.length - AHEAD;
  const more = useEffectEvent(() => onMore?.());
  useEffect(() => {
    if (nearEnd) more();
  }, [nearEnd, rows.length]);

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target instanceof Element ? event.target : null;
    const index = Number(target?.closest('[data-row]')?.getAttribute('data-row') ?? Number.NaN);
    if (Number.isNaN(index)) return;
    list.setActive(index);
    const ticks = event.shiftKey || event.ctrlKey || event.metaKey || target?.closest('[data-check]') !== null;
    if (selection !== undefined && ticks) selection.toggle(index, event.shiftKey);
    // A click that ends a text selection copies a number; it does not open. Links and buttons in a cell act for themselves.
    else if (window.getSelection()?.isCollapsed !== false && target?.closest('a, button, input') === null) open(index);
  };

  const widths = dragged === null ? view.widths : { ...view.widths, [dragged.column]: dragged.width };
  const template = columnTemplate(columns, { ...view, widths: widths ?? {} }, selection !== undefined);
  const nameOf = (row: Row, index: number) =>
    selection && t('common.table.selectRow', { row: rowLabel?.(row) ?? t('common.table.row', { number: index + 1 }) });

  return (
    <div className={classes.frame}>
      <div
        ref={scroll}
        className={classes.scroll}
        role="grid"
        aria-label={label}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-multiselectable={selection === undefined ? undefined : true}
        aria-activedescendant={items.some((item) => item.index === list.active) ? `${id}-${list.active}` : undefined}
        tabIndex={0}
        onKeyDown={list.onKeyDown}
        onClick={onClick}
      >
        <div className={classes.inner} style={{ '--columns': template.columns, '--least': `${template.least}px` }}>
          <div role="rowgroup" className={classes.head}>
            <HeadRow
              columns={columns}
              view={view}
              onView={onView}
              onResize={(column, width) => setDragged(width === null ? null : { column, width })}
              sortable={!hasMore}
              selection={selection}
            />
          </div>
          <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const row = rows[index];
              const key = keys[index];
              if (row === undefined || key === undefined) return null;
              return (
                <BodyRow
                  key={key}
                  id={`${id}-${index}`}
                  row={row}
                  index={index}
                  columns={columns}
                  start={start}
                  active={list.active === index}
                  opens={onOpen !== undefined}
                  tone={tone?.(row)}
                  checked={selection?.has(key)}
                  checkLabel={nameOf(row, index)}
                />
              );
            })}
          </div>
          {lookedAt !== undefined && (
            <div role="row">
              <div role="gridcell">
                <LookFurther after={lookedAt} onMore={onMore} />
              </div>
            </div>
          )}
          {loadingMore && <div className={classes.more}>{t('common.table.loadingMore')}</div>}
          {columns.some((column) => column.total !== undefined) && (
            <div role="rowgroup" className={classes.foot}>
              <TotalsRow columns={columns} rows={rows} checks={selection !== undefined} />
            </div>
          )}
        </div>
      </div>
      <ColumnChooser columns={allColumns} view={view} onView={onView} />
    </div>
  );
}
