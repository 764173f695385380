import { useState, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import type { Milli } from '#shared/core/money.ts';
import type { Counted } from '#shared/modules/order/counted.ts';
import type { OrderLine } from '#shared/modules/order/module.ts';
import type { LineProgress } from '#shared/modules/order/progress.ts';
import { LineQuantities, type Quantities } from './LineQuantities.tsx';

interface QuantitiesDialogProps {
  title: string;
  commit: string;
  lines: readonly OrderLine[];
  progress: readonly LineProgress[];
  /** What of a line may be moved at most. */
  most: (progress: LineProgress) => Milli;
  /** What the fields start with: everything (hand over) or nothing (a return). */
  start: 'all' | 'none';
  onCommit: (counted: Counted[]) => Promise<unknown>;
  onClose: () => void;
  /** Below the lines: reason, refusal. */
  children?: ReactNode;
  blocked?: string | undefined;
}

/** Quantities by order line: what is handed over, put ready, asked back. */
export function QuantitiesDialog(props: QuantitiesDialogProps) {
  const { title, commit, lines, progress, most, start, onCommit, onClose, children, blocked } = props;
  const { t } = useTranslation();
  const limits = progress.map((line) => Math.max(0, most(line)));
  const [counted, setCounted] = useState<Quantities>(() =>
    Object.fromEntries(limits.map((limit, index) => [index, start === 'all' ? limit : null])),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const moved = limits.flatMap((_limit, line) => ((counted[line] ?? 0) > 0 ? [{ line, quantity: counted[line] ?? 0 }] : []));
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={title}
      commit={commit}
      onCommit={() => onCommit(moved)}
      blocked={problem ?? (moved.length === 0 ? t('counter.quantities.nothing') : blocked)}
      size={620}
    >
      <LineQuantities lines={lines} most={(index) => limits[index] ?? 0} value={counted} onChange={setCounted} onProblem={setProblem} />
      {children}
    </FormDialog>
  );
}
