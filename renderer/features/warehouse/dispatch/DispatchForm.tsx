import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { writeDispatch } from '#shared/modules/dispatch/rules.ts';
import type { Overrides } from '#shared/documents/act.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { useRelease } from '#renderer/desk/use-release.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { DeliveryFields } from './DeliveryFields.tsx';
import { dispatchDraft, firstDraft, toInput, type DispatchDraft } from './dispatch-draft.ts';
import { QuantitiesTable } from './QuantitiesTable.tsx';
import type { ToDispatch } from './read-to-dispatch.ts';

export interface DispatchFormProps {
  from: ToDispatch;
  onOther: () => void;
}

/** What of the order goes now, and where to. What is typed survives a power cut, one draft per order. */
export function DispatchForm({ from, onOther }: DispatchFormProps) {
  const { t } = useTranslation();
  const { today, print } = useDesk();
  const { act, refusal, clear } = useAct();
  const go = useGo();
  const { order, lines, last } = from;
  const parse = (body: unknown): DispatchDraft | null => {
    const parsed = dispatchDraft.safeParse(body);
    return parsed.success ? parsed.data : null;
  };
  const draft = useDraft(`dispatch:${order.id}`, firstDraft(from, today), parse, (value) => `${order.no} · ${value.consignee}`);
  const [problems, setProblems] = useState<ReadonlySet<string>>(new Set());
  const quantities = new Map(draft.value.quantities);

  const change = (changes: Partial<DispatchDraft>) => {
    clear();
    draft.change({ ...draft.value, ...changes });
  };
  const onProblem = (field: string, problem: string | null) => {
    const next = new Set(problems);
    if (problem === null) next.delete(field);
    else next.add(field);
    setProblems(next);
  };
  const commit = async (overrides?: Overrides) => {
    const saved = await act(writeDispatch({ ...toInput(draft.value, order.id), ...(overrides ? { overrides } : {}) }));
    const note = saved?.records.find((record) => record.kind === 'dispatch');
    if (!note) return;
    await draft.discard(firstDraft(from, today));
    notify.done(t('warehouse.write.done', { no: note.no }), { label: t('common.print'), run: () => print(note, 'dispatch-note') });
    go(`/dispatches/${note.id}`);
  };
  const release = useRelease((overrides) => void commit(overrides));
  if (!draft.ready) return null;
  const nothing = lines.every((line) => (quantities.get(line.line) ?? 0) <= 0);
  const tooMuch = lines.some((line) => (quantities.get(line.line) ?? 0) > line.open);
  const blocked = nothing
    ? t('warehouse.write.nothing')
    : problems.size > 0 || tooMuch
      ? t('warehouse.write.wrong')
      : draft.value.consignee.trim() === ''
        ? t('warehouse.write.consigneeMissing')
        : undefined;

  return (
    <Page
      title={t('warehouse.write.title')}
      subtitle={[t('warehouse.write.for', { no: order.no }), order.body.customerName, from.location].join(' · ')}
      actions={
        <>
          <Button variant="subtle" onClick={onOther}>
            {t('warehouse.write.otherOrder')}
          </Button>
          <ActionButton shortcut="mod+Enter" onAct={() => commit()} blocked={blocked}>
            {t('warehouse.write.commit')}
          </ActionButton>
        </>
      }
    >
      {refusal && <RefusalView refusal={refusal} release={release} />}
      <Section title={t('warehouse.write.lines')} hint={t('warehouse.write.linesHint')} flush>
        <QuantitiesTable
          lines={lines}
          quantities={quantities}
          onQuantities={(next) => change({ quantities: [...next] })}
          onProblem={(line, problem) => onProblem(`line-${line}`, problem)}
        />
      </Section>
      <Section
        title={t('warehouse.write.delivery')}
        hint={last ? t('warehouse.write.asLast', { no: last.no }) : t('warehouse.write.draftKept')}
      >
        <DeliveryFields value={draft.value} onChange={change} onProblem={(problem) => onProblem('expected', problem)} today={today} />
      </Section>
    </Page>
  );
}
