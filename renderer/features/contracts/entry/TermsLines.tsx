import { Checkbox } from '@mantine/core';
import { useMemo, useRef, useEffect } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { EntryGrid, type EntryColumn } from '#renderer/ui/EntryGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { formatFen } from '#shared/core/money.ts';
import { amountOf, emptyLine, parseGoods, withGift, withGoods, type DraftLine } from './application-draft.ts';
import { goodsByCode, searchGoods, type Pricing } from './goods-choices.ts';
import classes from './entry.module.css';

interface TermsLinesProps {
  lines: readonly DraftLine[];
  onLines: (update: (lines: readonly DraftLine[]) => readonly DraftLine[]) => void;
  pricing: Pricing;
  /** The last line is in: on to the payment plan. */
  onDone: () => void;
}

/** The goods of the contract: product, quantity, price beside the policy's and its floor (G-02), gift. */
export function TermsLines({ lines, onLines, pricing, onDone }: TermsLinesProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  // The columns stay the same while the policy or the customer changes; a look-up asks for the newest.
  const asked = useRef(pricing);
  useEffect(() => {
    asked.current = pricing;
  }, [pricing]);
  const latest = useRef(onLines);
  useEffect(() => {
    latest.current = onLines;
  }, [onLines]);

  const columns = useMemo<readonly EntryColumn<DraftLine>[]>(
    () => [
      {
        kind: 'picker',
        key: 'product',
        header: t('documents.lines.application.name'),
        width: 200,
        grow: true,
        get: ({ goods }) => (goods === null ? null : { label: [goods.name, goods.spec].filter(Boolean).join(' ') }),
        set: (line, choice) => withGoods(line, choice === null ? null : parseGoods(choice.data)),
        search: (text) => searchGoods(book, asked.current, text),
        resolve: async (code) => {
          const goods = await goodsByCode(book, asked.current, code);
          return goods === null ? null : { key: goods.product, label: goods.name, data: goods };
        },
      },
      {
        kind: 'quantity',
        key: 'quantity',
        header: t('documents.lines.application.quantity'),
        width: 90,
        align: 'right',
        get: ({ quantity }) => quantity,
        set: (line, quantity) => ({ ...line, quantity }),
        error: ({ goods, quantity }) => (goods !== null && (quantity ?? 0) <= 0 ? t('contracts.entry.gap.quantity') : undefined),
      },
      {
        kind: 'computed',
        key: 'unit',
        header: t('documents.lines.application.unit'),
        width: 46,
        render: ({ goods }) => goods && <span className={classes.dim}>{goods.unit}</span>,
      },
      {
        kind: 'computed',
        key: 'policyPrice',
        header: t('contracts.entry.policyPrice'),
        width: 96,
        align: 'right',
        render: ({ goods }) => goods && <Money fen={goods.price} />,
      },
      {
        kind: 'money',
        key: 'price',
        header: t('documents.lines.application.price'),
        width: 104,
        align: 'right',
        get: ({ price }) => price,
        set: (line, price) => ({ ...line, price }),
        locked: ({ gift }) => gift,
        error: ({ goods, price, gift }) =>
          goods !== null && price !== null && !gift && price < goods.floor
            ? t('contracts.entry.belowFloor', { floor: formatFen(goods.floor) })
            : undefined,
      },
      {
        kind: 'computed',
        key: 'amount',
        header: t('documents.lines.application.amount'),
        width: 112,
        align: 'right',
        render: (line) => line.goods && <Money fen={amountOf(line)} />,
      },
      {
        kind: 'computed',
        key: 'gift',
        header: t('documents.lines.application.gift'),
        width: 56,
        render: (line) =>
          line.goods && (
            <Checkbox
              className={classes.gift}
              size="xs"
              aria-label={t('contracts.entry.giftOf', { name: line.goods.name })}
              checked={line.gift}
              onChange={(event) => {
                const gift = event.currentTarget.checked;
                latest.current((all) => all.map((one) => (one.key === line.key ? withGift(one, gift) : one)));
              }}
            />
          ),
      },
    ],
    [t, book],
  );
  return (
    <EntryGrid
      label={t('documents.fields.application.lines')}
      columns={columns}
      lines={lines}
      onLines={onLines}
      newLine={emptyLine}
      lineKey={({ key }) => key}
      onDone={onDone}
    />
  );
}
