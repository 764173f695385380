import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Tone } from '#renderer/ui/tone.ts';
import tones from '#renderer/ui/tones.module.css';
import classes from './WorkGroup.module.css';

export interface WorkRow {
  key: string;
  no: string;
  name: string;
  detail: string;
  /** How urgent it is: the day it is due, or how long it waits. */
  mark: ReactNode;
  onOpen: () => void;
  prints: readonly { label: string; says: string; run: () => void }[];
  /** The verb of the next step, when it is this person's. */
  next: { label: string; run: () => void } | null;
}

export interface WorkGroupProps {
  /** Id of the section, so that the figures above can lead to it. */
  id: string;
  title: string;
  hint: string;
  tone: Tone;
  rows: readonly WorkRow[];
  /** Rows shown; the rest is only counted. */
  most?: number;
  action?: ReactNode;
}

/** One kind of waiting work. Up and down go from row to row over all groups, Enter opens, Tab reaches the row's buttons. */
export function WorkGroup({ id, title, hint, tone, rows, most = 12, action }: WorkGroupProps) {
  const { t } = useTranslation();
  const headingId = useId();
  if (rows.length === 0) return null;
  return (
    <section className={classes.group} id={id} aria-labelledby={headingId}>
      <div className={classes.head}>
        <h2 className={classes.title} id={headingId}>
          {title}
        </h2>
        <span className={`${classes.count} ${tones[tone]}`}>{rows.length}</span>
        <span className={classes.hint}>{hint}</span>
        {action}
      </div>
      <ul className={classes.rows}>
        {rows.slice(0, most).map((row) => (
          <li key={row.key} className={classes.row}>
            <button type="button" className={classes.open} data-work-row onClick={row.onOpen} onKeyDown={moveBetweenRows}>
              <span className={classes.no}>{row.no}</span>
              <span className={classes.name} title={row.name}>
                {row.name}
              </span>
              <span className={classes.detail} title={row.detail}>
                {row.detail}
              </span>
              <span className={classes.mark}>{row.mark}</span>
            </button>
            <span className={classes.prints}>
              {row.prints.map((print) => (
                <Button
                  key={print.says}
                  size="xs"
                  variant="subtle"
                  color="gray"
                  leftSection={<IconPrinter size={14} stroke={1.6} aria-hidden="true" />}
                  aria-label={print.says}
                  onClick={print.run}
                >
                  {print.label}
                </Button>
              ))}
            </span>
            <span className={classes.next}>
              {row.next && (
                <Button size="xs" variant="light" onClick={row.next.run}>
                  {row.next.label}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > most && <div className={classes.rest}>{t('warehouse.home.atMost', { count: most })}</div>}
    </section>
  );
}

function moveBetweenRows(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const rows = [...document.querySelectorAll<HTMLButtonElement>('[data-work-row]')];
  const next = rows[rows.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
