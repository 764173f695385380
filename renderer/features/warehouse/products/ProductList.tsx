import { Button } from '@mantine/core';
import { IconBox, IconPlus } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { product, productGroups, type Product } from '#shared/modules/product/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { collectRecords } from '#renderer/desk/export/collect-records.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useListView } from '#renderer/desk/use-list-view.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { productFilters } from './product-filters.ts';

interface ProductRow {
  product: DocumentRecord<Product>;
  onHand: Milli;
  free: Milli;
}

/** The catalogue with what is there of it. */
export function ProductList() {
  const { t } = useTranslation();
  const { book, holds, today } = useDesk();
  const words = useWords();
  const { nameOf } = useStaff();
  const go = useGo();
  const [filters, change] = useAddressFilters(productFilters);
  const all = useLive((read) => readProducts(read, filters.status === 'all'), ['products', filters.status]);
  const columns = useColumns();
  const listView = useListView('products');
  const found =
    filters.text.trim() === ''
      ? null
      : new Set(book.search({ text: filters.text, kinds: [product.kind], without: ['withdrawn'], limit: 500 }).map((hit) => hit.id));
  const rows: Loadable<readonly ProductRow[]> =
    all.state === 'ready'
      ? {
          state: 'ready',
          value: all.value.filter(
            (row) => (found === null || found.has(row.product.id)) && (filters.group === '' || row.product.body.group === filters.group),
          ),
        }
      : all;
  const filtered = Object.values(filters).some((value) => value !== '');
  return (
    <Page
      title={t('warehouse.product.listTitle')}
      layout="flush"
      actions={
        <>
          <ExportButton
            name={`${t('warehouse.product.listTitle')} ${today}`}
            subject={null}
            collect={(onProgress) => {
              const shown = new Set(rows.state === 'ready' ? rows.value.map((row) => row.product.id) : []);
              return collectRecords(book, { kind: product.kind }, (row) => shown.has(row.id), words, nameOf, onProgress);
            }}
          />
          {holds('manager', 'purchasing', 'warehouse') && (
            <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => go('/products/new')}>
              {t('warehouse.product.new')}
            </Button>
          )}
        </>
      }
      toolbar={
        <FilterBar
          fields={[
            { kind: 'text', key: 'text', label: t('warehouse.product.search') },
            {
              kind: 'choice',
              key: 'group',
              label: t('warehouse.product.group'),
              options: productGroups.map((group) => ({ value: group, label: t(`warehouse.product.groups.${group}`) })),
            },
            {
              kind: 'choice',
              key: 'status',
              label: t('warehouse.product.status'),
              options: [{ value: 'all', label: t('warehouse.product.showStopped') }],
            },
          ]}
          value={filters}
          onChange={(value) => change(productFilters.parse(value))}
        />
      }
    >
      <DataTable
        label={t('warehouse.product.list')}
        columns={columns}
        rows={rows}
        {...listView}
        rowKey={(row) => row.product.id}
        rowLabel={(row) => row.product.title}
        onOpen={(row) => go(`/products/${row.product.id}`)}
        empty={
          filtered ? (
            <Empty title={t('warehouse.stock.emptyFiltered')} />
          ) : (
            <Empty title={t('warehouse.product.empty')} hint={t('warehouse.product.emptyHint')} icon={<IconBox size={28} stroke={1.4} />} />
          )
        }
      />
    </Page>
  );
}

async function readProducts(read: Reader, withStopped: boolean): Promise<ProductRow[]> {
  const active = (await read.all({ kind: product.kind, status: 'active' })).rows;
  const stopped = withStopped ? (await read.all({ kind: product.kind, status: 'discontinued' })).rows : [];
  const onHand = await sumByProduct(read, 'stock/');
  const reserved = await sumByProduct(read, 'reserved/');
  return [...active, ...stopped]
    .map((row) => ({
      product: product.read(row),
      onHand: onHand.get(row.id) ?? 0,
      free: (onHand.get(row.id) ?? 0) - (reserved.get(row.id) ?? 0),
    }))
    .toSorted((a, b) => a.product.title.localeCompare(b.product.title, 'zh'));
}

/** stock/<location>/<product> summed over the locations. */
async function sumByProduct(read: Reader, prefix: string): Promise<Map<string, Milli>> {
  const sums = new Map<string, Milli>();
  for (const [path, amount] of await read.balances(prefix)) {
    const id = path.split('/')[2] ?? '';
    sums.set(id, (sums.get(id) ?? 0) + amount);
  }
  return sums;
}

function useColumns(): readonly Column<ProductRow>[] {
  const { t } = useTranslation();
  const words = useWords();
  return [
    {
      key: 'code',
      header: t('warehouse.product.code'),
      width: 116,
      render: ({ product: item }) => item.body.code,
      sortText: ({ product: item }) => item.body.code,
      total: (rows) => t('warehouse.stock.rows', { count: rows.length }),
    },
    {
      key: 'name',
      header: t('warehouse.product.name'),
      width: 240,
      grow: 1,
      render: ({ product: item }) => item.title,
      sortText: ({ product: item }) => item.title,
    },
    { key: 'barcode', header: t('warehouse.product.barcode'), width: 136, render: ({ product: item }) => item.body.barcode },
    { key: 'unit', header: t('warehouse.product.unit'), width: 60, render: ({ product: item }) => item.body.unit },
    {
      key: 'group',
      header: t('warehouse.product.group'),
      width: 96,
      render: ({ product: item }) => t(`warehouse.product.groups.${item.body.group}`),
      sortText: ({ product: item }) => item.body.group,
    },
    {
      key: 'price',
      header: t('warehouse.product.price'),
      width: 110,
      align: 'right',
      render: ({ product: item }) => <Money fen={item.body.price} />,
      sortText: ({ product: item }) => item.body.price,
    },
    {
      key: 'floor',
      header: t('warehouse.product.floor'),
      width: 110,
      align: 'right',
      render: ({ product: item }) => (item.body.floor === 0 ? '—' : <Money fen={item.body.floor} />),
      sortText: ({ product: item }) => item.body.floor,
    },
    {
      key: 'onHand',
      header: t('warehouse.stock.onHand'),
      width: 90,
      align: 'right',
      render: (row) => <Quantity milli={row.onHand} />,
      sortText: (row) => row.onHand,
    },
    {
      key: 'free',
      header: t('warehouse.stock.free'),
      width: 90,
      align: 'right',
      render: (row) => <Quantity milli={row.free} strong />,
      sortText: (row) => row.free,
    },
    {
      key: 'status',
      header: t('warehouse.product.status'),
      width: 92,
      render: ({ product: item }) => <StatusBadge tone={product.tones[item.status] ?? 'neutral'} label={words.status(item)} />,
      sortText: ({ product: item }) => item.status,
    },
  ];
}
