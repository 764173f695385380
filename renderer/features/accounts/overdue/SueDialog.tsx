import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { dunning } from '#shared/modules/dunning/module.ts';
import { sue } from '#shared/modules/recovery/overdue-rules.ts';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';

/** The last rung: the case goes to court. Before its days are over only whoever may release the gate can let it pass. */
export function SueDialog({ record, onClose }: { record: AnyRecord; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { take, refusal, release } = useSteps();
  const [court, setCourt] = useState('');
  const [caseNo, setCaseNo] = useState('');
  const [reason, setReason] = useState('');
  const title = words.step(dunning.kind, 'sued');
  const commit = async () => {
    const said = { court, caseNo, reason };
    if (await take((overrides) => sue(record.id, said, overrides), `${words.event(dunning.kind, 'sued')} · ${record.no}`)) onClose();
  };
  return (
    <FormDialog opened onClose={onClose} title={`${title} · ${record.no}`} commit={title} onCommit={commit} danger>
      {refusal && <RefusalView refusal={refusal} release={release} />}
      <FormGrid>
        <TextInput
          label={t('accounts.dunning.court')}
          value={court}
          onChange={(event) => setCourt(event.currentTarget.value)}
          required
          data-autofocus
        />
        <TextInput label={t('accounts.dunning.caseNo')} value={caseNo} onChange={(event) => setCaseNo(event.currentTarget.value)} />
        <WideRow>
          <Textarea label={t('accounts.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} required />
        </WideRow>
      </FormGrid>
    </FormDialog>
  );
}
