import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { recordPickup } from '#shared/modules/pickup/rules.ts';
import { KeptPhoto } from './KeptPhoto.tsx';
import type { PickupView } from './read-pickup.ts';

/** Purchasing makes its record from the photo. */
export function RecordDialog({ view, onClose }: { view: PickupView; onClose: () => void }) {
  const { t } = useTranslation();
  const acting = useAct();
  const [recordNo, setRecordNo] = useState('');
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('counter.pickup.recordTitle', { no: view.record.no })}
      commit={t('counter.pickup.action.record')}
      onCommit={async () => {
        if (!(await acting.act(recordPickup(view.record.id, recordNo)))) return;
        notify.done(t('counter.pickup.recorded'));
        onClose();
      }}
    >
      {view.photo !== '' && <KeptPhoto hash={view.photo} label={t('counter.pickup.photo')} />}
      <TextInput
        label={t('counter.pickup.recordNo')}
        description={t('counter.pickup.recordNoHint')}
        value={recordNo}
        maxLength={40}
        onChange={(event) => setRecordNo(event.currentTarget.value)}
        data-autofocus
      />
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
