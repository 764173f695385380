import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation, type Language } from '#renderer/ui/i18n.ts';
import { dayOf } from '#shared/core/calendar.ts';
import type { Host, HostInfo } from '#shared/host/contract.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { problemText } from '../book/problem-text.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { FormGrid } from '../ui/FormGrid.tsx';
import { Section } from '../ui/Section.tsx';
import { ManagerFields } from './ManagerFields.tsx';
import { noManager, wrongManager } from './first-manager.ts';
import { writeFirstRecords } from './write-first-records.ts';
import classes from './FirstRun.module.css';

export interface FoundBranchProps {
  host: Host;
  info: HostInfo;
  language: Language;
  onStarted: (info: HostInfo, founder: Actor) => void;
}

const empty = { company: '', branchName: '', branchCode: '', deskLetter: 'A', address: '', phone: '' };
type Field = keyof typeof empty;

/** A branch that nobody has opened yet: what it is, who manages it. */
export function FoundBranch({ host, info, language, onStarted }: FoundBranchProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState(empty);
  const [manager, setManager] = useState(noManager);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState('');

  const code = form.branchCode.normalize('NFKC').trim().toUpperCase();
  const [month] = useState(() => dayOf(Date.now(), info.settings.offsetMinutes).slice(2, 7).replace('-', ''));
  const letter = form.deskLetter.normalize('NFKC').trim().toUpperCase();
  const errors: Partial<Record<Field, string>> = {};
  for (const field of ['company', 'branchName'] as const) {
    if (form[field].trim() === '') errors[field] = t('common.required');
  }
  if (!/^[A-Z]{2}\d{2}$/.test(code)) errors.branchCode = t('shell.firstRun.branchCodeWrong');
  if (!/^[A-Z]$/.test(letter)) errors.deskLetter = t('shell.firstRun.deskLetterWrong');

  const field = (name: Field, label: string, hint?: string, more: { maxLength?: number } = {}) => (
    <TextInput
      {...more}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      label={label}
      description={hint}
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
      error={tried ? errors[name] : undefined}
    />
  );

  const found = async () => {
    setTried(true);
    if (Object.keys(errors).length > 0 || Object.keys(wrongManager(manager)).length > 0) return;
    setProblem('');
    try {
      await host.call('settings.save', { ...info.settings, language });
      const set =
        info.identity === null
          ? await host.call('desk.setUp', {
              company: form.company.trim(),
              branchName: form.branchName.trim(),
              branchCode: code,
              deskLetter: letter,
            })
          : info;
      const place = { name: form.branchName.trim(), address: form.address.trim(), phone: form.phone.trim() };
      const founder = await writeFirstRecords({ host, info: set, manager, place });
      onStarted({ ...set, settings: { ...set.settings, language } }, founder);
    } catch (failure) {
      setProblem(problemText(failure));
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void found();
      }}
    >
      <Section title={t('shell.firstRun.branchStep')}>
        <FormGrid columns={2}>
          {field('company', t('shell.firstRun.company'), t('shell.firstRun.companyHint'))}
          {field('branchName', t('shell.firstRun.branchName'))}
          {field('branchCode', t('shell.firstRun.branchCode'), t('shell.firstRun.branchCodeHint'), { maxLength: 8 })}
          {field('deskLetter', t('shell.firstRun.deskLetter'), t('shell.firstRun.deskLetterHint'), { maxLength: 2 })}
          {field('address', t('shell.firstRun.address'))}
          {field('phone', t('shell.firstRun.phone'))}
        </FormGrid>
        {!errors.branchCode && !errors.deskLetter && (
          <p className={classes.note}>{t('shell.firstRun.numbers', { example: `XS-${code}-${letter}-${month}-0001` })}</p>
        )}
      </Section>
      <Section title={t('shell.firstRun.managerStep')}>
        <ManagerFields value={manager} onChange={setManager} tried={tried} />
      </Section>
      {problem !== '' && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div className={classes.actions}>
        <p className={classes.note}>{t('sync.firstRun.later')}</p>
        <ActionButton onAct={found} shortcut="mod+Enter">
          {t('shell.firstRun.found')}
        </ActionButton>
      </div>
    </form>
  );
}
