import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { PieceLinks } from '#renderer/desk/pieces/PieceLinks.tsx';
import { PiecesButton } from '#renderer/desk/pieces/PiecesButton.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { QuantityInput } from '#renderer/ui/QuantityInput.tsx';
import type { Milli } from '#shared/core/money.ts';
import type { OrderLine } from '#shared/modules/order/module.ts';
import type { Tracking } from '#shared/modules/product/serials.ts';
import classes from './orders.module.css';

/** Thousandths by order line. */
export type Quantities = Readonly<Record<number, Milli | null>>;

/** Pieces that may be chosen for a line; undefined where goods have no numbers. */
interface LinePieces {
  of: (index: number) => { tracking: Tracking; among: readonly string[] } | undefined;
  value: Readonly<Record<number, readonly string[]>>;
  onChange: (index: number, serials: readonly string[]) => void;
}

interface LineQuantitiesProps {
  lines: readonly OrderLine[];
  /** What of a line may be moved at most; lines with nothing are left out. */
  most: (index: number) => Milli;
  value: Quantities;
  onChange: (value: Quantities) => void;
  /** Lines whose pieces have numbers: the pieces are chosen instead, and make the quantity. */
  pieces?: LinePieces | undefined;
  /** The first field that cannot be read or is too much, null when none. */
  onProblem: (problem: string | null) => void;
}

/** One quantity field per order line that still has something open. */
export function LineQuantities({ lines, most, value, onChange, pieces, onProblem }: LineQuantitiesProps) {
  const { t } = useTranslation();
  const [problems, setProblems] = useState<Readonly<Record<number, string | null>>>({});
  const rows = lines.flatMap((line, index) => (most(index) > 0 ? [{ line, index, limit: most(index) }] : []));
  const report = (index: number, problem: string | null) => {
    const next = { ...problems, [index]: problem };
    setProblems(next);
    onProblem(Object.values(next).find((text) => text !== null) ?? null);
  };
  return (
    <div className={classes.quantities}>
      <span className={classes.head}>{t('counter.quantities.goods')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('counter.quantities.open')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('counter.quantities.now')}</span>
      {rows.map(({ line, index, limit }, at) => (
        <div key={index} className={classes.row}>
          <span>
            {line.name} <span className={classes.dim}>{line.spec}</span>
            <PieceLinks product={line.product} serials={pieces?.value[index]} />
          </span>
          <span className={classes.right}>
            <Quantity milli={limit} unit={line.unit} />
          </span>
          {pieces?.of(index) ? (
            <PiecesButton
              name={line.name}
              tracking={pieces.of(index)?.tracking ?? 'serial'}
              among={pieces.of(index)?.among}
              quantity={limit}
              isLimit
              value={pieces.value[index] ?? []}
              onChange={(serials) => pieces.onChange(index, serials)}
            />
          ) : (
            <QuantityInput
              label={t('counter.quantities.of', { name: line.name })}
              hideLabel
              value={value[index] ?? null}
              onChange={(quantity) => onChange({ ...value, [index]: quantity })}
              onProblem={(problem) => report(index, problem)}
              max={limit}

              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
              autoFocus={at === 0}
            />
          )}
        </div>
      ))}
    </div>
  );
}
