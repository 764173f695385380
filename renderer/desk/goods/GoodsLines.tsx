import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import { formatFen } from '#shared/core/money.ts';
import { EntryGrid, type EntryColumn } from '../../ui/EntryGrid.tsx';
import { useTranslation } from '../../ui/i18n.ts';
import type { Choice } from '../../ui/RecordPicker.tsx';
import { Money } from '../../ui/Money.tsx';
import { useLatest } from '../../ui/use-latest.ts';
import { useDesk } from '../desk.ts';
import { goodsByCode, goodsByPiece, searchGoods } from './find-goods.ts';
import {
  amountOf,
  askedOf,
  emptyLine,
  parsePiece,
  withGift,
  withGoods,
  withScanned,
  withSerials,
  type GoodsLine,
  type Pricing,
} from './goods-line.ts';
import classes from './goods-lines.module.css';

interface GoodsLinesProps {
  label: string;
  lines: readonly GoodsLine[];
  onLines: (update: (lines: readonly GoodsLine[]) => readonly GoodsLine[]) => void;
  pricing: Pricing;
  /** Where the goods are to come from: the choices say what is free there. */
  location?: string;
  /** Columns right after the product, of the form's own. Keep the array stable. */
  after?: readonly EntryColumn<GoodsLine>[];
  /** The policy's price and the floor stand beside the price. */
  showsAsked?: boolean;
  /** The last line is in: on to the next part of the form. */
  onDone: () => void;
}

/**
 * The goods of a sale, a quotation or a contract: product by name, pinyin, code or scanner, quantity, price beside what the policy asks of
 * this customer and the floor below which somebody signs (QPA-03, G-02), gift.
 */
export function GoodsLines({ label, lines, onLines, pricing, location = '', after, showsAsked = false, onDone }: GoodsLinesProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const latest = useLatest(onLines);

  const columns = useMemo<readonly EntryColumn<GoodsLine>[]>(() => {
    const asked: readonly EntryColumn<GoodsLine>[] = [
      {
        kind: 'computed',
        key: 'policyPrice',
        header: t('goods.policyPrice'),
        width: 80,
        align: 'right',
        render: (line) => {
          const found = askedOf(line, pricing);
          return found && <Money fen={found.price} />;
        },
      },
      {
        kind: 'computed',
        key: 'floor',
        header: t('goods.floor'),
        width: 76,
        align: 'right',
        render: (line) => {
          const found = askedOf(line, pricing);
          return found && found.floor > 0 && <Money fen={found.floor} />;
        },
      },
    ];
    return [
      {
        kind: 'picker',
        key: 'product',
        header: t('goods.product'),
        width: 180,
        grow: true,
        get: ({ goods }) => (goods === null ? null : { label: [goods.name, goods.spec].filter(Boolean).join(' ') }),
        set: (line, choice) => withChoice(line, choice, pricing),
        search: (text) => searchGoods(book, pricing, text, location),
        resolve: async (code) => {
          const goods = await goodsByCode(book, code);
          if (goods !== null) return { key: goods.product, label: goods.name, data: goods };
          const piece = await goodsByPiece(book, code, location);
          return piece && { key: piece.goods.product, label: piece.goods.name, data: piece };
        },
      },
      ...(after ?? []),
      {
        kind: 'quantity',
        key: 'quantity',
        header: t('goods.quantity'),
        width: 70,
        align: 'right',
        get: ({ quantity }) => quantity,
        set: (line, quantity) => ({ ...line, quantity }),
        error: ({ goods, quantity }) => (goods !== null && (quantity ?? 0) <= 0 ? t('goods.quantityMissing') : undefined),
      },
      {
        kind: 'computed',
        key: 'unit',
        header: t('goods.unit'),
        width: 36,
        render: ({ goods }) => goods && <span className={classes.unit}>{goods.unit}</span>,
      },
      ...(showsAsked ? asked : []),
      {
        kind: 'money',
        key: 'price',
        header: t('goods.price'),
        width: 86,
        align: 'right',
        get: ({ price }) => price,
        set: (line, price) => ({ ...line, price }),
        locked: ({ gift }) => gift,
        error: (line) => {
          const found = askedOf(line, pricing);
          return found && line.price !== null && !line.gift && line.price < found.floor
            ? t('goods.belowFloor', { floor: formatFen(found.floor) })
            : undefined;
        },
      },
      {
        kind: 'computed',
        key: 'amount',
        header: t('goods.amount'),
        width: 100,
        align: 'right',
        render: (line) => line.goods && <Money fen={amountOf(line)} />,
      },
      {
        kind: 'computed',
        key: 'gift',
        header: t('goods.gift'),
        width: 40,
        render: ({ key, goods, gift }) =>
          goods && (
            <Checkbox
              className={classes.gift}
              size="xs"
              aria-label={t('goods.giftOf', { name: goods.name })}
              checked={gift}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                latest.get()((all) => all.map((line) => (line.key === key ? withGift(line, on, pricing) : line)));
              }}
            />
          ),
      },
    ];
  }, [t, book, pricing, location, after, showsAsked, latest]);

  return (
    <EntryGrid
      label={label}
      columns={columns}
      lines={lines}
      onLines={onLines}
      newLine={emptyLine}
      lineKey={(line) => line.key}
      onScan={(choice) => {
        const scanned = parsePiece(choice.data);
        if (scanned !== null) onLines((all) => withScanned(all, scanned.goods, pricing, scanned.serial));
        return scanned !== null;
      }}
      onDone={onDone}
    />
  );
}

/** A typed code may be the number of a piece: then the line is of that piece. */
function withChoice(line: GoodsLine, choice: Choice | null, pricing: Pricing): GoodsLine {
  const chosen = choice === null ? null : parsePiece(choice.data);
  const next = withGoods(line, chosen?.goods ?? null, pricing);
  return chosen === null || chosen.serial === '' ? next : withSerials(next, [chosen.serial]);
}
