import { IconAlertTriangle, IconDoorEnter } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { endDuty, startDuty } from '#shared/modules/duty/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { takeTheDoor } from '../duty/take-the-door.ts';
import { useClockTime } from '../use-clock-time.ts';
import classes from './DoorStrip.module.css';
import type { ReceptionDay } from './use-reception-day.ts';

/** Who is at the door, who comes next, and a warning when nobody is there or somebody waits too long (RCP-03). */
export function DoorStrip({ day }: { day: ReceptionDay }) {
  const { t } = useTranslation();
  const { actor, today } = useDesk();
  const { nameOf } = useStaff();
  const now = useClockTime();
  const { act, refusal } = useAct();
  const { present, late, next, unattended, waiting } = day.door;
  const own = present.find(({ owner }) => owner === actor.id);
  const ownTurn = late.find(({ owner }) => owner === actor.id);
  const longest = waiting[0];

  const take = () => act(ownTurn ? startDuty(ownTurn.id) : takeTheDoor(today, now, actor.id));
  return (
    <>
      <div className={unattended ? classes.unattended : classes.strip}>
        <IconDoorEnter className={classes.icon} size={20} stroke={1.6} aria-hidden="true" />
        <div className={classes.part}>
          <span className={classes.label}>{t('reception.door.heading')}</span>
          {present.length === 0 ? (
            <span className={unattended ? classes.alarm : classes.nobody} role={unattended ? 'alert' : undefined}>
              {t(unattended ? 'reception.door.unattended' : 'reception.door.nobody')}
            </span>
          ) : (
            present.map((turn) => (
              <span key={turn.id} className={classes.person}>
                <b>{nameOf(turn.owner)}</b>
                <span className={classes.time}>
                  {turn.body.from}–{turn.body.to}
                </span>
              </span>
            ))
          )}
        </div>
        <div className={classes.part}>
          <span className={classes.label}>{t('reception.door.next')}</span>
          {next === null && late.length === 0 ? (
            <span className={classes.nobody}>
              <a href="#/duty">{t('reception.door.noNext')}</a>
            </span>
          ) : (
            [...late, ...(next ? [next] : [])].slice(0, 2).map((turn) => (
              <span key={turn.id} className={classes.person}>
                {nameOf(turn.owner)}
                <span className={late.includes(turn) ? classes.alarm : classes.time}>
                  {turn.body.from}–{turn.body.to}
                </span>
              </span>
            ))
          )}
        </div>
        {longest?.long === true && (
          <span className={classes.waiting} role="alert">
            <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
            {t('reception.door.waiting', { count: waiting.length, minutes: longest.minutes })}
          </span>
        )}
        <span className={classes.action}>
          {own ? (
            <ActionButton size="xs" variant="default" onAct={() => act(endDuty(own.id))}>
              {t('reception.door.end')}
            </ActionButton>
          ) : (
            <ActionButton size="xs" variant={unattended ? 'filled' : 'default'} onAct={take}>
              {t(present.length > 0 ? 'reception.door.startFor' : 'reception.door.start')}
            </ActionButton>
          )}
        </span>
      </div>
      {refusal !== null && <RefusalView refusal={refusal} />}
    </>
  );
}
