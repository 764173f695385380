import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPhone, IconUser } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Visit } from '#shared/modules/visit/module.ts';
import { cancelVisit } from '#shared/modules/visit/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { askReason } from '#renderer/ui/ask.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { minutesBetween } from '../visits/minutes-between.ts';
import { PhaseSteps } from '../visits/PhaseSteps.tsx';
import { needOf } from '../visits/read-visit.ts';
import { useAssign } from '../visits/use-assign.tsx';
import { useVisitSteps } from '../visits/use-visit-steps.tsx';
import { useClockTime } from '../use-clock-time.ts';
import classes from './OpenVisits.module.css';
import { moveInRows } from './move-in-rows.ts';
import type { ReceptionDay } from './use-reception-day.ts';

export interface OpenVisitsProps {
  day: ReceptionDay;
  /** The visit that was just registered. */
  newest: string;
}

/** Everybody who is being received, one row each, with the four phases as buttons (RCP-02). */
export function OpenVisits({ day, newest }: OpenVisitsProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { step, refusal, dialogs } = useVisitSteps();
  const assign = useAssign();
  const list = useRef<HTMLUListElement>(null);
  useShortcut('alt+v', () => list.current?.querySelector<HTMLElement>('button')?.focus(), t('reception.open.title'));
  return (
    <Section
      title={
        <>
          {t('reception.open.title')} {day.open.length > 0 && <span className={classes.count}>{day.open.length}</span>}
        </>
      }
      flush
      actions={
        <a className={classes.all} href={`#/visits?dayFrom=${today}&dayTo=${today}`}>
          {t('reception.open.todaySoFar', { count: day.visits })}
        </a>
      }
    >
      {refusal !== null && <RefusalView refusal={refusal} />}
      {day.open.length === 0 ? (
        <Empty title={t('reception.open.none')} hint={t('reception.open.noneHint')} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the arrows of the buttons inside
        <ul className={classes.list} onKeyDown={moveInRows} ref={list}>
          {day.open.map((record) => (
            <VisitRow
              key={record.id}
              record={record}
              customerName={day.names.get(record.party) ?? ''}
              isNew={record.id === newest}
              isLong={day.door.waiting.some((entry) => entry.long && entry.visit.id === record.id)}
              onStep={(phase) => step(record, phase)}
              onAssign={() => assign.ask(record)}
            />
          ))}
        </ul>
      )}
      {dialogs}
      {assign.dialog}
    </Section>
  );
}

interface VisitRowProps {
  record: DocumentRecord<Visit>;
  customerName: string;
  isNew: boolean;
  /** Waits ungreeted longer than the branch allows. */
  isLong: boolean;
  onStep: Parameters<typeof PhaseSteps>[0]['onStep'];
  onAssign: () => void;
}

function VisitRow({ record, customerName, isNew, isLong, onStep, onAssign }: VisitRowProps) {
  const { t } = useTranslation();
  const { today, holds } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const now = useClockTime();
  const { act } = useAct();
  const { body } = record;
  const minutes = minutesBetween(body.arrived, now);
  const Icon = body.channel === 'phone' ? IconPhone : IconUser;

  const cancel = async () => {
    const reason = await askReason({ title: t('reception.open.cancel'), label: t('reception.open.cancelReason'), danger: true });
    if (reason === null) return;
    if (await act(cancelVisit(record.id, reason))) notify.done(t('reception.visit.cancelled'));
  };
  return (
    <li className={classes.row} data-new={isNew ? true : undefined} ref={isNew ? intoView : undefined}>
      <span className={classes.when}>
        <span>{body.arrived}</span>
        <span className={isLong ? classes.late : classes.waited}>
          {record.day === today
            ? minutes < 60
              ? t('reception.open.minutes', { count: minutes })
              : t('reception.open.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
            : t('reception.open.fromDay', { day: record.day.slice(5) })}
        </span>
      </span>
      <Icon size={16} stroke={1.6} aria-label={body.channel === 'phone' ? t('reception.register.phone') : undefined} />
      <span className={classes.who}>
        <span className={classes.line}>
          <a href={`#${pathOf(record)}`} className={classes.name}>
            {body.name || t('reception.visit.unnamed')}
          </a>
          {body.people > 1 && <span className={classes.dim}>{t('reception.open.people', { count: body.people })}</span>}
          {record.party !== '' && (
            <a href={`#/customers/${record.party}`} className={classes.file}>
              {customerName === body.name ? t('reception.register.linked') : customerName}
            </a>
          )}
        </span>
        <span className={classes.need}>{[body.phone, needOf(record)].filter(Boolean).join(' · ') || ' '}</span>
      </span>
      <span className={classes.host}>{nameOf(record.owner)}</span>
      <PhaseSteps record={record} onStep={onStep} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('reception.open.more')}>
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => go(pathOf(record))}>{t('reception.open.openVisit')}</Menu.Item>
          {holds('salesperson', 'cashier', 'manager') && (
            <Menu.Item onClick={() => go('/orders/new', { source: record.id, ...(record.party === '' ? {} : { party: record.party }) })}>
              {t('reception.open.newOrder')}
            </Menu.Item>
          )}
          <Menu.Item onClick={onAssign}>{t('reception.open.assign')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => void cancel()}>
            {t('reception.open.cancel')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

function intoView(row: HTMLLIElement | null): void {
  // jsdom has no layout and no scrolling.
  row?.scrollIntoView?.({ block: 'nearest' });
}
