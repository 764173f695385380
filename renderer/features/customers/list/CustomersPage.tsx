import { Button } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { cardLevels, customer, customerClasses } from '#shared/modules/customer/module.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar, type FilterField } from '#renderer/ui/FilterBar.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Completeness } from '../file/Completeness.tsx';
import { LevelMark } from '../file/LevelMark.tsx';
import { customersSearch } from './customers-search.ts';
import { useCustomers } from './use-customers.ts';

/** All customers of the branch: found by name, contact, phone digits, pinyin or number, narrowed by class, level and owner. */
export function CustomersPage() {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { holds } = useDesk();
  const { working, nameOf } = useStaff();
  const [filters, change] = useAddressFilters(customersSearch);
  const { rows, ...paging } = useCustomers(filters);

  const fields: FilterField[] = [
    { kind: 'text', key: 'text', label: t('customers.list.search') },
    {
      kind: 'choice',
      key: 'class',
      label: words.field('customer', 'class'),
      options: customerClasses.map((one) => ({ value: one, label: words.value('class', one) })),
    },
    {
      kind: 'choice',
      key: 'level',
      label: words.field('customer', 'level'),
      options: [
        ...cardLevels.flatMap((one) => (one === '' ? [] : [{ value: one, label: words.value('level', one) }])),
        { value: '-', label: t('customers.noLevel') },
      ],
    },
    {
      kind: 'choice',
      key: 'type',
      label: words.field('customer', 'type'),
      options: ['organisation', 'person'].map((one) => ({ value: one, label: words.value('type', one) })),
    },
    {
      kind: 'choice',
      key: 'status',
      label: words.column('status'),
      options: Object.keys(customer.tones).map((status) => ({ value: status, label: words.status({ kind: 'customer', status }) })),
    },
    {
      kind: 'choice',
      key: 'owner',
      label: t('customers.list.owner'),
      options: working.map((person) => ({ value: person.id, label: person.body.name })),
    },
  ];
  const columns: Column<AnyRecord>[] = [
    { key: 'name', header: words.field('customer', 'name'), width: 220, grow: 2, render: (row) => row.title },
    { key: 'contact', header: words.field('customer', 'contact'), width: 90, render: (row) => customer.read(row).body.contact },
    { key: 'phone', header: words.field('customer', 'phone'), width: 130, render: (row) => customer.read(row).body.phone },
    {
      key: 'class',
      header: words.field('customer', 'class'),
      width: 80,
      render: (row) => words.value('class', customer.read(row).body.class),
    },
    {
      key: 'level',
      header: words.field('customer', 'level'),
      width: 64,
      render: (row) => <LevelMark level={customer.read(row).body.level} />,
    },
    {
      key: 'status',
      header: words.column('status'),
      width: 90,
      render: (row) => <StatusBadge tone={customer.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
    },
    { key: 'owner', header: t('customers.list.owner'), width: 80, render: (row) => nameOf(row.owner) },
    {
      key: 'complete',
      header: t('customers.list.complete'),
      width: 116,
      render: (row) => <Completeness body={customer.read(row).body} />,
    },
    { key: 'no', header: t('customers.list.no'), width: 160, render: (row) => row.no },
    {
      key: 'industry',
      header: words.field('customer', 'industry'),
      width: 110,
      hidden: true,
      render: (row) => customer.read(row).body.industry,
    },
    {
      key: 'address',
      header: words.field('customer', 'address'),
      width: 220,
      hidden: true,
      render: (row) => customer.read(row).body.address,
    },
  ];

  const filtered = Object.values(filters).some((value) => value !== '');
  return (
    <Page
      title={t('customers.list.title')}
      layout="flush"
      actions={
        <>
          {holds('salesperson', 'manager') && (
            <Button variant="default" onClick={() => go('/customers/review')}>
              {t('customers.nav.review')}
            </Button>
          )}
          <ActionButton onAct={() => go('/customers/new', filters.text === '' ? {} : { name: filters.text })} shortcut="alt+n">
            {t('customers.command.new')}
          </ActionButton>
        </>
      }
      toolbar={<FilterBar fields={fields} value={{ ...filters }} onChange={(next) => change(customersSearch.parse(next))} />}
    >
      <DataTable
        label={t('customers.list.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.title}
        onOpen={(row) => go(pathOf(row))}
        {...paging}
        empty={
          filtered ? (
            <Empty title={t('customers.list.noneFound')} hint={t('customers.list.noneFoundHint')} />
          ) : (
            <Empty title={t('customers.list.none')} hint={t('customers.list.noneHint')} />
          )
        }
      />
    </Page>
  );
}
