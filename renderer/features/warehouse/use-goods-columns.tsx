import { useMemo } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { lineAmount } from '#shared/core/money.ts';
import { product } from '#shared/modules/product/module.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { PiecesButton } from '#renderer/desk/pieces/PiecesButton.tsx';
import { useNumbered } from '#renderer/desk/pieces/use-numbered.ts';
import type { EntryColumn } from '#renderer/ui/EntryGrid.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import type { Choice } from '#renderer/ui/RecordPicker.tsx';
import { FreeStock } from './FreeStock.tsx';
import { goodsOf, lineWithPiece, withSerials, type GoodsLine } from './goods-lines.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { productByCode, searchProducts, type ProductChoice } from './products/product-choices.ts';

export interface GoodsColumnsOptions {
  /** Where the goods come from: shows what is free there. '' shows nothing. */
  location: string;
  /** With purchase price and amount. */
  cost: boolean;
  lines: readonly GoodsLine[];
  onLines: (update: (lines: readonly GoodsLine[]) => readonly GoodsLine[]) => void;
}

/** Columns of an entry grid for goods: product (by any of its names, scanned or pasted), quantity, numbers of the pieces where they have any, and cost where it matters. */
export function useGoodsColumns({ location, cost, lines, onLines }: GoodsColumnsOptions): readonly EntryColumn<GoodsLine>[] {
  const { t } = useTranslation();
  const { book } = useDesk();
  const numbered = useNumbered(
    lines.map(({ goods }) => goods?.product ?? ''),
    location,
  );
  const latest = useLatest(lines);
  return useMemo(() => {
    const columns: EntryColumn<GoodsLine>[] = [
      {
        kind: 'picker',
        key: 'product',
        header: t('warehouse.inbound.product'),
        width: 260,
        grow: true,
        get: ({ goods }) => goods && { label: [goods.name, goods.spec].filter(Boolean).join(' '), detail: goods.code },
        set: (line, choice) => ({ ...line, goods: isProduct(choice) ? goodsOf(choice) : null }),
        search: (text) => searchProducts(book, text, location),
        resolve: (code) => productByCode(book, code, location),
        error: (line) => (line.goods === null && line.quantity !== null ? t('warehouse.inbound.productMissing') : undefined),
      },
      {
        kind: 'quantity',
        key: 'quantity',
        header: t('warehouse.inbound.quantity'),
        width: 110,
        get: (line) => line.quantity,
        set: (line, quantity) => ({ ...line, quantity }),
        error: (line) => (line.goods !== null && line.quantity === 0 ? t('warehouse.inbound.quantityMissing') : undefined),
      },
      { kind: 'computed', key: 'unit', header: t('warehouse.inbound.unit'), width: 56, render: (line) => line.goods?.unit ?? '' },
    ];
    if (numbered.tracking.size > 0)
      columns.push({
        kind: 'computed',
        key: 'pieces',
        header: t('pieces.column'),
        width: 92,
        render: (line) => {
          const tracking = numbered.tracking.get(line.goods?.product ?? '');
          if (tracking === undefined || line.goods === null) return null;
          return (
            <PiecesButton
              name={line.goods.name}
              tracking={tracking}
              quantity={line.quantity}
              value={line.serials ?? []}
              among={numbered.free.get(line.goods.product)}
              lineOf={(serial) => lineWithPiece(latest.get(), line, serial)}
              onChange={(serials) => onLines((all) => all.map((one) => (one.key === line.key ? withSerials(one, serials) : one)))}
            />
          );
        },
      });
    if (location !== '')
      columns.push({
        kind: 'computed',
        key: 'free',
        header: t('warehouse.transfer.free'),
        width: 100,
        align: 'right',
        render: (line) => <FreeStock location={location} product={line.goods?.product ?? ''} wanted={line.quantity ?? 0} />,
      });
    if (cost)
      columns.push(
        {
          kind: 'money',
          key: 'cost',
          header: t('warehouse.inbound.cost'),
          width: 120,
          get: (line) => line.cost,
          set: (line, value) => ({ ...line, cost: value }),
        },
        {
          kind: 'computed',
          key: 'amount',
          header: t('warehouse.inbound.amount'),
          width: 120,
          align: 'right',
          render: (line) => (line.cost === null || line.quantity === null ? '' : <Money fen={lineAmount(line.cost, line.quantity)} />),
        },
      );
    return columns;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- onLines builds on the latest lines, whichever one is called
  }, [t, book, location, cost, numbered.tracking, numbered.free]);
}

/** The grid knows choices without their data; this column's are always products. */
function isProduct(choice: Choice | null): choice is ProductChoice {
  return (
    choice !== null && typeof choice.data === 'object' && choice.data !== null && 'kind' in choice.data && choice.data.kind === product.kind
  );
}
