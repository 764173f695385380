import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { QuantityInput } from '#renderer/ui/QuantityInput.tsx';
import type { Milli } from '#shared/core/money.ts';
import type { OrderLine } from '#shared/modules/order/module.ts';
import classes from './orders.module.css';

/** Thousandths by order line. */
export type Quantities = Readonly<Record<number, Milli | null>>;

interface LineQuantitiesProps {
  lines: readonly OrderLine[];
  /** What of a line may be moved at most; lines with nothing are left out. */
  most: (index: number) => Milli;
  value: Quantities;
  onChange: (value: Quantities) => void;
  /** The first field that cannot be read or is too much, null when none. */
  onProblem: (problem: string | null) => void;
}

/** One quantity field per order line that still has something open. */
export function LineQuantities({ lines, most, value, onChange, onProblem }: LineQuantitiesProps) {
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
          </span>
          <span className={classes.right}>
            <Quantity milli={limit} unit={line.unit} />
          </span>
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
        </div>
      ))}
    </div>
  );
}
