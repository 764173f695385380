import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { keepPhoto } from '#renderer/desk/keep-photo.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Day } from '#shared/core/calendar.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { invoice } from '#shared/modules/invoice/module.ts';
import { issueInvoice, reverseInvoice } from '#shared/modules/invoice/rules.ts';

/** The number as the tax system printed it, of the invoice or of the red one that takes it back; never made here. */
export function NumberDialog({ record, step, onClose }: { record: AnyRecord; step: 'issued' | 'reversed'; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { host, today } = useDesk();
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const { act, refusal } = useAct();
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<Day>(today);
  const [problem, setProblem] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const title = words.step(invoice.kind, step);
  async function commit(): Promise<void> {
    const decide =
      step === 'issued'
        ? issueInvoice(record.id, { number, day, file: await keepPhoto(host, photos) })
        : reverseInvoice(record.id, { number, day, reason });
    if (!(await act(decide))) return;
    notify.done(`${words.event(invoice.kind, step)} · ${number.trim()}`);
    onClose();
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${title} · ${record.no}`}
      commit={title}
      onCommit={commit}
      danger={step === 'reversed'}
      blocked={problem ?? (number.trim() === '' ? t('accounts.invoice.numberMissing') : day === '' ? t('accounts.dayMissing') : undefined)}
    >
      {refusal && <RefusalView refusal={refusal} />}
      <FormGrid>
        <TextInput
          label={t(step === 'issued' ? 'accounts.invoice.number' : 'accounts.invoice.redNumber')}
          description={t('accounts.invoice.numberHint')}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          required
          data-autofocus
        />
        <DayInput
          label={t('accounts.invoice.day')}
          description={t('accounts.invoice.dayHint')}
          value={day}
          onChange={setDay}
          onProblem={setProblem}
          today={today}
          latest={today}
          required
        />
        {step === 'reversed' && (
          <WideRow>
            <Textarea label={t('accounts.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} required />
          </WideRow>
        )}
      </FormGrid>
      {step === 'issued' && <PhotoInput label={t('accounts.invoice.scan')} photos={photos} onChange={setPhotos} most={1} />}
    </FormDialog>
  );
}
