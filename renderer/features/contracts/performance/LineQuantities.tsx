import { useState, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { QuantityInput } from '#renderer/ui/QuantityInput.tsx';
import type { Milli } from '#shared/core/money.ts';
import type { Counted } from '#shared/modules/order/counted.ts';
import classes from './performance.module.css';

export interface OpenLine {
  /** Line of the contract. */
  line: number;
  name: string;
  spec: string;
  unit: string;
  /** Thousandths still open. */
  open: Milli;
  /** What the field starts with. */
  start: Milli;
}

/** Thousandths by line of the contract, null while a field is empty. */
export type Quantities = Readonly<Record<number, Milli | null>>;

export function startOf(lines: readonly OpenLine[]): Quantities {
  return Object.fromEntries(lines.map(({ line, start }) => [line, start === 0 ? null : start]));
}

export function countedOf(quantities: Quantities): Counted[] {
  return Object.entries(quantities).flatMap(([line, quantity]) =>
    quantity !== null && quantity > 0 ? [{ line: Number(line), quantity }] : [],
  );
}

interface LineQuantitiesProps {
  lines: readonly OpenLine[];
  value: Quantities;
  onChange: (value: Quantities) => void;
  onProblem: (problem: string | null) => void;
  /** What else a line is asked for: the numbers of its pieces. */
  beside?: (line: number) => ReactNode;
}

/** How much of which line: what is ordered, asked of the plant, came into stock. */
export function LineQuantities({ lines, value, onChange, onProblem, beside }: LineQuantitiesProps) {
  const { t } = useTranslation();
  const [problems, setProblems] = useState<Readonly<Record<number, string | null>>>({});
  const report = (line: number, problem: string | null) => {
    const next = { ...problems, [line]: problem };
    setProblems(next);
    onProblem(Object.values(next).find((text) => text !== null) ?? null);
  };
  if (lines.length === 0) return <p className={classes.note}>{t('contracts.quantities.none')}</p>;
  return (
    <div className={classes.quantities}>
      <span className={classes.head}>{t('contracts.quantities.goods')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('contracts.quantities.open')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('contracts.quantities.now')}</span>
      {lines.map(({ line, name, spec, unit, open }) => (
        <div key={line} className={classes.row}>
          <span className={classes.goods}>
            <span>
              {name} <span className={classes.dim}>{spec}</span>
            </span>
            {beside?.(line)}
          </span>
          <span className={classes.right}>
            <Quantity milli={open} unit={unit} />
          </span>
          <QuantityInput
            label={t('contracts.quantities.of', { name })}
            hideLabel
            value={value[line] ?? null}
            onChange={(quantity) => onChange({ ...value, [line]: quantity })}
            onProblem={(problem) => report(line, problem)}
            max={open}
          />
        </div>
      ))}
    </div>
  );
}
