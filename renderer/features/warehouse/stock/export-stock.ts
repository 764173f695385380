import type { Translate } from '#renderer/ui/i18n.ts';
import type { ExportTable } from '#shared/transfer/export-table.ts';
import type { StockRow } from './stock-rows.ts';

/** What the filter leaves, in whole units and yuan, so that a spreadsheet can add it up. */
export function exportStock(rows: readonly StockRow[], t: Translate): ExportTable {
  const columns = ['code', 'product', 'location', 'onHand', 'reserved', 'free', 'damaged', 'unit', 'mark'] as const;
  return {
    name: t('warehouse.stock.title'),
    headings: [...columns.map((column) => t(`warehouse.stock.${column}`)), t('warehouse.product.price')],
    rows: rows.map(({ product, location, onHand, reserved, free, damaged }) => [
      product.body.code,
      product.title,
      location,
      ...[onHand, reserved, free, damaged].map((milli) => milli / 1000),
      product.body.unit,
      product.body.lowStock / 1000,
      product.body.price / 100,
    ]),
  };
}
