import { Tabs } from '@mantine/core';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { expense } from '#shared/modules/expense/module.ts';
import { trip } from '#shared/modules/trip/module.ts';
import { expensesSearch, expenseTabs } from './expenses-search.ts';
import { StandardsTab } from './StandardsTab.tsx';
import { useSeesAll } from './use-sees-all.ts';
import classes from './expenses.module.css';

/** Claims and trip reports: one's own, and those that wait for one's signature or payment; the standards and what was spent. */
export function ExpensesPage() {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const [filters, change] = useAddressFilters(expensesSearch);
  const { tab } = filters;
  const statuses = ['submitted', 'signed', 'paid', 'returned', 'refused', 'withdrawn'] as const;
  return (
    <Page
      title={t('expenses.title')}
      layout="flush"
      actions={
        <>
          <ActionButton variant="default" shortcut="alt+t" onAct={() => go('/trips/new')}>
            {t('expenses.command.trip')}
          </ActionButton>
          <ActionButton shortcut="F2" onAct={() => go('/expenses/new')}>
            {t('expenses.command.claim')}
          </ActionButton>
        </>
      }
      toolbar={
        <>
          <Tabs value={tab} onChange={(next) => change({ tab: expenseTabs.find((known) => known === next) ?? 'claims' })}>
            <Tabs.List>
              {expenseTabs.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`expenses.tabs.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
          {tab === 'claims' && (
            <FilterBar
              fields={[
                {
                  kind: 'choice',
                  key: 'status',
                  label: words.column('status'),
                  options: statuses.map((value) => ({ value, label: words.status({ kind: expense.kind, status: value }) })),
                },
              ]}
              value={{ status: filters.status }}
              onChange={(values) => change({ status: statuses.find((one) => one === values.status) ?? '' })}
            />
          )}
        </>
      }
    >
      <div className={classes.body}>
        {tab === 'claims' && <Claims status={filters.status} />}
        {tab === 'trips' && <Trips />}
        {tab === 'standards' && <StandardsTab />}
      </div>
    </Page>
  );
}

function Claims({ status }: { status: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { today, actor } = useDesk();
  const { nameOf } = useStaff();
  const all = useSeesAll();
  const own = (row: AnyRecord) => row.owner === actor.id;
  const list = useList({ kind: expense.kind, ...(status === '' ? {} : { status }) }, all ? undefined : own, all ? '' : actor.id);
  const bodyOf = (row: AnyRecord) => expense.read(row).body;
  return (
    <DataTable
      {...list}
      label={t('expenses.tabs.claims')}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.no}
      onOpen={(row) => go(pathOf(row))}
      columns={[
        { key: 'no', header: words.column('no'), width: 170, render: (row) => row.no },
        { key: 'day', header: words.column('day'), width: 90, render: (row) => <DayText day={row.day} today={today} /> },
        { key: 'owner', header: t('expenses.claimant'), width: 90, render: (row) => nameOf(row.owner) },
        { key: 'type', header: words.field('expense', 'type'), width: 120, render: (row) => words.value('type', bodyOf(row).type) },
        { key: 'purpose', header: words.field('expense', 'purpose'), width: 200, grow: 1, render: (row) => row.title },
        {
          key: 'vouchers',
          header: t('documents.lines.expense.vouchers'),
          width: 80,
          align: 'right',
          render: (row) => bodyOf(row).lines.reduce((sum, { vouchers }) => sum + vouchers, 0),
        },
        {
          key: 'total',
          header: words.field('expense', 'total'),
          width: 110,
          align: 'right',
          render: (row) => <Money fen={row.amount} strong />,
        },
        {
          key: 'status',
          header: words.column('status'),
          width: 120,
          render: (row) => <StatusBadge tone={expense.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
        },
      ]}
      empty={<Empty title={t('expenses.none')} hint={t('expenses.noneHint')} />}
    />
  );
}

function Trips() {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { today, actor } = useDesk();
  const { nameOf } = useStaff();
  const all = useSeesAll();
  const own = (row: AnyRecord) => row.owner === actor.id;
  const list = useList({ kind: trip.kind }, all ? undefined : own, all ? '' : actor.id);
  const bodyOf = (row: AnyRecord) => trip.read(row).body;
  return (
    <DataTable
      {...list}
      label={t('expenses.tabs.trips')}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.no}
      onOpen={(row) => go(pathOf(row))}
      columns={[
        { key: 'no', header: words.column('no'), width: 170, render: (row) => row.no },
        { key: 'day', header: words.column('day'), width: 90, render: (row) => <DayText day={row.day} today={today} /> },
        { key: 'owner', header: t('expenses.traveller'), width: 90, render: (row) => nameOf(row.owner) },
        { key: 'place', header: words.field('trip', 'place'), width: 110, render: (row) => bodyOf(row).place },
        { key: 'purpose', header: words.field('trip', 'purpose'), width: 160, render: (row) => bodyOf(row).purpose },
        { key: 'result', header: words.field('trip', 'result'), width: 200, grow: 1, render: (row) => bodyOf(row).result },
        {
          key: 'status',
          header: words.column('status'),
          width: 110,
          render: (row) => <StatusBadge tone={trip.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
        },
      ]}
      empty={<Empty title={t('expenses.noTrips')} hint={t('expenses.noTripsHint')} />}
    />
  );
}
