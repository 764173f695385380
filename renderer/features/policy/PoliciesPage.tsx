import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { policy, type Policy } from '#shared/modules/policy/module.ts';
import { policyOn } from '#shared/modules/policy/rules.ts';
import { holdsAny } from '#shared/policy/roles.ts';

type Row = DocumentRecord<Policy>;

/** All versions of the sales policy, the one in force marked (QPA-01). */
export function PoliciesPage() {
  const { t } = useTranslation();
  const { today, actor } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  const go = useGo();
  const found = useLive(
    async (read) => {
      const { rows } = await read.all({ kind: policy.kind });
      return { rows: rows.map((row) => policy.read(row)), inForce: policyOn(rows, today)?.id ?? '' };
    },
    [today],
  );
  const rows = found.state === 'ready' ? { state: 'ready' as const, value: newestFirst(found.value.rows) } : found;
  const inForce = found.state === 'ready' ? found.value.inForce : '';

  const columns: Column<Row>[] = [
    {
      key: 'version',
      header: t('policy.list.version'),
      width: 80,
      render: ({ body }) => t('policy.list.versionNo', { version: body.version }),
      sortText: ({ body }) => body.version,
    },
    {
      key: 'status',
      header: words.column('status'),
      width: 176,
      render: (row) => {
        if (row.id === inForce) return <StatusBadge tone="good" label={t('policy.list.inForce')} />;
        if (row.status === 'issued' && row.body.validFrom > today)
          return <StatusBadge tone="info" label={t('policy.list.coming', { day: row.body.validFrom })} />;
        // One that is issued, no longer to come and not in force was overtaken, whether or not it was marked so.
        const status = row.status === 'issued' ? 'superseded' : row.status;
        return <StatusBadge tone={policy.tones[status] ?? 'neutral'} label={words.status({ kind: policy.kind, status })} />;
      },
    },
    {
      key: 'validFrom',
      header: t('policy.list.validFrom'),
      width: 120,
      render: ({ body }) => (body.validFrom === '' ? t('policy.list.atOnceFrom') : body.validFrom),
    },
    { key: 'decided', header: t('policy.list.decided'), width: 110, render: (row) => textOf(row, 'decided', 'day') },
    {
      key: 'issued',
      header: t('policy.list.issued'),
      width: 100,
      render: (row) => nameOf(row.events.find(({ type }) => type === 'issued')?.by ?? (row.body.atOnce ? row.owner : '')),
    },
    {
      key: 'changes',
      header: t('policy.list.changes'),
      width: 240,
      render: ({ body }) =>
        [
          t('policy.list.parameterCount', { count: Object.keys(body.parameters).length }),
          ...(body.prices.length > 0 ? [t('policy.list.priceCount', { count: body.prices.length })] : []),
          ...(body.discounts.length > 0 ? [t('policy.list.discountCount', { count: body.discounts.length })] : []),
        ].join(' · '),
    },
    { key: 'note', header: t('policy.list.note'), width: 160, grow: 1, render: ({ body }) => body.note },
  ];

  return (
    <Page
      title={t('policy.list.title')}
      subtitle={t('policy.list.hint')}
      layout="flush"
      actions={
        <ActionButton
          shortcut="F2"
          onAct={() => go('/policies/new')}
          blocked={holdsAny(actor, policy.makers) ? undefined : t('policy.edit.mayNot')}
        >
          {t('policy.list.draft')}
        </ActionButton>
      }
    >
      <DataTable
        label={t('policy.list.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={({ body }) => t('policy.name', { version: body.version })}
        onOpen={(row) => go(`/policies/${row.id}`)}
        empty={<Empty title={t('policy.list.empty')} hint={t('policy.list.emptyHint')} />}
      />
    </Page>
  );
}

function newestFirst(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => b.body.version - a.body.version);
}

function textOf(row: Row, type: string, field: string): string {
  const said = row.events.find((event) => event.type === type)?.data[field];
  return typeof said === 'string' ? said : '';
}
