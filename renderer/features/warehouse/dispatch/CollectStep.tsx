import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { mayAct, untyped } from '#shared/documents/act.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { handCollection } from '#shared/modules/dispatch/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { isCounted, toLines } from './counted.ts';
import { CountTable } from './CountTable.tsx';
import { NextPanel } from './NextPanel.tsx';
import { SignedProofFields } from './SignedProof.tsx';
import type { StepProps } from './step-props.ts';
import { useCount } from './use-count.ts';
import { useSignedProof } from './use-signed-proof.ts';

/** Self-collection (DSP-06): counted, handed over and signed for at the counter, in one step and without the gate. */
export function CollectStep({ found: { note, onHand } }: StepProps) {
  const { t } = useTranslation();
  const { actor, holds, print } = useDesk();
  const { act, refusal, clear } = useAct();
  const count = useCount(note.id, note.no);
  const proof = useSignedProof('hand', note.no);
  const [name, setName] = useState('');
  if (!holds('warehouse'))
    return <NextPanel tone="neutral" title={t('warehouse.next.collectWait')} text={t('warehouse.next.collectWaitText')} />;

  const { lines } = note.body;
  const allowed = mayAct(dispatch, note, 'out', actor);
  const blocked = !allowed.ok
    ? t('warehouse.next.issuerNotReleaser')
    : count.problems.size > 0
      ? t('warehouse.write.wrong')
      : !isCounted(lines, count.counted)
        ? t('warehouse.next.countAll')
        : name.trim() === ''
          ? t('warehouse.next.signNameMissing')
          : proof.given
            ? undefined
            : t('warehouse.next.signProofMissing');
  const hand = async () => {
    const file = await proof.keep();
    if (file === null) return notify.failed(t('warehouse.next.fileFailed'));
    const saved = await act(handCollection(note.id, toLines(lines, count.counted), { name: name.trim(), file }));
    if (!saved) return;
    await count.done();
    notify.done(t('warehouse.next.collected', { no: note.no }));
    const slip = saved.records.find((record) => record.id === saved.answer.stockout);
    if (slip) print(slip, 'stock-out-slip');
  };
  return (
    <NextPanel
      tone="info"
      title={t('warehouse.next.collect')}
      text={t('warehouse.next.collectText')}
      actions={
        <>
          <ActionButton variant="default" onAct={() => print(untyped(note), 'dispatch-picking-list')}>
            {t('warehouse.next.pickingList')}
          </ActionButton>
          <ActionButton shortcut="mod+Enter" onAct={hand} blocked={blocked}>
            {t('warehouse.next.collectDo')}
          </ActionButton>
        </>
      }
    >
      {count.ready && (
        <CountTable
          label={t('warehouse.next.collect')}
          lines={lines}
          counted={count.counted}
          onCounted={(counted) => {
            clear();
            count.onCounted(counted);
          }}
          onHand={onHand}
          onProblem={count.onProblem}
        />
      )}
      <FormGrid columns={2}>
        <TextInput
          mt="sm"
          label={t('warehouse.next.signName')}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.currentTarget.value)}
          required
        />
      </FormGrid>
      <SignedProofFields proof={proof} />
      {refusal && <RefusalView refusal={refusal} />}
    </NextPanel>
  );
}
