import { useState, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import type { Milli } from '#shared/core/money.ts';
import type { Counted } from '#shared/modules/order/counted.ts';
import type { OrderLine } from '#shared/modules/order/module.ts';
import type { LineProgress } from '#shared/modules/order/progress.ts';
import { quantityOf, type Tracking } from '#shared/modules/product/serials.ts';
import { LineQuantities, type Quantities } from './LineQuantities.tsx';

interface QuantitiesDialogProps {
  title: string;
  commit: string;
  lines: readonly OrderLine[];
  progress: readonly LineProgress[];
  /** What of a line may be moved at most. */
  most: (progress: LineProgress) => Milli;
  /** Pieces of a line that may be moved, and those that are named already; undefined where goods have no numbers. */
  pieces: (index: number) => { tracking: Tracking; among: readonly string[]; named: readonly string[] } | undefined;
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
  const { title, commit, lines, progress, most, pieces, start, onCommit, onClose, children, blocked } = props;
  const { t } = useTranslation();
  const limits = progress.map((line) => Math.max(0, most(line)));
  const [counted, setCounted] = useState<Quantities>(() =>
    Object.fromEntries(limits.map((limit, index) => [index, start === 'all' ? limit : null])),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Readonly<Record<number, readonly string[]>>>({});
  const serialsOf = (line: number) => chosen[line] ?? pieces(line)?.named ?? [];
  const moved = limits.flatMap((_limit, line): Counted[] => {
    const serials = serialsOf(line);
    const quantity = pieces(line) ? quantityOf(serials) : (counted[line] ?? 0);
    return quantity > 0 ? [{ line, quantity, ...(serials.length > 0 ? { serials } : {}) }] : [];
  });
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
      <LineQuantities
        lines={lines}
        most={(index) => limits[index] ?? 0}
        value={counted}
        onChange={setCounted}
        onProblem={setProblem}
        pieces={{
          of: pieces,
          value: Object.fromEntries(lines.map((_, index) => [index, serialsOf(index)])),
          onChange: (index, serials) => setChosen({ ...chosen, [index]: serials }),
        }}
      />
      {children}
    </FormDialog>
  );
}
