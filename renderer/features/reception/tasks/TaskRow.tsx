import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { addDays } from '#shared/core/calendar.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Task } from '#shared/modules/task/module.ts';
import { dropTask, postponeTask } from '#shared/modules/task/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { askReason } from '#renderer/ui/ask.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import classes from './TaskPanel.module.css';

export interface TaskRowProps {
  record: DocumentRecord<Task>;
  customerName: string;
  onFinish: () => void;
  onPostpone: () => void;
}

/** One promise: when, what, whom; done or later in a click. */
export function TaskRow({ record, customerName, onFinish, onPostpone }: TaskRowProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { act } = useAct();
  const { body } = record;
  const from = record.source === '' ? '' : `#/visits/${record.source}`;

  const later = async (days: number) => {
    const day = addDays(today, days);
    if (await act(postponeTask(record.id, day, ''))) notify.done(t('reception.tasks.postponed', { day }));
  };
  const drop = async () => {
    const reason = await askReason({ title: t('reception.tasks.drop'), label: t('reception.tasks.dropReason') });
    if (reason !== null) await act(dropTask(record.id, reason));
  };
  return (
    <li className={classes.row}>
      <span className={classes.words}>
        <span className={classes.text} title={body.text}>
          {body.text}
        </span>
        <span className={classes.rest}>
          <DayText day={record.day} today={today} due />
          {record.party !== '' && customerName !== '' && <a href={`#/customers/${record.party}`}>{customerName}</a>}
          {body.phone !== '' && <span>{body.phone}</span>}
          {record.party === '' && body.phone === '' && from !== '' && <a href={from}>{t('reception.open.openVisit')}</a>}
        </span>
      </span>
      <span className={classes.actions}>
        <Button size="xs" variant="default" onClick={onFinish}>
          {t('reception.tasks.finish')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('reception.tasks.menu')}>
              <IconDots size={16} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('reception.tasks.postponeTo')}</Menu.Label>
            <Menu.Item onClick={() => void later(1)}>{t('reception.inDays.tomorrow')}</Menu.Item>
            <Menu.Item onClick={() => void later(3)}>{t('reception.inDays.threeDays')}</Menu.Item>
            <Menu.Item onClick={() => void later(7)}>{t('reception.inDays.week')}</Menu.Item>
            <Menu.Item onClick={onPostpone}>{t('reception.tasks.otherDay')}</Menu.Item>
            <Menu.Divider />
            <Menu.Item color="red" onClick={() => void drop()}>
              {t('reception.tasks.drop')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </li>
  );
}
