import { formatFen, type Fen } from '#shared/core/money.ts';
import classes from './figures.module.css';

export interface MoneyProps {
  fen: Fen;
  /** Shows ¥ in front: for single figures; columns do without. */
  symbol?: boolean;
  strong?: boolean;
}

/** An amount, tabular, never broken over lines; negative amounts are red as on a red-letter slip. */
export function Money({ fen, symbol = false, strong = false }: MoneyProps) {
  const className = [classes.figure, fen < 0 && classes.negative, strong && classes.strong].filter(Boolean).join(' ');
  const text = formatFen(Math.abs(fen));
  return <span className={className}>{`${fen < 0 ? '−' : ''}${symbol ? '¥' : ''}${text}`}</span>;
}
