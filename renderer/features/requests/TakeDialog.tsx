import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { request, type Request } from '#shared/modules/request/module.ts';
import { putOffRequest, takeRequest } from '#shared/modules/request/rules.ts';

interface TakeDialogProps {
  record: DocumentRecord<Request>;
  step: 'take' | 'putOff';
  onClose: () => void;
}

/** From whom it comes and when; or, later, another day and why. */
export function TakeDialog({ record, step, onClose }: TakeDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { act, refusal } = useAct();
  const [text, setText] = useState('');
  const [expected, setExpected] = useState(record.body.needBy >= today ? record.body.needBy : '');
  const type = step === 'take' ? 'taken' : 'putOff';
  async function commit(): Promise<void> {
    const decide =
      step === 'take' ? takeRequest(record.id, { from: text, expected }) : putOffRequest(record.id, { expected, reason: text });
    if (!(await act(decide))) return;
    notify.done(`${words.event(request.kind, type)} · ${record.no}`);
    onClose();
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${words.step(request.kind, type)} · ${record.no}`}
      commit={words.step(request.kind, type)}
      onCommit={commit}
      blocked={step === 'putOff' && (expected === '' || text.trim() === '') ? t('requests.dayAndReason') : undefined}
    >
      {refusal && <RefusalView refusal={refusal} />}
      <TextInput
        label={step === 'take' ? t('requests.from') : t('common.dialog.reason')}
        value={text}
        maxLength={120}
        required={step === 'putOff'}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DayInput
        label={t('requests.expected')}
        value={expected}
        today={today}
        earliest={today}
        onChange={setExpected}
        required={step === 'putOff'}
      />
    </FormDialog>
  );
}
