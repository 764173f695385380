import { useEffect, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { problemText } from '#renderer/book/problem-text.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { reloadPage } from '#renderer/desk/leave-page.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { dayOf, timeOf } from '#shared/core/calendar.ts';
import type { SnapshotInfo } from '#shared/host/contract.ts';

/** Snapshots of the book on this computer: make one, or bring the book back from one. */
export function SnapshotsSection() {
  const { t } = useTranslation();
  const { host, settings, holds } = useDesk();
  const [snapshots, setSnapshots] = useState<Loadable<readonly SnapshotInfo[]>>({ state: 'loading' });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let stale = false;
    const settle = (next: Loadable<readonly SnapshotInfo[]>) => {
      if (!stale) setSnapshots(next);
    };
    host.call('snapshots.list', undefined).then(
      (value) => settle({ state: 'ready', value: value.toSorted((a, b) => b.at - a.at) }),
      (problem: unknown) => settle({ state: 'failed', problem: problemText(problem) }),
    );
    return () => {
      stale = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `asked` asks again after a change
  }, [host, asked]);

  const at = (milliseconds: number) => `${dayOf(milliseconds, settings.offsetMinutes)} ${timeOf(milliseconds, settings.offsetMinutes)}`;

  const make = async () => {
    try {
      const made = await host.call('snapshots.make', { reason: 'demand' });
      notify.done(t('settings.safety.made', { count: made.documents }));
      setAsked((count) => count + 1);
    } catch (problem) {
      notify.failed(problemText(problem));
    }
  };

  const restore = async (snapshot: SnapshotInfo, keepJournal: boolean) => {
    const sure = await askConfirm({
      title: t(keepJournal ? 'settings.safety.restoreKeep' : 'settings.safety.restoreBack', { at: at(snapshot.at) }),
      message: t(keepJournal ? 'settings.safety.restoreKeepHint' : 'settings.safety.restoreBackHint'),
      confirm: t('settings.safety.restore'),
      danger: !keepJournal,
    });
    if (!sure) return;
    try {
      await host.call('snapshots.restore', { name: snapshot.name, keepJournal });
      reloadPage();
    } catch (problem) {
      notify.failed(problemText(problem));
    }
  };

  const columns: Column<SnapshotInfo>[] = [
    { key: 'at', header: t('settings.safety.snapshots'), width: 160, render: (row) => at(row.at) },
    { key: 'reason', header: t('settings.safety.reason'), width: 120, render: (row) => t(`settings.safety.reasons.${row.reason}`) },
    { key: 'documents', header: t('settings.safety.documents'), width: 100, align: 'right', render: (row) => row.documents },
    {
      key: 'size',
      header: t('settings.safety.size'),
      width: 100,
      align: 'right',
      render: (row) => `${(row.bytes / 1_048_576).toFixed(1)} MB`,
    },
    {
      key: 'actions',
      header: '',
      width: 320,
      grow: 1,
      align: 'right',
      render: (row) =>
        holds('manager') && (
          <>
            <ActionButton size="xs" variant="default" onAct={() => restore(row, true)}>
              {t('settings.safety.keep')}
            </ActionButton>{' '}
            <ActionButton size="xs" variant="subtle" color="red" onAct={() => restore(row, false)}>
              {t('settings.safety.back')}
            </ActionButton>
          </>
        ),
    },
  ];

  return (
    <Section
      title={t('settings.safety.snapshots')}
      hint={t('settings.safety.snapshotsHint')}
      flush
      actions={
        <ActionButton size="xs" onAct={make}>
          {t('settings.safety.make')}
        </ActionButton>
      }
    >
      <DataTable
        label={t('settings.safety.snapshots')}
        columns={columns}
        rows={snapshots}
        rowKey={(row) => row.name}
        empty={<Empty title={t('settings.safety.none')} />}
      />
    </Section>
  );
}
