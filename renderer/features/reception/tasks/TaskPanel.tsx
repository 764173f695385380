import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Task } from '#shared/modules/task/module.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { moveInRows } from '../home/move-in-rows.ts';
import { AddTaskDialog } from './AddTaskDialog.tsx';
import { FinishDialog } from './FinishDialog.tsx';
import { PostponeDialog } from './PostponeDialog.tsx';
import { TaskRow } from './TaskRow.tsx';
import classes from './TaskPanel.module.css';
import { useTasks } from './use-tasks.ts';

type Opened = { what: 'finish' | 'postpone'; record: DocumentRecord<Task> } | { what: 'add' } | null;

/** My follow-ups: overdue first, then today's, then what comes within a week. */
export function TaskPanel() {
  const { t } = useTranslation();
  const found = useTasks();
  const [opened, setOpened] = useState<Opened>(null);
  const list = useRef<HTMLUListElement>(null);
  useShortcut('alt+t', () => list.current?.querySelector<HTMLElement>('button')?.focus(), t('reception.tasks.title'));
  const close = () => setOpened(null);
  const overdue = found.state === 'ready' ? found.value.overdue : 0;
  return (
    <Section
      title={
        <>
          {t('reception.tasks.title')}{' '}
          {overdue > 0 && <span className={classes.overdue}>{t('reception.tasks.overdue', { count: overdue })}</span>}
        </>
      }
      flush
      actions={
        <Button size="xs" variant="subtle" onClick={() => setOpened({ what: 'add' })}>
          {t('reception.tasks.add')}
        </Button>
      }
    >
      <StateView of={found}>
        {({ due, soon, names }) => (
          <>
            {due.length === 0 && <Empty title={t('reception.tasks.none')} hint={soon.length > 0 ? '' : t('reception.tasks.noneHint')} />}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the arrows of the buttons inside */}
            <ul className={classes.list} onKeyDown={moveInRows} ref={list}>
              {due.map((record) => row(record, names))}
              {soon.length > 0 && <li className={classes.divider}>{t('reception.tasks.soon')}</li>}
              {soon.map((record) => row(record, names))}
            </ul>
          </>
        )}
      </StateView>
      {opened?.what === 'finish' && <FinishDialog record={opened.record} onClose={close} />}
      {opened?.what === 'postpone' && <PostponeDialog record={opened.record} onClose={close} />}
      {opened?.what === 'add' && <AddTaskDialog onClose={close} />}
    </Section>
  );

  function row(record: DocumentRecord<Task>, names: ReadonlyMap<string, string>) {
    return (
      <TaskRow
        key={record.id}
        record={record}
        customerName={names.get(record.party) ?? ''}
        onFinish={() => setOpened({ what: 'finish', record })}
        onPostpone={() => setOpened({ what: 'postpone', record })}
      />
    );
  }
}
