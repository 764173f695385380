import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { request } from '#shared/modules/request/module.ts';
import { openOf } from '#shared/modules/request/rules.ts';
import { expectedOf } from './expected-of.ts';
import { requestsSearch, requestStatuses } from './requests-search.ts';

/** All requests, newest first; purchasing and the planner take theirs from here. */
export function RequestsPage() {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const [filters, change] = useAddressFilters(requestsSearch);
  const { status, type } = filters;
  const matches = type === '' ? undefined : (row: AnyRecord) => row.body.type === type;
  const list = useList({ kind: request.kind, ...(status === '' ? {} : { status }) }, matches, type);
  const bodyOf = (row: AnyRecord) => request.read(row).body;
  return (
    <Page
      title={t('requests.title')}
      subtitle={t('requests.hint')}
      layout="flush"
      toolbar={
        <FilterBar
          fields={[
            {
              kind: 'choice',
              key: 'status',
              label: words.column('status'),
              options: requestStatuses.map((value) => ({ value, label: words.status({ kind: request.kind, status: value }) })),
            },
            {
              kind: 'choice',
              key: 'type',
              label: words.field('request', 'type'),
              options: (['purchase', 'production'] as const).map((value) => ({ value, label: words.value('type', value) })),
            },
          ]}
          value={filters}
          onChange={(value) => change(requestsSearch.parse(value))}
        />
      }
    >
      <DataTable
        {...list}
        label={t('requests.title')}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.no}
        onOpen={(row) => go(pathOf(row))}
        columns={[
          { key: 'no', header: words.column('no'), width: 154, render: (row) => row.no },
          { key: 'day', header: words.column('day'), width: 80, render: (row) => <DayText day={row.day} today={today} /> },
          { key: 'type', header: words.field('request', 'type'), width: 96, render: (row) => words.value('type', bodyOf(row).type) },
          {
            key: 'goods',
            header: words.field('request', 'lines'),
            width: 120,
            grow: 1,
            render: (row) =>
              bodyOf(row)
                .lines.map(({ name, spec }) => `${name} ${spec}`.trim())
                .join(t('common.listSeparator')),
          },
          {
            key: 'open',
            header: t('requests.open'),
            width: 76,
            align: 'right',
            render: (row) => (
              <Quantity milli={row.status === 'finished' ? 0 : openOf(request.read(row)).reduce((sum, one) => sum + one.quantity, 0)} />
            ),
          },
          { key: 'source', header: words.field('request', 'sourceNo'), width: 154, render: (row) => bodyOf(row).sourceNo },
          { key: 'owner', header: words.column('owner'), width: 66, render: (row) => nameOf(row.owner) },
          {
            key: 'needBy',
            header: words.field('request', 'needBy'),
            width: 90,
            render: (row) => <DayText day={bodyOf(row).needBy} today={today} />,
          },
          { key: 'expected', header: t('requests.expected'), width: 84, render: (row) => <DayText day={expectedOf(row)} today={today} /> },
          {
            key: 'status',
            header: words.column('status'),
            width: 112,
            render: (row) => <StatusBadge tone={request.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
          },
        ]}
        empty={<Empty title={t('requests.none')} hint={t('requests.noneHint')} />}
      />
    </Page>
  );
}
