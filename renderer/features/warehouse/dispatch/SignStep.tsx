import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { recordSignedCopy } from '#shared/modules/dispatch/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { unsignedSince } from '../home/read-work.ts';
import { NextPanel } from './NextPanel.tsx';
import { SignedProofFields } from './SignedProof.tsx';
import type { StepProps } from './step-props.ts';
import { useSignedProof } from './use-signed-proof.ts';

/** The customer's copy comes back signed (DSP-04). */
export function SignStep({ found: { note } }: StepProps) {
  const { t } = useTranslation();
  const { holds, today } = useDesk();
  const { act, refusal } = useAct();
  const proof = useSignedProof('photo', note.no);
  const [name, setName] = useState('');
  const [day, setDay] = useState(today);
  const [dayProblem, setDayProblem] = useState<string | null>(null);
  if (!holds('salesperson', 'warehouse', 'finance', 'manager'))
    return <NextPanel tone="neutral" title={t('warehouse.next.signWait')} text={t('warehouse.next.signText')} />;

  const blocked =
    name.trim() === ''
      ? t('warehouse.next.signNameMissing')
      : day === '' || dayProblem !== null
        ? t('warehouse.next.signDayMissing')
        : proof.given
          ? undefined
          : t('warehouse.next.signProofMissing');
  const record = async () => {
    const file = await proof.keep();
    if (file === null) return notify.failed(t('warehouse.next.fileFailed'));
    const saved = await act(recordSignedCopy(note.id, { name: name.trim(), day, file }));
    if (saved) notify.done(t('warehouse.next.signed', { no: note.no }));
  };
  return (
    <NextPanel
      tone="info"
      title={t('warehouse.next.sign')}
      text={t('warehouse.next.signText')}
      actions={
        <ActionButton shortcut="mod+Enter" onAct={record} blocked={blocked}>
          {t('warehouse.next.signDo')}
        </ActionButton>
      }
    >
      <FormGrid columns={2}>
        <TextInput
          label={t('warehouse.next.signName')}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the copy is in the clerk's hand: who signed it is all that is asked
          autoFocus
        />
        <DayInput
          label={t('warehouse.next.signDay')}
          value={day}
          onChange={setDay}
          onProblem={setDayProblem}
          today={today}
          earliest={unsignedSince(note, today).goneOn}
          latest={today}
          required
        />
      </FormGrid>
      <SignedProofFields proof={proof} />
      {refusal && <RefusalView refusal={refusal} />}
    </NextPanel>
  );
}
