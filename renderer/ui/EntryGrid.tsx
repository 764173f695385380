import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { watchBurst } from './entry/burst.ts';
import classes from './entry/entry.module.css';
import { EntryRow, isRight } from './entry/EntryRow.tsx';
import { fillLines, type PasteOutcome } from './entry/fill-lines.ts';
import type { EntryGridProps } from './entry/grid-props.ts';
import { isTable, parseTable } from './entry/parse-table.ts';
import { useGridActions } from './entry/use-grid-actions.ts';

export type { EntryColumn } from './entry/column.ts';
export type { PasteOutcome } from './entry/fill-lines.ts';

/** The lines of an order, typed without a mouse: Enter, arrows, Ctrl+Delete, paste from Excel, scanner in any cell. */
export function EntryGrid<Line>(props: EntryGridProps<Line>) {
  const { label, columns, lines, onLines, newLine, lineKey, footer, readOnly = false } = props;
  const { t } = useTranslation();
  const { grid, lookups } = useGridActions(props, t);
  const [burst] = useState(watchBurst);
  const [status, setStatus] = useState('');

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    if (place === null || event.nativeEvent.isComposing || event.keyCode === 229) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const index = lines.findIndex((line) => lineKey(line) === place.key);
    const prevent = () => event.preventDefault();
    if (event.key === 'Delete' && (event.ctrlKey || event.metaKey)) {
      prevent();
      grid.remove(place.key);
    } else if (event.defaultPrevented) return;
    else if (event.key === 'Enter' && plain) {
      prevent();
      grid.advance(place.key, place.column);
    } else if (event.key === 'ArrowDown' && plain && index < lines.length - 1) {
      prevent();
      grid.focus(index + 1, place.column);
    } else if (event.key === 'ArrowUp' && plain && index > 0) {
      prevent();
      grid.focus(index - 1, place.column);
    } else if (event.key === 'Escape') {
      grid.cellOf(place.key, place.column)?.revert();
    }
  };
  /** Where nothing can be scanned, whoever types fast is a fast typist. */
  const isScanned = columns.some((column) => column.kind === 'picker' && column.resolve !== undefined);
  /** Before the cells hear it: a scanner's Enter is not the user's. */
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    if (place === null || !isScanned) return;
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) burst.key(event.key, event.timeStamp);
    if (event.key !== 'Enter') return;
    const code = burst.end(event.timeStamp);
    if (code === null) return;
    event.preventDefault();
    event.stopPropagation();
    const cell = grid.cellOf(place.key, place.column);
    // A page busy between the first keys of a code makes the gun look slow there: what stands in a picker's cell may be the whole of it.
    const isPicker = columns.some((column) => column.kind === 'picker' && column.key === place.column);
    const whole = isPicker ? (cell?.element.value.trim() ?? '') : '';
    cell?.revert();
    grid.scan(whole !== code && whole.endsWith(code) ? [whole, code] : [code]);
  };
  const take = async (pasted: PasteOutcome<Line> | Promise<PasteOutcome<Line>>, at: string) => {
    const { lines: added, notTaken } = await pasted;
    grid.insert(added, at);
    const taken = t('common.entry.pasted', { count: added.length });
    const rest = notTaken.length === 0 ? '' : t('common.entry.notPasted', { values: notTaken.join(t('common.listSeparator')) });
    setStatus([taken, rest].filter(Boolean).join(' · '));
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (place === null || readOnly || !isTable(text)) return;
    event.preventDefault();
    const cells = parseTable(text);
    const fill = props.onPaste ?? ((rows, from) => fillLines(rows, columns, from, newLine));
    void take(fill(cells, place.column), place.key);
  };
  const add = () => {
    const added = newLine();
    onLines((all) => [...all, added]);
    grid.wantFirst(added);
  };

  // A column that grows may also give way before the page has to scroll sideways.
  const least = columns.reduce((sum, { width, grow }) => sum + (grow === true ? width * 0.6 : width), 36 + (readOnly ? 0 : 34));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears what bubbles up from the cells' inputs
    <div
      className={classes.frame}
      role="group"
      aria-label={label}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    >
      <table className={classes.table} style={{ '--least': `${least}px` }}>
        <colgroup>
          <col style={{ width: 36 }} />
          {columns.map((column) => (
            <col key={column.key} style={column.grow === true ? undefined : { width: column.width }} />
          ))}
          {!readOnly && <col style={{ width: 34 }} />}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              {t('common.entry.line')}
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={isRight(column) ? 'right' : undefined}>
                {column.header}
              </th>
            ))}
            {!readOnly && (
              <th scope="col">
                <VisuallyHidden>{t('common.remove')}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <EntryRow
              key={lineKey(line)}
              columns={columns}
              line={line}
              lineKey={lineKey(line)}
              index={index}
              lookup={lookups[lineKey(line)]}
              readOnly={readOnly}
              grid={grid}
            />
          ))}
        </tbody>
      </table>
      {lines.length === 0 && <p className={classes.none}>{t('common.entry.noLines')}</p>}
      <p className={classes.status} role="status">
        {status}
      </p>
      {(!readOnly || footer !== undefined) && (
        <div className={classes.foot}>
          {!readOnly && (
            <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={add}>
              {t('common.entry.addLine')}
            </Button>
          )}
          {!readOnly && <span className={classes.keys}>{t('common.entry.keys')}</span>}
          <div className={classes.footer}>{footer}</div>
        </div>
      )}
    </div>
  );
}

function placeOf(target: EventTarget): { key: string; column: string } | null {
  if (!(target instanceof HTMLInputElement)) return null;
  const { column } = target.dataset;
  const key = target.closest('tr')?.dataset.line;
  return column === undefined || key === undefined ? null : { key, column };
}
