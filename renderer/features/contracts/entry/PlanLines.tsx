import { useMemo, useRef, useEffect } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { EntryGrid, type EntryColumn } from '#renderer/ui/EntryGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { parseDay } from '#renderer/ui/parse-day.ts';
import type { Choice } from '#renderer/ui/RecordPicker.tsx';
import type { Fen } from '#shared/core/money.ts';
import { planKinds, type PlanKind } from '#shared/modules/contract/terms.ts';
import { emptyPart, type DraftPart } from './application-draft.ts';
import classes from './entry.module.css';

interface PlanLinesProps {
  parts: readonly DraftPart[];
  onParts: (update: (parts: readonly DraftPart[]) => readonly DraftPart[]) => void;
  total: Fen;
  onDone: () => void;
}

/** When which part is paid: what it is called, by when (or on an event named in the contract), how much and what share of the total. */
export function PlanLines({ parts, onParts, total, onDone }: PlanLinesProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const nameOf = useRef(words.value);
  useEffect(() => {
    nameOf.current = words.value;
  });
  const columns = useMemo<readonly EntryColumn<DraftPart>[]>(() => {
    const choices = (text: string): Choice<PlanKind>[] =>
      planKinds
        .map((kind) => ({ key: kind, label: nameOf.current('kind', kind), data: kind }))
        .filter(
          ({ key, label }) => text.trim() === '' || label.toLowerCase().includes(text.trim().toLowerCase()) || key.startsWith(text.trim()),
        );
    return [
      {
        kind: 'picker',
        key: 'kind',
        header: t('contracts.plan.kind'),
        width: 150,
        grow: true,
        get: ({ kind }) => (kind === null ? null : { label: nameOf.current('kind', kind) }),
        set: (part, choice) => ({ ...part, kind: planKinds.find((known) => known === choice?.data) ?? null }),
        search: async (text) => choices(text),
      },
      {
        kind: 'text',
        key: 'due',
        header: t('contracts.plan.due'),
        width: 140,
        get: ({ due }) => due,
        set: (part, due) => ({ ...part, due: due.trim() }),
        // What was typed short is shown as the day it means.
        hint: ({ due }) => (due === '' || parseDay(due, today) === due ? null : parseDay(due, today)),
        error: ({ due }) => (due !== '' && parseDay(due, today) === null ? t('contracts.entry.gap.planDay') : undefined),
      },
      {
        kind: 'money',
        key: 'amount',
        header: t('contracts.plan.amount'),
        width: 130,
        align: 'right',
        get: ({ amount }) => amount,
        set: (part, amount) => ({ ...part, amount }),
      },
      {
        kind: 'computed',
        key: 'share',
        header: t('contracts.plan.share'),
        width: 76,
        align: 'right',
        render: ({ amount }) =>
          amount === null || total <= 0 ? null : <span className={classes.dim}>{`${((amount * 100) / total).toFixed(1)} %`}</span>,
      },
    ];
  }, [t, today, total]);
  return (
    <EntryGrid
      label={t('contracts.plan.title')}
      columns={columns}
      lines={parts}
      onLines={onParts}
      newLine={emptyPart}
      lineKey={({ key }) => key}
      onDone={onDone}
    />
  );
}
