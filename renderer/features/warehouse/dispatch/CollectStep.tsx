import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { untyped } from '#shared/documents/act.ts';
import { handCollection } from '#shared/modules/dispatch/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { NextPanel } from './NextPanel.tsx';
import { SignedProofFields } from './SignedProof.tsx';
import type { StepProps } from './step-props.ts';
import { useIssueCount } from './use-issue-count.tsx';
import { useSignedProof } from './use-signed-proof.ts';

/** Self-collection (DSP-06): counted, handed over and signed for at the counter, in one step and without the gate. */
export function CollectStep({ found }: StepProps) {
  const { t } = useTranslation();
  const { note } = found;
  const { holds, print } = useDesk();
  const { act, refusal, clear } = useAct();
  const count = useIssueCount(found, t('warehouse.next.collect'), clear);
  const proof = useSignedProof('hand', note.no);
  const [name, setName] = useState('');
  if (!holds('warehouse'))
    return <NextPanel tone="neutral" title={t('warehouse.next.collectWait')} text={t('warehouse.next.collectWaitText')} />;

  const blocked =
    count.blocked ??
    (name.trim() === '' ? t('warehouse.next.signNameMissing') : proof.given ? undefined : t('warehouse.next.signProofMissing'));
  const hand = async () => {
    const file = await proof.keep();
    if (file === null) return notify.failed(t('warehouse.next.fileFailed'));
    const saved = await act(handCollection(note.id, count.lines, { name: name.trim(), file }));
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
      {count.table}
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
