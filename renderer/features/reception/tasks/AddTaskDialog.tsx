import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { addTask } from '#shared/modules/task/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { customerChoice, findCustomers } from '#renderer/desk/find-customers.ts';
import { FollowUpDay } from '#renderer/desk/FollowUpDay.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RecordPicker, type Choice } from '#renderer/ui/RecordPicker.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import classes from './dialog.module.css';

/** A promise to oneself: what, when, for whom. */
export function AddTaskDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { book, today } = useDesk();
  const { act, refusal } = useAct();
  const [text, setText] = useState('');
  const [due, setDue] = useState(today);
  const [customer, setCustomer] = useState<Choice<DocumentRecord<Customer>> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    const phone = customer?.data.body.phone ?? '';
    if (!(await act(addTask({ body: { type: 'follow-up', due, text: text.trim(), phone }, party: customer?.key ?? '' })))) return;
    notify.done(t('reception.tasks.saved'));
    onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('reception.tasks.addTitle')}
      commit={t('common.save')}
      onCommit={add}
      blocked={problem ?? (due === '' ? t('common.required') : undefined)}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('reception.tasks.text')}
          required
          data-autofocus
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FollowUpDay label={t('reception.tasks.due')} value={due} today={today} onChange={setDue} onProblem={setProblem} />
        <RecordPicker
          label={t('reception.visits.customer')}
          value={customer}
          onChange={setCustomer}
          search={async (typed) => (await findCustomers(book, typed)).map(customerChoice)}
        />
        {refusal !== null && <RefusalView refusal={refusal} />}
      </div>
    </FormDialog>
  );
}
