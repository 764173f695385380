import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { addDays } from '#shared/core/calendar.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { agenda, type Agenda } from '#shared/modules/agenda/module.ts';
import { agendaHappened, cancelAgenda } from '#shared/modules/agenda/rules.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { moveInRows } from '../home/move-in-rows.ts';
import { useClockTime } from '../use-clock-time.ts';
import { AgendaDialog } from './AgendaDialog.tsx';
import classes from './DaySheet.module.css';

/** 当日客情: who and what is expected on a day, in order of time (RCP-05). */
export function DaySheet() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { act, refusal } = useAct();
  const [shift, setShift] = useState(0);
  const [adding, setAdding] = useState(false);
  const day = addDays(today, shift);
  const found = useLive(
    async (read) =>
      (await read.all({ kind: agenda.kind, day: { from: day, to: day } })).rows
        .map(agenda.read)
        .toSorted((a, b) => (a.body.at < b.body.at ? -1 : a.body.at > b.body.at ? 1 : 0)),
    [day],
  );
  return (
    <Section
      title={
        <span className={classes.title}>
          {t('reception.day.title')}
          <span className={classes.turn}>
            <ActionIcon size={22} aria-label={t('reception.day.previous')} onClick={() => setShift(shift - 1)}>
              <IconChevronLeft size={15} stroke={1.6} />
            </ActionIcon>
            <DayText day={day} today={today} />
            <ActionIcon size={22} aria-label={t('reception.day.following')} onClick={() => setShift(shift + 1)}>
              <IconChevronRight size={15} stroke={1.6} />
            </ActionIcon>
          </span>
        </span>
      }
      flush
      actions={
        shift >= 0 ? (
          <Button size="xs" variant="subtle" onClick={() => setAdding(true)}>
            {t('reception.day.add')}
          </Button>
        ) : undefined
      }
    >
      {refusal !== null && <RefusalView refusal={refusal} />}
      <StateView of={found} empty={<Empty title={t('reception.day.none')} hint={t('reception.day.noneHint')} />}>
        {(rows) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the arrows of the buttons inside
          <ul className={classes.list} onKeyDown={moveInRows}>
            {rows.map((record) => (
              <AgendaRow
                key={record.id}
                record={record}
                onHappened={() => act(agendaHappened(record.id))}
                onCancel={() => act(cancelAgenda(record.id))}
              />
            ))}
          </ul>
        )}
      </StateView>
      {adding && <AgendaDialog day={day} onClose={() => setAdding(false)} />}
    </Section>
  );
}

interface AgendaRowProps {
  record: DocumentRecord<Agenda>;
  onHappened: () => void;
  onCancel: () => void;
}

function AgendaRow({ record, onHappened, onCancel }: AgendaRowProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const words = useWords();
  const now = useClockTime();
  const { body, status } = record;
  const late = status === 'expected' && (record.day < today || (record.day === today && body.at < now));
  return (
    <li className={classes.row} data-status={status}>
      <span className={late ? classes.late : classes.at} title={late ? t('reception.day.late') : undefined}>
        {body.at}
      </span>
      <span className={classes.words}>
        <span className={classes.what} title={body.notes}>
          {body.what}
        </span>
        <span className={classes.rest}>{[words.value('type', body.type), body.who, body.notes].filter(Boolean).join(' · ')}</span>
      </span>
      {status === 'expected' ? (
        <span className={classes.actions}>
          <Button size="xs" variant="default" onClick={onHappened}>
            {t('reception.day.happened')}
          </Button>
          <ActionIcon aria-label={t('reception.day.cancelled')} title={t('reception.day.cancelled')} onClick={onCancel}>
            <IconX size={15} stroke={1.6} />
          </ActionIcon>
        </span>
      ) : (
        <span className={classes.done}>{words.status(record)}</span>
      )}
    </li>
  );
}
