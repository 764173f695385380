import { useTranslation } from '#renderer/ui/i18n.ts';
import { visit, visitOutcomes } from '#shared/modules/visit/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar, type FilterField } from '#renderer/ui/FilterBar.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { needOf, saidIn } from './read-visit.ts';
import { isWanted, visitsSearch } from './visits-search.ts';

/** Everybody who came or rang, newest first. */
export function VisitsPage() {
  const { t } = useTranslation();
  const { today, holds } = useDesk();
  const words = useWords();
  const go = useGo();
  const { working, nameOf } = useStaff();
  const [filters, change] = useAddressFilters(visitsSearch);
  const { dayFrom, dayTo, ...rest } = filters;
  const { rows, ...paging } = useList(
    {
      kind: visit.kind,
      ...(dayFrom === '' && dayTo === '' ? {} : { day: { from: dayFrom || '0000-01-01', to: dayTo || '9999-12-31' } }),
    },
    (record) => isWanted(record, filters),
    JSON.stringify(rest),
  );
  const option = (value: string, label: string) => ({ value, label });
  const fields: FilterField[] = [
    { kind: 'days', key: 'day', label: t('reception.visits.range'), today },
    {
      kind: 'choice',
      key: 'status',
      label: t('reception.visits.status'),
      options: [
        option('open', t('reception.visits.open')),
        option('closed', words.status({ kind: 'visit', status: 'closed' })),
        option('cancelled', words.status({ kind: 'visit', status: 'cancelled' })),
      ],
    },
    {
      kind: 'choice',
      key: 'host',
      label: t('reception.visits.host'),
      options: working.map(({ id, body }) => option(id, body.name)),
    },
    {
      kind: 'choice',
      key: 'channel',
      label: t('reception.visits.channel'),
      options: ['walk-in', 'phone'].map((one) => option(one, words.value('channel', one))),
    },
    {
      kind: 'choice',
      key: 'outcome',
      label: t('reception.visits.outcome'),
      options: visitOutcomes.map((one) => option(one, words.value('outcome', one))),
    },
  ];
  const columns: Column<AnyRecord>[] = [
    { key: 'day', header: words.column('day'), width: 84, render: (row) => <DayText day={row.day} today={today} /> },
    { key: 'arrived', header: t('reception.visits.arrived'), width: 64, render: (row) => visit.read(row).body.arrived },
    {
      key: 'channel',
      header: t('reception.visits.channel'),
      width: 78,
      render: (row) => words.value('channel', visit.read(row).body.channel),
    },
    {
      key: 'guest',
      header: t('reception.visits.guest'),
      width: 150,
      grow: 1,
      render: (row) => {
        const { name, people } = visit.read(row).body;
        const who = name || t('reception.visit.unnamed');
        return people > 1 ? `${who} · ${t('reception.open.people', { count: people })}` : who;
      },
    },
    { key: 'phone', header: t('reception.register.phoneNumber'), width: 120, render: (row) => visit.read(row).body.phone },
    { key: 'need', header: t('reception.visits.need'), width: 160, grow: 2, render: (row) => needOf(visit.read(row)) },
    {
      key: 'outcome',
      header: t('reception.visits.outcome'),
      width: 100,
      render: (row) => words.value('outcome', saidIn(row, 'closed', 'outcome')),
    },
    {
      key: 'followUp',
      header: t('reception.visits.followUp'),
      width: 84,
      render: (row) => <DayText day={saidIn(row, 'closed', 'followUp')} today={today} />,
    },
    { key: 'host', header: t('reception.visits.host'), width: 80, render: (row) => nameOf(row.owner) },
    {
      key: 'source',
      header: t('reception.register.heardOf'),
      width: 90,
      hidden: true,
      render: (row) => words.value('heardOf', visit.read(row).body.heardOf),
    },
    {
      key: 'status',
      header: t('reception.visits.status'),
      width: 96,
      render: (row) => <StatusBadge tone={visit.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
    },
  ];
  return (
    <Page
      title={t('reception.visits.title')}
      layout="flush"
      actions={
        holds('salesperson', 'manager') ? (
          <ActionButton onAct={() => go('/reception')} shortcut="alt+n">
            {t('reception.visits.registerNew')}
          </ActionButton>
        ) : undefined
      }
      toolbar={<FilterBar fields={fields} value={{ ...filters }} onChange={(next) => change(visitsSearch.parse(next))} />}
    >
      <DataTable
        label={t('reception.visits.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.title}
        onOpen={(row) => go(pathOf(row))}
        {...paging}
        empty={<Empty title={t('reception.visits.none')} hint={t('reception.visits.noneHint')} />}
      />
    </Page>
  );
}
