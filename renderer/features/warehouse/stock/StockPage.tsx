import { Button } from '@mantine/core';
import { IconArrowsExchange, IconStack2 } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { product } from '#shared/modules/product/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useListView } from '#renderer/desk/use-list-view.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { exportStock } from './export-stock.ts';
import { stockFilters } from './stock-filters.ts';
import { filterStock, readStock, type StockRow } from './stock-rows.ts';
import { TransferDialog } from './TransferDialog.tsx';
import { useStockColumns } from './use-stock-columns.tsx';

/** What lies where, what of it is promised, what runs short (STK-01). */
export function StockPage() {
  const { t } = useTranslation();
  const { book, holds, today } = useDesk();
  const go = useGo();
  const [filters, change] = useAddressFilters(stockFilters);
  const stock = useLive(readStock, ['stock']);
  const columns = useStockColumns();
  const listView = useListView('stock');
  const found =
    filters.text.trim() === ''
      ? null
      : new Set(book.search({ text: filters.text, kinds: [product.kind], without: ['withdrawn'], limit: 500 }).map((hit) => hit.id));
  const filtered = filters.location !== '' || filters.low !== '' || filters.text !== '';
  const rows: Loadable<readonly StockRow[]> =
    stock.state === 'ready'
      ? { state: 'ready', value: filterStock(stock.value.rows, { location: filters.location, low: filters.low === '1' }, found) }
      : stock;
  const locations = stock.state === 'ready' ? stock.value.locations : [];
  return (
    <Page
      title={t('warehouse.stock.title')}
      subtitle={stock.state === 'ready' && !stock.value.complete ? t('warehouse.stock.partly') : undefined}
      layout="flush"
      actions={
        <>
          <ExportButton
            name={`${t('warehouse.stock.title')} ${today}`}
            subject={null}
            collect={async () => exportStock(rows.state === 'ready' ? rows.value : [], t)}
          />
          {holds('warehouse') && (
            <Button
              leftSection={<IconArrowsExchange size={16} stroke={1.6} aria-hidden="true" />}
              onClick={() => change({ transfer: 'new' })}
            >
              {t('warehouse.stock.transfer')}
            </Button>
          )}
        </>
      }
      toolbar={
        <FilterBar
          fields={[
            { kind: 'text', key: 'text', label: t('warehouse.stock.search') },
            {
              kind: 'choice',
              key: 'location',
              label: t('warehouse.stock.location'),
              options: locations.map((place) => ({ value: place.id, label: place.name })),
            },
            {
              kind: 'choice',
              key: 'low',
              label: t('warehouse.stock.state'),
              options: [{ value: '1', label: t('warehouse.stock.lowOnly') }],
            },
          ]}
          value={filters}
          onChange={(value) => change(stockFilters.parse({ ...value, transfer: filters.transfer }))}
        />
      }
    >
      <DataTable
        label={t('warehouse.stock.list')}
        columns={columns}
        rows={rows}
        {...listView}
        rowKey={(row) => row.key}
        rowLabel={(row) => row.product.title}
        tone={(row) => (row.free < 0 ? 'bad' : undefined)}
        onOpen={(row) => go(`/products/${row.product.id}`)}
        empty={
          filtered ? (
            <Empty title={t('warehouse.stock.emptyFiltered')} />
          ) : (
            <Empty title={t('warehouse.stock.empty')} hint={t('warehouse.stock.emptyHint')} icon={<IconStack2 size={28} stroke={1.4} />} />
          )
        }
      />
      {filters.transfer !== '' && holds('warehouse') && (
        <TransferDialog
          first={filters.transfer === 'new' ? '' : filters.transfer}
          locations={locations}
          onClose={() => change({ transfer: '' })}
        />
      )}
    </Page>
  );
}
