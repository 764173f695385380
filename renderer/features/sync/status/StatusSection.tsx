import { useTranslation } from '#renderer/ui/i18n.ts';
import { clockDifference } from '#renderer/desk/centre/centre-facts.ts';
import { useWhen } from '#renderer/desk/centre/use-when.ts';
import { Facts, type Fact } from '#renderer/ui/Facts.tsx';
import { ProgressPanel } from '#renderer/ui/ProgressPanel.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import tones from '#renderer/ui/tones.module.css';
import type { CentreStatus } from '#shared/host/contract.ts';
import { headlineOf } from './headline.ts';
import { Notices } from './Notices.tsx';
import classes from './StatusSection.module.css';

/** Where the exchange stands: one sentence, what it means, the figures. */
export function StatusSection({ status }: { status: CentreStatus }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { tone, text } = headlineOf(status);
  const { progress, phase } = status;
  const off = clockDifference(status);
  const clock =
    status.clockOffset === 0 && status.lastComplete === 0
      ? t('sync.status.clockUnknown')
      : off === null
        ? t('sync.status.clockRight')
        : t(off.slow ? 'sync.status.clockSlow' : 'sync.status.clockFast', { span: t(`sync.span.${off.unit}`, { count: off.count }) });
  const facts: Fact[] = [
    { label: t('sync.status.lastComplete'), value: status.lastComplete === 0 ? t('sync.status.never2') : when(status.lastComplete) },
    { label: t('sync.status.unsentCount'), value: status.unsent },
    { label: t('sync.status.centre'), value: status.url },
    { label: t('sync.status.filesUnsent'), value: status.filesUnsent },
    { label: t('sync.status.clock'), value: clock },
    ...(status.unreadable > 0
      ? [{ label: t('sync.status.unreadable'), value: `${status.unreadable} · ${t('sync.status.unreadableHint')}` }]
      : []),
  ];
  return (
    <Section title={t('sync.status.title')}>
      <div className={`${classes.head} ${tones[tone]}`} role="status">
        <span className={classes.dot} aria-hidden="true" />
        {t(text, { count: status.unsent })}
      </div>
      {progress !== null && phase !== 'offline' && phase !== 'stopped' && (
        <div className={classes.progress}>
          <ProgressPanel
            title={t(phase === 'first-download' ? 'sync.status.downloading' : 'sync.status.comparing')}
            done={progress.done}
            {...(progress.total > 0 ? { total: progress.total } : {})}
            {...(phase === 'first-download' ? { detail: t('sync.status.downloadingHint') } : {})}
          />
        </div>
      )}
      <Notices status={status} />
      <Facts facts={facts} />
    </Section>
  );
}
