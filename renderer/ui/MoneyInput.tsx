import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatFen, parseFen, type Fen } from '#shared/core/money.ts';
import type { FieldProps } from './field.ts';
import { limitProblem } from './limit-problem.ts';
import { ParsedInput } from './ParsedInput.tsx';

export interface MoneyInputProps extends FieldProps {
  /** Fen; null when empty or not understood (`onProblem` tells which). */
  value: Fen | null;
  onChange: (value: Fen | null) => void;
  onProblem?: (problem: string | null) => void;
  /** Fen. Default 0: a negative amount must be asked for. */
  min?: Fen;
  max?: Fen;
}

/** An amount of money, as a clerk types it: 1,234.5 · ￥1234.50 · １２３. */
export function MoneyInput({ min = 0, max, ...rest }: MoneyInputProps) {
  const { t } = useTranslation();
  return (
    <ParsedInput
      {...rest}
      nothing={null}
      parse={parseFen}
      format={(fen) => (fen === null ? '' : formatFen(fen))}
      notUnderstood={t('common.amountNotUnderstood')}
      check={(fen) => (fen === null ? null : limitProblem(fen, min, max, formatFen, t))}
      symbol="¥"
      align="right"
      inputMode="decimal"
    />
  );
}
