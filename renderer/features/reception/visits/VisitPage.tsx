import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { task } from '#shared/modules/task/module.ts';
import { visit, type Visit } from '#shared/modules/visit/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts, type Fact } from '#renderer/ui/Facts.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { PhaseSteps } from './PhaseSteps.tsx';
import { phaseStates, saidIn } from './read-visit.ts';
import { useAssign } from './use-assign.tsx';
import { useVisitSteps } from './use-visit-steps.tsx';
import classes from './VisitPage.module.css';

/** One visit: what was wanted, how far it came, what was promised. */
export function VisitPage() {
  const { t } = useTranslation();
  const go = useGo();
  const id = useAddressPart('id');
  const found = useLive(
    async (read) => {
      const record = await readAs(read, visit, id);
      if (!record) return null;
      const tasks = (await read.all({ kind: task.kind, source: id })).rows;
      return { record, file: await readAs(read, customer, record.party), tasks };
    },
    [id],
  );
  return (
    <StateView of={found}>
      {(value) =>
        value === null ? (
          <Page title={t('reception.visits.title')}>
            <Empty
              title={t('reception.visit.notFound')}
              hint={t('reception.visit.notFoundHint')}
              action={
                <Button variant="default" onClick={() => go('/reception')}>
                  {t('reception.visit.back')}
                </Button>
              }
            />
          </Page>
        ) : (
          <VisitFile record={value.record} customerName={value.file?.body.name ?? ''} tasks={value.tasks} />
        )
      }
    </StateView>
  );
}

interface VisitFileProps {
  record: DocumentRecord<Visit>;
  customerName: string;
  tasks: readonly { id: string; title: string; day: string; status: string; kind: string }[];
}

function VisitFile({ record, customerName, tasks }: VisitFileProps) {
  const { t } = useTranslation();
  const { today, settings, holds } = useDesk();
  const go = useGo();
  const words = useWords();
  const { nameOf } = useStaff();
  const { step, refusal, dialogs } = useVisitSteps();
  const assign = useAssign();
  const timeline = useTimeline({ ...record, body: { ...record.body } });
  const [linking, setLinking] = useState(false);
  const { body } = record;
  const next = phaseStates(record, settings.offsetMinutes).find(({ state }) => state === 'todo')?.phase;
  const gone = record.status === 'cancelled';
  const said = saidIn(record, 'asked', 'need');

  const facts: Fact[] = [
    {
      label: t('reception.visits.arrived'),
      value: (
        <>
          <DayText day={record.day} today={today} /> {body.arrived}
        </>
      ),
    },
    { label: t('reception.visits.channel'), value: words.value('channel', body.channel) },
    { label: t('reception.register.people'), value: body.people },
    { label: t('reception.register.phoneNumber'), value: body.phone },
    { label: t('reception.register.heardOf'), value: words.value('heardOf', body.heardOf) },
    { label: t('reception.visits.host'), value: nameOf(record.owner) },
    { label: t('reception.visits.need'), value: body.need, wide: true },
    ...optional(t('reception.visit.asked'), said === body.need ? '' : said),
    ...optional(t('reception.visit.budget'), saidIn(record, 'asked', 'budget')),
    ...optional(t('reception.visits.outcome'), words.value('outcome', saidIn(record, 'closed', 'outcome'))),
    ...optional(t('reception.close.reason'), saidIn(record, 'closed', 'reason')),
  ];
  return (
    <Page
      title={body.name || t('reception.visit.unnamed')}
      subtitle={customerName === '' ? undefined : <a href={`#/customers/${record.party}`}>{customerName}</a>}
      badges={<StatusBadge tone={visit.tones[record.status] ?? 'neutral'} label={words.status(record)} />}
      actions={
        <>
          {next !== undefined && (
            <Button variant="default" onClick={() => assign.ask(record)}>
              {t('reception.open.assign')}
            </Button>
          )}
          {record.party === '' && !gone && (
            <Button variant="default" onClick={() => setLinking(true)}>
              {t('reception.visit.link')}
            </Button>
          )}
          {!gone && holds('salesperson', 'manager') && (
            <Button
              variant="default"
              onClick={() => go('/quotations/new', { source: record.id, ...(record.party === '' ? {} : { party: record.party }) })}
            >
              {t('quotations.list.new')}
            </Button>
          )}
          {!gone && (
            <Button
              variant="default"
              onClick={() => go('/orders/new', { source: record.id, ...(record.party === '' ? {} : { party: record.party }) })}
            >
              {t('reception.open.newOrder')}
            </Button>
          )}
          {next !== undefined && (
            <ActionButton onAct={() => step(record, 'closed')} shortcut="mod+Enter">
              {t('reception.close.commit')}
            </ActionButton>
          )}
        </>
      }
    >
      {refusal !== null && <RefusalView refusal={refusal} />}
      <div className={classes.columns}>
        <div className={classes.main}>
          <Section title={t('reception.visit.facts')} actions={<PhaseSteps record={record} onStep={(phase) => step(record, phase)} />}>
            <Facts facts={facts} columns={3} />
          </Section>
          {tasks.length > 0 && (
            <Section title={t('reception.visit.tasks')} flush>
              <ul className={classes.tasks}>
                {tasks.map((one) => (
                  <li key={one.id} className={classes.task}>
                    <DayText day={one.day} today={today} due={one.status === 'open'} />
                    <span className={classes.text}>{one.title}</span>
                    <StatusBadge tone={task.tones[one.status] ?? 'neutral'} label={words.status(one)} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
        <Section title={t('reception.visit.course')}>
          <Timeline entries={timeline} nameOf={nameOf} />
        </Section>
      </div>
      {dialogs}
      {assign.dialog}
      {linking && <LinkDialog record={record} onClose={() => setLinking(false)} />}
    </Page>
  );
}

function optional(label: string, value: string): Fact[] {
  return value === '' ? [] : [{ label, value, wide: true }];
}
