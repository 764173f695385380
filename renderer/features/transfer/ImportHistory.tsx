import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { importBatch } from '#shared/modules/import/module.ts';
import { undoImport } from '#shared/modules/import/rules.ts';

/** What was brought in, and the way back while nothing builds on it. */
export function ImportHistory() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const words = useWords();
  const { nameOf } = useStaff();
  const { act, refusal } = useAct();
  const list = useList({ kind: importBatch.kind });

  const undo = async (record: AnyRecord) => {
    if (!(await askConfirm({ title: t('transfer.undoAsk'), message: record.title, confirm: t('transfer.undo'), danger: true }))) return;
    const saved = await act(undoImport(record.id));
    if (saved) notify.done(t('transfer.undone', { count: saved.answer.undone }));
  };

  const columns: Column<AnyRecord>[] = [
    { key: 'day', header: words.column('day'), width: 100, render: (row) => <DayText day={row.day} today={today} /> },
    { key: 'what', header: t('transfer.what'), width: 180, render: (row) => t(`transfer.whats.${importBatch.read(row).body.what}`) },
    { key: 'file', header: words.column('title'), width: 240, grow: 1, render: (row) => row.title },
    { key: 'rows', header: t('transfer.rows'), width: 80, align: 'right', render: (row) => importBatch.read(row).body.rows },
    { key: 'skipped', header: t('transfer.skipped'), width: 80, align: 'right', render: (row) => importBatch.read(row).body.skipped },
    { key: 'owner', header: words.column('owner'), width: 90, render: (row) => nameOf(row.owner) },
    {
      key: 'status',
      header: words.column('status'),
      width: 100,
      render: (row) => <StatusBadge tone={importBatch.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
    },
    {
      key: 'undo',
      header: '',
      width: 110,
      align: 'right',
      render: (row) =>
        row.status === 'applied' && (
          <ActionButton size="xs" variant="subtle" color="red" onAct={() => undo(row)}>
            {t('transfer.undo')}
          </ActionButton>
        ),
    },
  ];
  return (
    <Section title={t('transfer.history')} flush>
      {refusal !== null && <RefusalView refusal={refusal} />}
      <DataTable label={t('transfer.history')} columns={columns} {...list} rowKey={(row) => row.id} />
    </Section>
  );
}
