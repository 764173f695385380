import { useTranslation } from '#renderer/ui/i18n.ts';
import { z } from 'zod';
import { useDesk } from '#renderer/desk/desk.ts';
import { collectRecords } from '#renderer/desk/export/collect-records.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useTitles } from '#renderer/desk/use-titles.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { extractSubject } from '#shared/modules/extract/subject.ts';
import type { ListColumn } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { seesAll } from '#shared/modules/may-see.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { statusesOf } from './statuses-of.ts';

const filterSchema = z.object({
  status: z.string().default(''),
  dayFrom: z.string().default(''),
  dayTo: z.string().default(''),
  whose: z.enum(['', 'mine']).default(''),
});

/** Any kind's list: newest first, filtered by status, days and owner, as its module describes it. */
export function ListPage() {
  const { t } = useTranslation();
  const kind = useAddressPart('kind');
  const { today, actor, book } = useDesk();
  const words = useWords();
  const { nameOf } = useStaff();
  const go = useGo();
  const [filters, change] = useAddressFilters(filterSchema);
  const module = moduleOf(kind);
  const query = {
    kind,
    ...(filters.status === '' ? {} : { status: filters.status }),
    ...(filters.dayFrom === '' && filters.dayTo === ''
      ? {}
      : { day: { from: filters.dayFrom || '0001-01-01', to: filters.dayTo || '9999-12-31' } }),
  };
  const own = filters.whose === 'mine' || !seesAll(kind, actor);
  const matches = own ? (record: AnyRecord) => record.owner === actor.id : undefined;
  const list = useList(query, matches, own ? actor.id : '');
  const parties = useTitles(list.rows.state === 'ready' ? list.rows.value.map((row) => row.party) : []);

  const render: Record<ListColumn, Omit<Column<AnyRecord>, 'key' | 'header'>> = {
    no: { width: 190, render: (row) => row.no || '—' },
    day: { width: 90, render: (row) => <DayText day={row.day} today={today} /> },
    title: { width: 260, grow: 1, render: (row) => row.title },
    party: { width: 180, render: (row) => parties.get(row.party) ?? '' },
    owner: { width: 90, render: (row) => nameOf(row.owner) },
    amount: {
      width: 120,
      align: 'right',
      render: (row) => <Money fen={row.amount} />,
      total: (rows) => <Money fen={rows.reduce((sum, row) => sum + row.amount, 0)} />,
    },
    status: { width: 138, render: (row) => <StatusBadge tone={module?.tones[row.status] ?? 'neutral'} label={words.status(row)} /> },
  };

  return (
    <Page
      title={words.kind(kind)}
      actions={
        <ExportButton
          name={`${words.kind(kind)} ${today}`}
          subject={extractSubject(query.kind)}
          collect={(onProgress) => collectRecords(book, query, matches, words, nameOf, onProgress)}
        />
      }
      layout="flush"
      toolbar={
        <FilterBar
          fields={[
            { kind: 'days', key: 'day', label: t('lists.days'), today },
            {
              kind: 'choice',
              key: 'status',
              label: t('lists.status'),
              options: (module ? statusesOf(module.lifecycle) : []).map((status) => ({
                value: status,
                label: words.status({ kind, status }),
              })),
            },
            { kind: 'choice', key: 'whose', label: t('lists.whose'), options: [{ value: 'mine', label: t('lists.mine') }] },
          ]}
          value={filters}
          onChange={(value) => change(filterSchema.parse(value))}
        />
      }
    >
      <DataTable
        label={words.kind(kind)}
        columns={(module?.columns ?? []).map((key) => ({ key, header: words.column(key), ...render[key] }))}
        {...list}
        rowKey={(row) => row.id}
        onOpen={(row) => go(pathOf(row))}
        empty={<Empty title={t('lists.empty')} hint={t('lists.emptyHint')} />}
      />
    </Page>
  );
}
