import { Button, SegmentedControl } from '@mantine/core';
import {
  IconCalendarEvent,
  IconCash,
  IconCheckbox,
  IconDoor,
  IconFileText,
  IconMessage,
  IconReceiptRefund,
  IconShoppingCart,
  IconTruck,
} from '@tabler/icons-react';
import { useState, type ComponentType } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { describeEntry } from './describe-entry.ts';
import classes from './HistoryList.module.css';
import { historyParts, type HistoryPart } from './read-history.ts';
import { useHistory } from './use-history.ts';

const icons: Readonly<Record<string, ComponentType<{ size?: number; stroke?: number }>>> = {
  visit: IconDoor,
  contact: IconMessage,
  task: IconCheckbox,
  agenda: IconCalendarEvent,
  order: IconShoppingCart,
  receipt: IconCash,
  dispatch: IconTruck,
  return: IconReceiptRefund,
};

/** Everything that happened with a customer, one line each, newest first; the papers open. */
export function HistoryList({ customer, name }: { customer: string; name: string }) {
  const { t } = useTranslation();
  const [part, setPart] = useState<HistoryPart>('all');
  const { rows, more, onMore } = useHistory(customer, part);
  return (
    <Section
      title={t('customers.history.title')}
      flush
      actions={
        <SegmentedControl
          aria-label={t('customers.history.part')}
          value={part}
          onChange={(value) => setPart(value as HistoryPart)}
          data={Object.keys(historyParts).map((key) => ({ value: key, label: t(`customers.history.${key as HistoryPart}`) }))}
        />
      }
    >
      <StateView of={rows} empty={<Empty title={t('customers.history.none')} hint={t('customers.history.noneHint')} />}>
        {(entries) => (
          <ol className={classes.list}>
            {entries.map((record) => (
              <HistoryRow key={record.id} record={record} name={name} />
            ))}
          </ol>
        )}
      </StateView>
      {more && (
        <div className={classes.more}>
          <Button variant="subtle" size="xs" onClick={onMore}>
            {t('customers.history.more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function HistoryRow({ record, name }: { record: AnyRecord; name: string }) {
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  const { what, text, note } = describeEntry(record, words, name);
  const Icon = icons[record.kind] ?? IconFileText;
  const module = moduleOf(record.kind);
  // A contact has no course of its own: it was recorded, and that is all.
  const hasCourse = module !== undefined && Object.keys(module.lifecycle.steps).length > 0;
  return (
    <li className={classes.row}>
      <span className={classes.day}>
        <DayText day={record.day} today={today} due={record.kind === 'task' && record.status === 'open'} />
      </span>
      <span className={classes.icon} aria-hidden="true">
        <Icon size={15} stroke={1.6} />
      </span>
      <span className={classes.words}>
        <a href={`#${pathOf(record)}`} className={classes.link}>
          <span className={classes.what}>{what}</span>
          {record.no !== '' && <span className={classes.no}>{record.no}</span>}
          <span>{text}</span>
        </a>
        {note !== '' && <span className={classes.note}>{note}</span>}
      </span>
      <span className={classes.by}>{nameOf(record.owner)}</span>
      <span className={classes.amount}>{record.amount !== 0 && <Money fen={record.amount} />}</span>
      <span className={classes.status}>
        {hasCourse && <StatusBadge tone={module.tones[record.status] ?? 'neutral'} label={words.status(record)} />}
      </span>
    </li>
  );
}
