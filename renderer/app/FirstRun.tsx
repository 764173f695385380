import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Host, HostInfo } from '#shared/host/contract.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { JoinForm } from '../desk/centre/JoinForm.tsx';
import { DemoButtons } from '../desk/demo/DemoButtons.tsx';
import type { Language } from '../ui/i18n.ts';
import { Section } from '../ui/Section.tsx';
import { FoundBranch } from './FoundBranch.tsx';
import classes from './FirstRun.module.css';

export interface FirstRunProps {
  host: Host;
  info: HostInfo;
  language: Language;
  onLanguage: (language: Language) => void;
  /** `founder`: who has just named themselves manager; null when the branch's own staff are still to come. */
  onStarted: (info: HostInfo, founder: Actor | null) => void;
}

/** A fresh machine: a new branch with its first manager, a branch that exists at a centre, or a look around with demo data. */
export function FirstRun({ host, info, language, onLanguage, onStarted }: FirstRunProps) {
  const { t } = useTranslation();
  const [way, setWay] = useState<'found' | 'join'>('found');

  const joined = async (set: HostInfo) => {
    const settings = await host.call('settings.save', { ...set.settings, language });
    onStarted({ ...set, settings }, null);
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
        <SegmentedControl
          className={classes.way}
          aria-label={t('sync.firstRun.way')}
          fullWidth
          value={way}
          onChange={(value) => setWay(value === 'join' ? 'join' : 'found')}
          data={(['found', 'join'] as const).map((value) => ({ value, label: t(`sync.firstRun.${value}`) }))}
        />
        {way === 'found' ? (
          <FoundBranch host={host} info={info} language={language} onStarted={onStarted} />
        ) : (
          <Section title={t('sync.join.title')} hint={t('sync.firstRun.joinHint')}>
            <JoinForm host={host} branch="" onJoined={joined} />
          </Section>
        )}
        <Section title={t('shell.firstRun.demo')} hint={t('shell.firstRun.demoHint')}>
          <DemoButtons host={host} language={language} />
        </Section>
      </div>
    </main>
  );
}
