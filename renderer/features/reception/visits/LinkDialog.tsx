import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Visit } from '#shared/modules/visit/module.ts';
import { linkVisit } from '#shared/modules/visit/rules.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { CustomerLink, type CustomerChoice } from './CustomerLink.tsx';

export interface LinkDialogProps {
  record: DocumentRecord<Visit>;
  onClose: () => void;
}

/** Puts a visit into a customer's file, an existing or a new one. */
export function LinkDialog({ record, onClose }: LinkDialogProps) {
  const { t } = useTranslation();
  const { act, refusal } = useAct();
  const [choice, setChoice] = useState<CustomerChoice | null>(null);
  const [busy, setBusy] = useState(false);
  const link = async () => {
    if (choice === null || !(await act(linkVisit(record.id, choice.key)))) return;
    notify.done(t('reception.visit.linked'));
    onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('reception.visit.linkTitle')}
      commit={t('reception.visit.linkCommit')}
      onCommit={link}
      blocked={busy ? t('common.loading') : choice === null ? t('common.required') : undefined}
      size={480}
    >
      <CustomerLink visit={record} value={choice} onChange={setChoice} onBusy={setBusy} />
      {refusal !== null && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}
