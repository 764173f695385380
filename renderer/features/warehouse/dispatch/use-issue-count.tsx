import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { mayAct } from '#shared/documents/act.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import type { Counted } from '#shared/modules/order/counted.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { isCounted, toLines } from './counted.ts';
import { CountTable } from './CountTable.tsx';
import type { StepProps } from './step-props.ts';
import { useCount } from './use-count.ts';

export interface IssueCount {
  /** Why the goods cannot leave yet. */
  blocked: string | undefined;
  /** As counted, for the rule. */
  lines: Counted[];
  /** The goods are out: the kept count is thrown away. */
  done: () => Promise<void>;
  table: ReactNode;
}

/** Counting what leaves the store, all of it, by somebody else than who released it (STK-08, G-30). */
export function useIssueCount({ note, onHand }: StepProps['found'], label: string, onChange: () => void): IssueCount {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const count = useCount(note.id, note.no);
  const { lines } = note.body;
  const blocked = !mayAct(dispatch, note, 'out', actor).ok
    ? t('warehouse.next.issuerNotReleaser')
    : count.problems.size > 0
      ? t('warehouse.write.wrong')
      : isCounted(lines, count.counted)
        ? undefined
        : t('warehouse.next.countAll');
  return {
    blocked,
    lines: toLines(lines, count.counted, count.pieces),
    done: count.done,
    table: count.ready && (
      <CountTable
        label={label}
        lines={lines}
        counted={count.counted}
        onCounted={(counted) => {
          onChange();
          count.onCounted(counted);
        }}
        onHand={onHand}
        onProblem={count.onProblem}
        pieces={count.pieces}
        onPieces={(line, serials) => {
          onChange();
          count.onPieces(line, serials);
        }}
        from={note.body.location}
        paper={note.id}
      />
    ),
  };
}
