import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { collectRecords } from '#renderer/desk/export/collect-records.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useListView } from '#renderer/desk/use-list-view.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { extractSubject } from '#shared/modules/extract/subject.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { order, orderClasses } from '#shared/modules/order/module.ts';
import { useOrderColumns } from './order-columns.tsx';
import { ordersSearch } from './orders-search.ts';

const statuses = ['checked', 'released', 'closed', 'returned', 'voided'] as const;

/** All orders, newest first: by status, class, days, customer, salesperson. */
export function OrdersPage() {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { today, actor, book } = useDesk();
  const { working, nameOf } = useStaff();
  const [filters, change] = useAddressFilters(ordersSearch);
  const view = useListView('orders');
  const columns = useOrderColumns();
  const { status, party, owner, dayFrom, dayTo } = filters;
  const buyer = useLive(async (read) => (party === '' ? '' : ((await read.get(party))?.title ?? '')), ['party', party]);
  const query = {
    kind: order.kind,
    ...(status === '' ? {} : { status }),
    ...(party === '' ? {} : { party }),
    ...(dayFrom === '' && dayTo === '' ? {} : { day: { from: dayFrom || '0000-01-01', to: dayTo || '9999-12-31' } }),
  };
  const condition = filters.class === '' && owner === '' ? undefined : matches;
  const list = useList(query, condition, `${filters.class}|${owner}`);

  function matches(record: AnyRecord): boolean {
    return (owner === '' || record.owner === owner) && (filters.class === '' || record.body.class === filters.class);
  }

  return (
    <Page
      title={t('counter.orders.title')}
      subtitle={party === '' ? undefined : t('counter.orders.of', { name: buyer.state === 'ready' ? buyer.value : '' })}
      layout="flush"
      actions={
        <>
          <ExportButton
            name={`${t('counter.orders.title')} ${today}`}
            subject={extractSubject(query.kind)}
            collect={(onProgress) => collectRecords(book, query, condition, words, nameOf, onProgress)}
          />
          <ActionButton shortcut="F2" onAct={() => go('/orders/new', party === '' ? {} : { party })}>
            {t('counter.action.new')}
          </ActionButton>
        </>
      }
      toolbar={
        <FilterBar
          fields={[
            {
              kind: 'choice',
              key: 'status',
              label: t('counter.orders.status'),
              options: options(statuses, (value) => words.status({ kind: 'order', status: value })),
            },
            {
              kind: 'choice',
              key: 'class',
              label: words.field('order', 'class'),
              options: options(orderClasses, (value) => words.value('class', value)),
            },
            { kind: 'days', key: 'day', label: t('counter.orders.day'), today },
            {
              kind: 'choice',
              key: 'owner',
              label: t('counter.order.seller'),
              options: [
                { value: actor.id, label: t('counter.orders.mine') },
                ...working.filter((person) => person.id !== actor.id).map((person) => ({ value: person.id, label: person.body.name })),
              ],
            },
          ]}
          value={{ status, class: filters.class, dayFrom, dayTo, owner }}
          onChange={(value) => change({ status: '', class: '', dayFrom: '', dayTo: '', owner: '', ...value })}
        />
      }
    >
      <DataTable
        {...list}
        label={t('counter.orders.title')}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.no}
        onOpen={(row) => go(`/orders/${row.id}`)}
        {...view}
        empty={<Empty title={t('counter.orders.empty')} hint={t('counter.orders.emptyHint')} />}
      />
    </Page>
  );
}

function options(values: readonly string[], label: (value: string) => string): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: label(value) }));
}
