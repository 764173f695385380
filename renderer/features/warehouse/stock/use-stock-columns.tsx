import { useTranslation } from '#renderer/ui/i18n.ts';
import { lineAmount } from '#shared/core/money.ts';
import type { Column } from '#renderer/ui/DataTable.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { StockRow } from './stock-rows.ts';

export function useStockColumns(): readonly Column<StockRow>[] {
  const { t } = useTranslation();
  const worth = (row: StockRow) => lineAmount(row.product.body.price, Math.max(0, row.onHand));
  return [
    {
      key: 'code',
      header: t('warehouse.stock.code'),
      width: 116,
      render: (row) => row.product.body.code,
      sortText: (row) => row.product.body.code,
      total: (rows) => t('warehouse.stock.rows', { count: rows.length }),
    },
    {
      key: 'product',
      header: t('warehouse.stock.product'),
      width: 200,
      grow: 1,
      render: (row) => row.product.title,
      sortText: (row) => row.product.title,
    },
    {
      key: 'location',
      header: t('warehouse.stock.location'),
      width: 104,
      render: (row) => row.location,
      sortText: (row) => row.location,
    },
    {
      key: 'onHand',
      header: t('warehouse.stock.onHand'),
      width: 92,
      align: 'right',
      render: (row) => <Quantity milli={row.onHand} />,
      sortText: (row) => row.onHand,
    },
    {
      key: 'reserved',
      header: t('warehouse.stock.reserved'),
      width: 92,
      align: 'right',
      render: (row) => (row.reserved === 0 ? '' : <Quantity milli={row.reserved} />),
      sortText: (row) => row.reserved,
    },
    {
      key: 'free',
      header: t('warehouse.stock.free'),
      width: 92,
      align: 'right',
      render: (row) => <Quantity milli={row.free} strong />,
      sortText: (row) => row.free,
    },
    {
      key: 'coming',
      header: t('requests.onTheWay'),
      width: 76,
      align: 'right',
      render: (row) => (row.coming === 0 ? '' : <Quantity milli={row.coming} />),
      sortText: (row) => row.coming,
    },
    { key: 'unit', header: t('warehouse.stock.unit'), width: 56, render: (row) => row.product.body.unit },
    {
      key: 'mark',
      header: t('warehouse.stock.mark'),
      width: 84,
      align: 'right',
      render: (row) => (row.product.body.lowStock === 0 ? '' : <Quantity milli={row.product.body.lowStock} />),
      sortText: (row) => row.product.body.lowStock,
    },
    {
      key: 'state',
      header: t('warehouse.stock.state'),
      width: 112,
      render: (row) =>
        row.free < 0 ? (
          <StatusBadge tone="bad" label={t('warehouse.stock.over')} />
        ) : row.low ? (
          <StatusBadge tone="warn" label={t('warehouse.stock.low')} />
        ) : (
          ''
        ),
      sortText: (row) => (row.free < 0 ? 0 : row.low ? 1 : 2),
      total: (rows) => t('warehouse.stock.lowCount', { count: rows.filter((row) => row.low).length }),
    },
    {
      key: 'damaged',
      header: t('warehouse.stock.damaged'),
      width: 84,
      align: 'right',
      render: (row) => (row.damaged === 0 ? '' : <Quantity milli={row.damaged} />),
      sortText: (row) => row.damaged,
      hidden: true,
    },
    {
      key: 'value',
      header: t('warehouse.stock.value'),
      width: 104,
      align: 'right',
      render: (row) => <Money fen={worth(row)} />,
      sortText: worth,
      total: (rows) => <Money fen={rows.reduce((sum, row) => sum + worth(row), 0)} />,
      hidden: true,
    },
  ];
}
