import { ActionIcon } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Day } from '#shared/core/calendar.ts';
import { mayAct } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { duty, type Duty } from '#shared/modules/duty/module.ts';
import { cancelDuty } from '#shared/modules/duty/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import classes from './DutyDay.module.css';
import { gapsOf } from './week.ts';

export interface DutyDayProps {
  day: Day;
  /** When somebody is to be at the door. */
  hours: { from: string; to: string };
  turns: readonly DocumentRecord<Duty>[];
  onAdd: () => void;
}

/** One day of the plan: turns in order, and the hours nobody has. */
export function DutyDay({ day, hours, turns, onAdd }: DutyDayProps) {
  const { t, i18n } = useTranslation();
  const { today } = useDesk();
  const { act, refusal } = useAct();
  const shown = turns.filter(({ status }) => status !== 'cancelled').toSorted((a, b) => (a.body.from < b.body.from ? -1 : 1));
  const gaps = day < today ? [] : gapsOf(turns, hours);
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return (
    <section className={classes.day} data-today={day === today ? true : undefined} data-past={day < today ? true : undefined}>
      <h2 className={classes.head}>
        <span>
          {weekday} <span className={classes.date}>{day.slice(5)}</span>
        </span>
        {day >= today && (
          <ActionIcon size={24} aria-label={t('reception.duty.addOn', { day })} onClick={onAdd}>
            <IconPlus size={15} stroke={1.6} />
          </ActionIcon>
        )}
      </h2>
      <ul className={classes.turns}>
        {shown.map((turn) => (
          <Turn key={turn.id} turn={turn} onCancel={() => act(cancelDuty(turn.id))} />
        ))}
      </ul>
      {gaps.length === 0 && shown.length > 0 && day >= today && <p className={classes.full}>{t('reception.duty.noGap')}</p>}
      {gaps.map((gap) => (
        <p key={gap.from} className={classes.gap}>
          {t('reception.duty.gap', gap)}
        </p>
      ))}
      {refusal !== null && <RefusalView refusal={refusal} />}
    </section>
  );
}

function Turn({ turn, onCancel }: { turn: DocumentRecord<Duty>; onCancel: () => void }) {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  const { body, owner, day, status } = turn;
  const remove = async () => {
    const message = t('reception.duty.removeConfirm', { name: nameOf(owner), day, from: body.from, to: body.to });
    if (await askConfirm({ title: t('reception.duty.remove'), message, danger: true })) onCancel();
  };
  return (
    <li className={classes.turn} data-status={status} data-own={owner === actor.id ? true : undefined}>
      <span className={classes.time}>
        {body.from}–{body.to}
      </span>
      <span className={classes.name}>{nameOf(owner)}</span>
      {body.place !== '' && <span className={classes.place}>{body.place}</span>}
      {status !== 'planned' && <span className={classes.place}>{words.status(turn)}</span>}
      {mayAct(duty, turn, 'cancelled', actor).ok && (
        <ActionIcon className={classes.remove} size={20} aria-label={t('reception.duty.remove')} onClick={() => void remove()}>
          <IconX size={13} stroke={1.6} />
        </ActionIcon>
      )}
    </li>
  );
}
