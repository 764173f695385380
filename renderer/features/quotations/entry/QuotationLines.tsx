import { Checkbox } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { EntryGrid, type EntryColumn } from '#renderer/ui/EntryGrid.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { formatFen } from '#shared/core/money.ts';
import { goodsByCode, searchGoods } from './goods-choices.ts';
import { amountOf, askedOf, emptyLine, parseGoods, withGift, withGoods, type DraftLine, type Pricing } from './quotation-draft.ts';
import classes from './entry.module.css';

interface QuotationLinesProps {
  lines: readonly DraftLine[];
  onLines: (update: (lines: readonly DraftLine[]) => readonly DraftLine[]) => void;
  pricing: Pricing;
  /** The last line is in: on to the terms. */
  onDone: () => void;
}

/** The goods offered: quantity and price beside what the policy asks of this customer and the floor below which somebody signs (QPA-03). */
export function QuotationLines({ lines, onLines, pricing, onDone }: QuotationLinesProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const latest = useRef(onLines);
  useEffect(() => {
    latest.current = onLines;
  }, [onLines]);

  const columns = useMemo<readonly EntryColumn<DraftLine>[]>(
    () => [
      {
        kind: 'picker',
        key: 'product',
        header: t('quotations.entry.product'),
        width: 180,
        grow: true,
        get: ({ goods }) => (goods === null ? null : { label: [goods.name, goods.spec].filter(Boolean).join(' ') }),
        set: (line, choice) => withGoods(line, choice === null ? null : parseGoods(choice.data), pricing),
        search: (text) => searchGoods(book, pricing, text),
        resolve: async (code) => {
          const goods = await goodsByCode(book, code);
          return goods === null ? null : { key: goods.product, label: goods.name, data: goods };
        },
      },
      {
        kind: 'quantity',
        key: 'quantity',
        header: t('quotations.entry.quantity'),
        width: 72,
        align: 'right',
        get: ({ quantity }) => quantity,
        set: (line, quantity) => ({ ...line, quantity }),
        error: ({ goods, quantity }) => (goods !== null && (quantity ?? 0) <= 0 ? t('quotations.entry.quantityMissing') : undefined),
      },
      {
        kind: 'computed',
        key: 'unit',
        header: t('quotations.entry.unit'),
        width: 42,
        render: ({ goods }) => goods && <span className={classes.dim}>{goods.unit}</span>,
      },
      {
        kind: 'computed',
        key: 'policyPrice',
        header: t('quotations.entry.policyPrice'),
        width: 84,
        align: 'right',
        render: (line) => {
          const asked = askedOf(line, pricing);
          return asked && <Money fen={asked.price} />;
        },
      },
      {
        kind: 'computed',
        key: 'floor',
        header: t('quotations.entry.floor'),
        width: 84,
        align: 'right',
        render: (line) => {
          const asked = askedOf(line, pricing);
          return asked && asked.floor > 0 && <Money fen={asked.floor} />;
        },
      },
      {
        kind: 'money',
        key: 'price',
        header: t('quotations.entry.price'),
        width: 90,
        align: 'right',
        get: ({ price }) => price,
        set: (line, price) => ({ ...line, price }),
        locked: ({ gift }) => gift,
        error: (line) => {
          const asked = askedOf(line, pricing);
          return asked && line.price !== null && !line.gift && line.price < asked.floor
            ? t('quotations.entry.belowFloor', { floor: formatFen(asked.floor) })
            : undefined;
        },
      },
      {
        kind: 'computed',
        key: 'amount',
        header: t('quotations.entry.amount'),
        width: 96,
        align: 'right',
        render: (line) => line.goods && <Money fen={amountOf(line)} />,
      },
      {
        kind: 'computed',
        key: 'gift',
        header: t('quotations.entry.gift'),
        width: 46,
        render: ({ key, goods, gift }) =>
          goods && (
            <Checkbox
              className={classes.gift}
              size="xs"
              aria-label={t('quotations.entry.giftOf', { name: goods.name })}
              checked={gift}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                latest.current((all) => all.map((line) => (line.key === key ? withGift(line, on, pricing) : line)));
              }}
            />
          ),
      },
    ],
    [t, book, pricing],
  );

  return (
    <EntryGrid
      label={t('quotations.entry.lines')}
      columns={columns}
      lines={lines}
      onLines={onLines}
      newLine={emptyLine}
      lineKey={(line) => line.key}
      onDone={onDone}
    />
  );
}
