import { formatMilli, type Milli } from '#shared/core/money.ts';
import classes from './figures.module.css';

export interface QuantityProps {
  milli: Milli;
  unit?: string;
  strong?: boolean;
}

/** A quantity with its unit. */
export function Quantity({ milli, unit, strong = false }: QuantityProps) {
  const className = [classes.figure, milli < 0 && classes.negative, strong && classes.strong].filter(Boolean).join(' ');
  return (
    <span className={className}>
      {`${milli < 0 ? '−' : ''}${formatMilli(Math.abs(milli))}`}
      {unit !== undefined && unit !== '' && <span className={classes.unit}>{unit}</span>}
    </span>
  );
}
