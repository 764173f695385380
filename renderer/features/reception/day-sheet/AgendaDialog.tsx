import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Day } from '#shared/core/calendar.ts';
import { agendaTypes, type Agenda } from '#shared/modules/agenda/module.ts';
import { addAgenda } from '#shared/modules/agenda/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { parseTime } from '../register/register-draft.ts';

export interface AgendaDialogProps {
  day: Day;
  onClose: () => void;
}

/** One more line on the day sheet. */
export function AgendaDialog({ day: first, onClose }: AgendaDialogProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const words = useWords();
  const { act, refusal } = useAct();
  const [day, setDay] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [at, setAt] = useState('');
  const [body, setBody] = useState<Omit<Agenda, 'at'>>({ type: 'guest', what: '', who: '', notes: '' });
  const time = parseTime(at);
  const blocked =
    problem ?? (day === '' || body.what.trim() === '' ? t('common.required') : time === null ? t('reception.register.badTime') : undefined);

  const add = async () => {
    if (time === null || !(await act(addAgenda(day, { ...body, at: time })))) return;
    notify.done(t('reception.day.saved'));
    onClose();
  };
  return (
    <FormDialog opened onClose={onClose} title={t('reception.day.addTitle')} commit={t('common.add')} onCommit={add} blocked={blocked}>
      <FormGrid columns={3}>
        <Select
          label={t('reception.day.type')}
          value={body.type}
          allowDeselect={false}
          onChange={(chosen) => setBody({ ...body, type: agendaTypes.find((one) => one === chosen) ?? 'other' })}
          data={agendaTypes.map((one) => ({ value: one, label: words.value('type', one) }))}
        />
        <DayInput label={t('reception.tasks.due')} value={day} today={today} earliest={today} onChange={setDay} onProblem={setProblem} />
        <TextInput
          label={t('reception.day.at')}
          placeholder="14:30"
          required
          value={at}
          error={at !== '' && time === null && t('reception.register.badTime')}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <WideRow>
          <TextInput
            label={t('reception.day.what')}
            placeholder={t('reception.day.whatPlaceholder')}
            required
            data-autofocus
            maxLength={200}
            value={body.what}
            onChange={(event) => setBody({ ...body, what: event.currentTarget.value })}
          />
        </WideRow>
        <WideRow>
          <TextInput
            label={t('reception.day.who')}
            maxLength={60}
            value={body.who}
            onChange={(event) => setBody({ ...body, who: event.currentTarget.value })}
          />
        </WideRow>
        <WideRow>
          <Textarea
            label={t('reception.day.notes')}
            maxLength={300}
            value={body.notes}
            onChange={(event) => setBody({ ...body, notes: event.currentTarget.value })}
          />
        </WideRow>
      </FormGrid>
      {refusal !== null && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}
