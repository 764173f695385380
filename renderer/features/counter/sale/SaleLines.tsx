import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { EntryGrid, type EntryColumn } from '#renderer/ui/EntryGrid.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import type { Choice } from '#renderer/ui/RecordPicker.tsx';
import { formatFen } from '#shared/core/money.ts';
import { goodsByCode, searchGoods } from './product-choices.ts';
import { amountOf, emptyLine, parseGoods, withGift, withGoods, withScanned, type SaleLine } from './sale-draft.ts';
import { StockCell } from './StockCell.tsx';
import type { SalePlace } from './use-places.ts';
import classes from './sale.module.css';

interface SaleLinesProps {
  lines: readonly SaleLine[];
  onLines: (update: (lines: readonly SaleLine[]) => readonly SaleLine[]) => void;
  location: string;
  places: readonly SalePlace[];
  /** The last line is in: on to what the customer has to say. */
  onDone: () => void;
}

/** The goods of the slip: product by name, pinyin, code or scanner, live stock, quantity, price against the floor (G-02), gift. */
export function SaleLines({ lines, onLines, location, places, onDone }: SaleLinesProps) {
  const { t } = useTranslation();
  const { book } = useDesk();

  const setLine = (key: string, change: (line: SaleLine) => SaleLine) =>
    onLines((all) => all.map((line) => (line.key === key ? change(line) : line)));

  const columns = useMemo<readonly EntryColumn<SaleLine>[]>(
    () => [
      {
        kind: 'picker',
        key: 'product',
        header: t('counter.line.product'),
        width: 200,
        grow: true,
        get: ({ goods }) => (goods === null ? null : { label: [goods.name, goods.spec].filter(Boolean).join(' ') }),
        set: (line, choice) => withGoods(line, choice === null ? null : parseGoods(choice.data)),
        search: (text) => searchGoods(book, location, text),
        resolve: async (code) => {
          const goods = await goodsByCode(book, code);
          return goods === null ? null : { key: goods.product, label: goods.name, data: goods };
        },
      },
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
      {
        kind: 'quantity',
        key: 'quantity',
        header: t('counter.line.quantity'),
        width: 84,
        align: 'right',
        get: ({ quantity }) => quantity,
        set: (line, quantity) => ({ ...line, quantity }),
        error: ({ goods, quantity }) => (goods !== null && (quantity ?? 0) <= 0 ? t('counter.line.quantityMissing') : undefined),
      },
      {
        kind: 'computed',
        key: 'unit',
        header: t('documents.lines.order.unit'),
        width: 46,
        render: ({ goods }) => goods && <span className={classes.unit}>{goods.unit}</span>,
      },
      {
        kind: 'money',
        key: 'price',
        header: t('counter.line.price'),
        width: 100,
        align: 'right',
        get: ({ price }) => price,
        set: (line, price) => ({ ...line, price }),
        locked: ({ gift }) => gift,
        error: ({ goods, price, gift }) =>
          goods !== null && price !== null && !gift && price < goods.floor
            ? t('counter.line.belowFloor', { floor: formatFen(goods.floor) })
            : undefined,
      },
      {
        kind: 'computed',
        key: 'amount',
        header: t('counter.line.amount'),
        width: 100,
        align: 'right',
        render: (line) => (line.goods === null ? null : <Money fen={amountOf(line)} />),
      },
      {
        kind: 'computed',
        key: 'gift',
        header: t('counter.line.gift'),
        width: 50,
        render: (line) =>
          line.goods === null ? null : (
            <Checkbox
              className={classes.gift}
              size="xs"
              aria-label={t('counter.line.giftOf', { name: line.goods.name })}
              checked={line.gift}
              onChange={(event) => {
                const gift = event.currentTarget.checked;
                setLine(line.key, (current) => withGift(current, gift));
              }}
            />
          ),
      },
    ],
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- setLine only forwards to onLines, which builds on the latest lines
    [t, book, location, places],
  );

  const scan = (choice: Choice): boolean => {
    const goods = parseGoods(choice.data);
    if (goods === null) return false;
    onLines((all) => withScanned(all, goods));
    return true;
  };

  return (
    <EntryGrid
      label={t('counter.sale.lines')}
      columns={columns}
      lines={lines}
      onLines={onLines}
      newLine={emptyLine}
      lineKey={(line) => line.key}
      onScan={scan}
      onDone={onDone}
    />
  );
}
