import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { customerChoice, findCustomers } from '#renderer/desk/find-customers.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RecordPicker, type Choice } from '#renderer/ui/RecordPicker.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { gradeTable, gradeUntil } from '#shared/modules/credit/facts.ts';
import { creditGrades } from '#shared/modules/credit/module.ts';
import { assessCredit } from '#shared/modules/credit/rules.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import classes from '../accounts.module.css';
import { ExposurePanel } from './ExposurePanel.tsx';

type Grade = (typeof creditGrades)[number];

/** Assesses a customer: the grade brings limit and term of the policy's table, and its longest validity; each may be changed. */
export function AssessDialog({ file, onClose }: { file?: DocumentRecord<Customer> | null; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { book, today } = useDesk();
  const go = useGo();
  const { act, refusal } = useAct();
  const parameters = useLive((read) => parametersInForce(read, today), ['parameters', today]);
  const [who, setWho] = useState<Choice<DocumentRecord<Customer>> | null>(file ? customerChoice(file) : null);
  const [grade, setGrade] = useState<Grade | null>(null);
  const [limit, setLimit] = useState<Fen | null>(null);
  const [days, setDays] = useState('');
  const [validUntil, setValidUntil] = useState<Day>('');
  const [basis, setBasis] = useState('');
  const [problems, setProblems] = useState<Record<string, string | null>>({});
  const problem = Object.values(problems).find((one) => one !== null);
  const on = (field: string) => (one: string | null) => setProblems((known) => ({ ...known, [field]: one }));
  const until = parameters.state === 'ready' ? gradeUntil(today, parameters.value) : '';

  const choose = (next: string | null) => {
    const chosen = creditGrades.find((known) => known === next) ?? null;
    setGrade(chosen);
    if (!chosen || parameters.state !== 'ready') return;
    const table = gradeTable(chosen, parameters.value);
    setLimit(table.limit);
    setDays(String(table.days));
    if (validUntil === '') setValidUntil(until);
  };
  const term = /^\d{1,3}$/.test(days.trim()) && Number(days) <= 365 ? Number(days) : null;
  const missing =
    who === null
      ? t('accounts.credit.chooseCustomer')
      : grade === null
        ? t('accounts.credit.chooseGrade')
        : limit === null
          ? t('accounts.credit.limitMissing')
          : term === null
            ? t('accounts.credit.termWrong')
            : validUntil === ''
              ? t('accounts.dayMissing')
              : basis.trim() === ''
                ? t('accounts.credit.basisMissing')
                : undefined;

  async function commit(): Promise<void> {
    if (!who || !grade || limit === null || term === null) return;
    const saved = await act(assessCredit({ party: who.key, grade, limit, days: term, basis, validUntil }));
    const made = saved?.records[0];
    if (!made) return;
    notify.done(t('accounts.credit.assessed', { name: who.label }));
    onClose();
    go(pathOf(made));
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('accounts.credit.assess')}
      commit={t('accounts.credit.assess')}
      onCommit={commit}
      blocked={problem ?? missing}
      size={who ? 960 : 560}
    >
      {refusal && <RefusalView refusal={refusal} />}
      <div className={classes.assess}>
        <div className={classes.column}>
          <RecordPicker
            label={words.field('credit', 'customerName')}
            value={who}
            onChange={setWho}
            search={async (text) => (await findCustomers(book, text)).map(customerChoice)}
            onProblem={on('who')}
            required
          />
          <FormGrid>
            <Select
              label={words.field('credit', 'grade')}
              data={creditGrades.map((value) => ({ value, label: words.value('grade', value) }))}
              value={grade}
              onChange={choose}
              allowDeselect={false}
              required
            />
            <DayInput
              label={words.field('credit', 'validUntil')}
              value={validUntil}
              onChange={setValidUntil}
              onProblem={on('validUntil')}
              today={today}
              earliest={today}
              {...(until === '' ? {} : { latest: until })}
              required
            />
            <MoneyInput label={words.field('credit', 'limit')} value={limit} onChange={setLimit} onProblem={on('limit')} required />
            <TextInput
              label={words.field('credit', 'days')}
              value={days}
              onChange={(event) => setDays(event.currentTarget.value)}
              error={days !== '' && term === null ? t('accounts.credit.termWrong') : undefined}
              inputMode="numeric"
              required
            />
            <WideRow>
              <Textarea
                label={words.field('credit', 'basis')}
                description={t('accounts.credit.basisHint')}
                value={basis}
                onChange={(event) => setBasis(event.currentTarget.value)}
                autosize
                minRows={2}
                required
              />
            </WideRow>
          </FormGrid>
        </div>
        {who && <ExposurePanel party={who.key} />}
      </div>
    </FormDialog>
  );
}
