import { useEffect, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { Tone } from '#renderer/ui/tone.ts';
import { dayOf, timeOf } from '#shared/core/calendar.ts';
import type { PrintJob } from '#shared/host/contract.ts';

const tones: Record<PrintJob['state'], Tone> = {
  waiting: 'neutral',
  printing: 'info',
  sent: 'good',
  opened: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};

/** What was sent to printers, live; what failed can be sent again. */
export function PrintQueue() {
  const { t } = useTranslation();
  const { host, settings } = useDesk();
  const { nameOf } = useStaff();
  const [jobs, setJobs] = useState<ReadonlyMap<string, PrintJob>>(new Map());
  useEffect(() => {
    const note = (changed: readonly PrintJob[]) =>
      setJobs((before) => new Map([...before, ...changed.map((job) => [job.id, job] as const)]));
    host.call('printers.queue', undefined).then(
      (queue) => {
        note(queue);
        return queue;
      },
      () => undefined,
    );
    return host.on('print.changed', (job) => note([job]));
  }, [host]);

  const problemOf = ({ problem }: PrintJob) =>
    problem === 'interrupted' || problem === 'timed-out' ? t(`settings.printing.problems.${problem}`) : problem;

  const columns: Column<PrintJob>[] = [
    {
      key: 'at',
      header: t('lists.days'),
      width: 140,
      render: (job) => `${dayOf(job.at, settings.offsetMinutes)} ${timeOf(job.at, settings.offsetMinutes)}`,
    },
    { key: 'title', header: t('settings.printing.paper'), width: 260, grow: 1, render: (job) => job.title },
    { key: 'printer', header: t('settings.printing.printer'), width: 160, render: (job) => job.printer || t('shell.print.viewer') },
    { key: 'pages', header: '', width: 80, align: 'right', render: (job) => t('settings.printing.pages', { count: job.pages }) },
    { key: 'by', header: '', width: 90, render: (job) => nameOf(job.by) },
    {
      key: 'state',
      header: t('lists.status'),
      width: 260,
      render: (job) => (
        <>
          <StatusBadge tone={tones[job.state]} label={t(`settings.printing.states.${job.state}`)} /> {problemOf(job)}
        </>
      ),
    },
    {
      key: 'actions',
      header: '',
      width: 110,
      align: 'right',
      render: (job) =>
        job.state === 'waiting' || job.state === 'printing' ? (
          <ActionButton size="xs" variant="subtle" onAct={() => host.call('printers.cancel', { id: job.id })}>
            {t('settings.printing.cancel')}
          </ActionButton>
        ) : (
          job.state === 'failed' && (
            <ActionButton size="xs" variant="subtle" onAct={() => host.call('printers.retry', { id: job.id })}>
              {t('settings.printing.retry')}
            </ActionButton>
          )
        ),
    },
  ];
  const newestFirst = [...jobs.values()].toSorted((a, b) => b.at - a.at);
  return (
    <Section title={t('settings.printing.queue')} flush>
      <DataTable
        label={t('settings.printing.queue')}
        columns={columns}
        rows={newestFirst}
        rowKey={(job) => job.id}
        empty={<Empty title={t('settings.printing.queueEmpty')} />}
      />
    </Section>
  );
}
