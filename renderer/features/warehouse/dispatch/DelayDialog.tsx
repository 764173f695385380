import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Dispatch } from '#shared/modules/dispatch/module.ts';
import { delayDispatch } from '#shared/modules/dispatch/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';

export interface DelayDialogProps {
  note: DocumentRecord<Dispatch>;
  opened: boolean;
  onClose: () => void;
}

/** Delay or exception with what is proposed and the new day (DSP-07). */
export function DelayDialog({ note, opened, onClose }: DelayDialogProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { act, refusal } = useAct();
  const [reason, setReason] = useState('');
  const [solution, setSolution] = useState('');
  const [expected, setExpected] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const missing = reason.trim() === '' || solution.trim() === '';
  const commit = async () => {
    const saved = await act(delayDispatch(note.id, { reason: reason.trim(), solution: solution.trim(), expected }));
    if (!saved) return;
    notify.done(t('warehouse.page.delayed', { day: expected || '—' }));
    setReason('');
    setSolution('');
    setExpected('');
    onClose();
  };
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('warehouse.page.delayTitle')}
      commit={t('warehouse.page.delayDo')}
      onCommit={commit}
      blocked={missing ? t('warehouse.page.delayMissing') : (problem ?? undefined)}
    >
      <Textarea
        label={t('warehouse.page.delayReason')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
        data-autofocus
      />
      <Textarea
        label={t('warehouse.page.delaySolution')}
        value={solution}
        maxLength={200}
        onChange={(event) => setSolution(event.currentTarget.value)}
        required
      />
      <DayInput
        label={t('warehouse.page.delayExpected')}
        value={expected}
        onChange={setExpected}
        onProblem={setProblem}
        today={today}
        earliest={today}
      />
      {refusal && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}
