import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { addDays } from '#shared/core/calendar.ts';
import { postponeTask } from '#shared/modules/task/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { FollowUpDay } from '#renderer/desk/FollowUpDay.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import classes from './dialog.module.css';
import type { TaskDialogProps } from './FinishDialog.tsx';

/** Any other day for a follow-up, and why. */
export function PostponeDialog({ record, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { act, refusal } = useAct();
  const [day, setDay] = useState(addDays(today, 1));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const postpone = async () => {
    if (!(await act(postponeTask(record.id, day, reason)))) return;
    notify.done(t('reception.tasks.postponed', { day }));
    onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('reception.tasks.postponeTitle')}
      commit={t('reception.tasks.postpone')}
      onCommit={postpone}
      blocked={problem ?? (day === '' ? t('common.required') : undefined)}
    >
      <div className={classes.fields}>
        <p className={classes.what}>{record.body.text}</p>
        <FollowUpDay label={t('reception.tasks.postponeTo')} value={day} today={today} onChange={setDay} onProblem={setProblem} />
        <TextInput
          label={t('reception.tasks.reason')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {refusal !== null && <RefusalView refusal={refusal} />}
      </div>
    </FormDialog>
  );
}
