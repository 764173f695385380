import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatMilli, parseMilli, type Milli } from '#shared/core/money.ts';
import type { FieldProps } from './field.ts';
import { limitProblem } from './limit-problem.ts';
import { ParsedInput } from './ParsedInput.tsx';

export interface QuantityInputProps extends FieldProps {
  /** Thousandths; null when empty or not understood (`onProblem` tells which). */
  value: Milli | null;
  onChange: (value: Milli | null) => void;
  onProblem?: (problem: string | null) => void;
  /** Thousandths. Default 0. */
  min?: Milli;
  max?: Milli;
  unit?: string;
}

/** A quantity in the product's unit. */
export function QuantityInput({ min = 0, max, ...rest }: QuantityInputProps) {
  const { t } = useTranslation();
  return (
    <ParsedInput
      {...rest}
      nothing={null}
      parse={parseMilli}
      format={(milli) => (milli === null ? '' : formatMilli(milli))}
      notUnderstood={t('common.quantityNotUnderstood')}
      check={(milli) => (milli === null ? null : limitProblem(milli, min, max, formatMilli, t))}
      align="right"
      inputMode="decimal"
    />
  );
}
