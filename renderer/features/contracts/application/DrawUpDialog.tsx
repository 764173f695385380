import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Application } from '#shared/modules/application/module.ts';
import { contract } from '#shared/modules/contract/module.ts';
import { drawUpContract } from '#shared/modules/contract/rules.ts';
import { ActDialog } from '../ActDialog.tsx';

interface DrawUpDialogProps {
  record: DocumentRecord<Application>;
  onClose: () => void;
}

/** The contract from its approved application; the terms come along, place and remarks are new (CON-02, G-11, G-12). */
export function DrawUpDialog(props: DrawUpDialogProps) {
  // Most contracts are signed where the last one was.
  const last = useLive(
    async (read) => {
      const row = (await read.list({ kind: contract.kind, limit: 1 })).rows[0];
      return row ? contract.read(row).body.place : '';
    },
    ['last-place'],
  );
  return <StateView of={last}>{(place) => <DrawUpForm {...props} place={place} />}</StateView>;
}

function DrawUpForm({ record, onClose, place: usual }: DrawUpDialogProps & { place: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const [place, setPlace] = useState(usual);
  const [remarks, setRemarks] = useState('');
  return (
    <ActDialog
      title={t('contracts.drawUp.title', { no: record.no })}
      commit={t('contracts.drawUp.commit')}
      decide={() => drawUpContract({ application: record.id, remarks, place })}
      done={t('contracts.drawUp.done')}
      onClose={onClose}
      onDone={({ contract: id }) => go(`/contracts/${id}`)}
    >
      <TextInput
        label={words.field('contract', 'place')}
        value={place}
        maxLength={200}
        required
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <Textarea
        label={words.field('contract', 'remarks')}
        description={t('contracts.drawUp.remarksHint')}
        value={remarks}
        maxLength={1000}
        minRows={3}
        autosize
        onChange={(event) => setRemarks(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
