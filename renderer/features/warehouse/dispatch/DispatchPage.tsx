import { Alert } from '@mantine/core';
import { IconClockExclamation, IconTruckDelivery } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { untyped } from '#shared/documents/act.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { LinkedPapers } from '#renderer/desk/LinkedPapers.tsx';
import { useAddressPart } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { useWords } from '#renderer/desk/words.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Steps } from '#renderer/ui/Steps.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import { PaperList } from '../PaperList.tsx';
import { DispatchFacts } from './DispatchFacts.tsx';
import { DispatchLines } from './DispatchLines.tsx';
import classes from './DispatchPage.module.css';
import { lastDelay } from './last-delay.ts';
import { MoreActions } from './MoreActions.tsx';
import { NextAction } from './NextAction.tsx';
import { readDispatchCase, type DispatchCase } from './read-dispatch.ts';
import { stationsOf } from './next-step.ts';

/** One delivery from the note to the booking: what comes next on top, everything about it below. */
export function DispatchPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive((read) => readDispatchCase(read, id), ['dispatch', id]);
  const missing = (
    <Empty
      title={t('warehouse.dispatch.missing')}
      hint={t('warehouse.dispatch.missingHint')}
      icon={<IconTruckDelivery size={28} stroke={1.4} />}
    />
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={missing}>
      {(value) => value && <Shown key={value.note.id} found={value} />}
    </StateView>
  );
}

function Shown({ found }: { found: DispatchCase }) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const words = useWords();
  const { nameOf } = useStaff();
  const { note, stockout, passes } = found;
  const record = untyped(note);
  const timeline = useTimeline(record);
  const delay = lastDelay(note);
  const live = ['drafted', 'released', 'picked', 'out', 'passed'].includes(note.status);
  return (
    <Page
      title={note.body.consignee}
      subtitle={[note.no, t('warehouse.page.writtenBy', { name: nameOf(note.events[0]?.by ?? ''), day: note.day })].join(' · ')}
      badges={<StatusBadge tone={dispatch.tones[note.status] ?? 'neutral'} label={words.status(note)} />}
      actions={
        <>
          <MoreActions note={note} />
          <ActionButton variant="default" shortcut="mod+p" onAct={() => print(record, 'dispatch-note')}>
            {t('warehouse.page.print')}
          </ActionButton>
        </>
      }
    >
      <VerdictNotice id={record.id} />
      <div className={classes.steps}>
        <StatusSteps found={found} />
      </div>
      {delay && live && (
        <Alert
          className={classes.delayed ?? ''}
          color="orange"
          icon={<IconClockExclamation size={18} />}
          title={t('warehouse.page.delayedNow', { reason: delay.reason })}
        >
          {[delay.solution, delay.expected && t('warehouse.page.newDay', { day: delay.expected })].filter(Boolean).join(' · ')}
        </Alert>
      )}
      <NextAction found={found} />
      <div className={classes.columns}>
        <div>
          <DispatchLines found={found} />
          <Section title={t('warehouse.page.timeline')}>
            <Timeline entries={timeline} />
          </Section>
        </div>
        <div>
          <DispatchFacts found={found} />
          <PaperList records={[record, ...(stockout ? [untyped(stockout)] : []), ...passes.slice(0, 1).map(untyped)]} />
          <LinkedPapers record={record} />
        </div>
      </div>
    </Page>
  );
}

function StatusSteps({ found: { note } }: { found: DispatchCase }) {
  const words = useWords();
  const stations = stationsOf(note);
  const reached = stations.indexOf(note.status);
  const stopped = reached < 0;
  // A note that was cancelled or sent back got as far as its events say.
  const done = stopped
    ? stations.filter((status) => status === 'drafted' || note.events.some((event) => event.type === status)).length - 1
    : reached;
  return (
    <Steps
      steps={[
        ...stations.map((status, index) => ({
          key: status,
          label: words.status({ kind: dispatch.kind, status }),
          state:
            index < done || note.status === 'booked'
              ? ('done' as const)
              : index === done
                ? stopped
                  ? ('done' as const)
                  : ('current' as const)
                : ('todo' as const),
        })),
        ...(stopped ? [{ key: note.status, label: words.status(note), state: 'stopped' as const }] : []),
      ]}
    />
  );
}
