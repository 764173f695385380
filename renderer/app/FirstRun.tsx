import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { dayOf } from '#shared/core/calendar.ts';
import type { Host, HostInfo } from '#shared/host/contract.ts';
import { foundBranch } from '#shared/modules/staff/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { openBook } from '../book/open-book.ts';
import { problemText } from '../book/problem-text.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { FormGrid } from '../ui/FormGrid.tsx';
import type { Language } from '../ui/i18n.ts';
import { Section } from '../ui/Section.tsx';
import { DemoButtons } from '../desk/demo/DemoButtons.tsx';
import classes from './FirstRun.module.css';

export interface FirstRunProps {
  host: Host;
  info: HostInfo;
  language: Language;
  onLanguage: (language: Language) => void;
  onStarted: (info: HostInfo, founder: Actor) => void;
}

const empty = {
  company: '',
  branchName: '',
  branchCode: '',
  deskLetter: 'A',
  address: '',
  phone: '',
  manager: '',
  staffCode: '001',
  pin: '',
  again: '',
};
type Field = keyof typeof empty;

/** A fresh machine: language, branch, first manager; or a look around with demo data. */
export function FirstRun({ host, info, language, onLanguage, onStarted }: FirstRunProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState(empty);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState('');

  const code = form.branchCode.normalize('NFKC').trim().toUpperCase();
  const [month] = useState(() => dayOf(Date.now(), info.settings.offsetMinutes).slice(2, 7).replace('-', ''));
  const letter = form.deskLetter.normalize('NFKC').trim().toUpperCase();
  const errors: Partial<Record<Field, string>> = {};
  for (const field of ['company', 'branchName', 'manager', 'staffCode'] as const) {
    if (form[field].trim() === '') errors[field] = t('common.required');
  }
  if (!/^[A-Z]{2}\d{2}$/.test(code)) errors.branchCode = t('shell.firstRun.branchCodeWrong');
  if (!/^[A-Z]$/.test(letter)) errors.deskLetter = t('shell.firstRun.deskLetterWrong');
  if (!/^\d{4,12}$/.test(form.pin)) errors.pin = t('shell.firstRun.pinWrong');
  if (form.again !== form.pin) errors.again = t('shell.firstRun.pinDiffers');

  const field = (name: Field, label: string, hint?: string, more: { type?: string; maxLength?: number } = {}) => (
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
    if (Object.keys(errors).length > 0) return;
    setProblem('');
    try {
      const { hash } = await host.call('pin.hash', { pin: form.pin });
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
      const id = await writeFirstRecords(set, hash);
      onStarted({ ...set, settings: { ...set.settings, language } }, { id, name: form.manager.trim(), roles: ['manager'] });
    } catch (failure) {
      setProblem(problemText(failure));
    }
  };

  const writeFirstRecords = async (set: HostInfo, pinHash: string) => {
    const book = await openBook({ host, info: set });
    try {
      const place = { address: form.address.trim(), phone: form.phone.trim() };
      const done = await book.run(
        { id: '', name: form.manager.trim(), roles: [] },
        foundBranch({
          manager: { name: form.manager.trim(), code: form.staffCode.trim(), phone: '', pinHash },
          locations: [
            { ...place, name: form.branchName.trim(), code: 'S1', type: 'shop' },
            { ...place, name: t('shell.firstRun.mainStore'), code: 'W1', type: 'warehouse' },
          ],
          parameters: {},
        }),
      );
      if (!done.ok) throw new Error(done.refusal.code);
      return done.value.answer.manager;
    } finally {
      await book.close();
    }
  };

  return (
    <main className={classes.screen}>
      <div className={classes.column}>
        <header className={classes.head}>
          <div>
            <h1>{t('shell.firstRun.welcome')}</h1>
            <p>{t('shell.firstRun.intro')}</p>
          </div>
          <SegmentedControl
            aria-label={t('shell.firstRun.language')}
            value={language}
            onChange={(value) => onLanguage(value === 'en' ? 'en' : 'zh-CN')}
            data={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </header>
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
            <FormGrid columns={2}>
              {field('manager', t('shell.firstRun.managerName'))}
              {field('staffCode', t('shell.firstRun.staffCode'))}
              {field('pin', t('shell.firstRun.pin'), t('shell.firstRun.pinHint'), { type: 'password' })}
              {field('again', t('shell.firstRun.pinAgain'), undefined, { type: 'password' })}
            </FormGrid>
          </Section>
          {problem !== '' && (
            <p role="alert" className={classes.problem}>
              {problem}
            </p>
          )}
          <div className={classes.actions}>
            <p className={classes.note}>{t('shell.firstRun.centreLater')}</p>
            <ActionButton onAct={found} shortcut="mod+Enter">
              {t('shell.firstRun.found')}
            </ActionButton>
          </div>
        </form>
        <Section title={t('shell.firstRun.demo')} hint={t('shell.firstRun.demoHint')}>
          <DemoButtons host={host} language={language} />
        </Section>
      </div>
    </main>
  );
}
