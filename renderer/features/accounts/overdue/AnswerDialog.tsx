import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Day } from '#shared/core/calendar.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { dunning } from '#shared/modules/dunning/module.ts';
import { answerDunning } from '#shared/modules/recovery/overdue-rules.ts';

/** What the customer said to the letter, and the day that was promised. */
export function AnswerDialog({ record, onClose }: { record: AnyRecord; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { act, refusal } = useAct();
  const [text, setText] = useState('');
  const [promised, setPromised] = useState<Day>('');
  const [problem, setProblem] = useState<string | null>(null);
  const title = words.step(dunning.kind, 'answered');
  async function commit(): Promise<void> {
    if (!(await act(answerDunning(record.id, { text, promised })))) return;
    notify.done(`${words.event(dunning.kind, 'answered')} · ${record.no}`);
    onClose();
  }
  return (
    <FormDialog opened onClose={onClose} title={`${title} · ${record.no}`} commit={title} onCommit={commit} blocked={problem ?? undefined}>
      {refusal && <RefusalView refusal={refusal} />}
      <Textarea
        label={t('accounts.dunning.said')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        minRows={2}
        autosize
        required
        data-autofocus
      />
      <DayInput
        label={t('accounts.dunning.promised')}
        value={promised}
        onChange={setPromised}
        onProblem={setProblem}
        today={today}
        earliest={today}
      />
    </FormDialog>
  );
}
