import { useTranslation } from '#renderer/ui/i18n.ts';
import { useWhen } from '#renderer/desk/centre/use-when.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { CentreStatus, HostOutput } from '#shared/host/contract.ts';
import { useAsked } from '../use-asked.ts';
import { PaperLink } from './PaperLink.tsx';

type Row = HostOutput<'centre.unsent'>[number];

/** Papers the centre does not have yet, oldest first. */
export function UnsentSection({ status }: { status: CentreStatus }) {
  const { t } = useTranslation();
  const when = useWhen();
  const unsent = useAsked('centre.unsent', `${status.unsent} ${status.lastComplete}`);
  if (status.unsent === 0) return null;
  const columns: Column<Row>[] = [
    { key: 'at', header: t('sync.unsent.since'), width: 120, render: (row) => when(row.at) },
    { key: 'paper', header: t('sync.unsent.paper'), width: 270, render: (row) => <PaperLink paper={row} /> },
    { key: 'title', header: t('sync.unsent.name'), width: 300, grow: 1, render: (row) => row.title },
  ];
  const most = unsent.state === 'ready' && unsent.value.length < status.unsent ? unsent.value.length : 0;
  return (
    <Section
      title={`${t('sync.unsent.title')} ${status.unsent}`}
      hint={most > 0 ? t('sync.unsent.most', { count: most }) : t('sync.unsent.hint')}
      flush
    >
      <DataTable label={t('sync.unsent.title')} columns={columns} rows={unsent} rowKey={(row) => row.id} />
    </Section>
  );
}
