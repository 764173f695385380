import { useMemo } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { GoodsLine } from '#renderer/desk/goods/goods-line.ts';
import type { EntryColumn } from '#renderer/ui/EntryGrid.tsx';
import { StockCell } from './StockCell.tsx';
import type { SalePlace } from './use-places.ts';

/** What is free at the place the goods go out from, live, beside each product. */
export function useStockColumn(location: string, places: readonly SalePlace[]): readonly EntryColumn<GoodsLine>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        kind: 'computed',
        key: 'stock',
        header: t('counter.line.free'),
        width: 84,
        align: 'right',
        render: ({ goods, quantity }) =>
          goods === null || location === '' ? null : (
            <StockCell product={goods.product} location={location} places={places} wanted={quantity ?? 0} />
          ),
      },
    ],
    [t, location, places],
  );
}
