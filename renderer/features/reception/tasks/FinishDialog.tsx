import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { contactChannels } from '#shared/modules/contact/module.ts';
import type { Task } from '#shared/modules/task/module.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { FollowUpDay } from '#renderer/desk/FollowUpDay.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { finishFollowUp, type FollowUpResult } from './finish-follow-up.ts';
import classes from './dialog.module.css';

export interface TaskDialogProps {
  record: DocumentRecord<Task>;
  onClose: () => void;
}

/** A follow-up was done: what it came to, and when the next one is. */
export function FinishDialog({ record, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const words = useWords();
  const { act, refusal } = useAct();
  const [result, setResult] = useState('');
  const [next, setNext] = useState('');
  const [channel, setChannel] = useState<FollowUpResult['channel']>('phone');
  const [problem, setProblem] = useState<string | null>(null);
  const finish = async () => {
    if (!(await act(finishFollowUp(record, { result, next, channel })))) return;
    notify.done(t('reception.tasks.done'));
    onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('reception.tasks.finishTitle')}
      commit={t('reception.tasks.finish')}
      onCommit={finish}
      blocked={problem ?? undefined}
      size={560}
    >
      <div className={classes.fields}>
        <p className={classes.what}>{record.body.text}</p>
        {record.party !== '' && (
          <SegmentedControl
            aria-label={words.field('contact', 'channel')}
            value={channel}
            onChange={(chosen) => setChannel(contactChannels.find((one) => one === chosen) ?? 'phone')}
            data={contactChannels.map((one) => ({ value: one, label: words.value('channel', one) }))}
          />
        )}
        <Textarea
          label={t('reception.tasks.result')}
          placeholder={t('reception.tasks.resultPlaceholder')}
          maxLength={500}
          data-autofocus
          value={result}
          onChange={(event) => setResult(event.currentTarget.value)}
        />
        <FollowUpDay label={t('reception.tasks.next')} value={next} today={today} onChange={setNext} onProblem={setProblem} />
        {refusal !== null && <RefusalView refusal={refusal} />}
      </div>
    </FormDialog>
  );
}
