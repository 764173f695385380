import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { problemText } from '#renderer/book/problem-text.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useHostInfo } from './use-host-info.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { ProgressPanel } from '#renderer/ui/ProgressPanel.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { DemoSection } from './DemoSection.tsx';
import { SnapshotsSection } from './SnapshotsSection.tsx';

/** Snapshots, the journal's health, balances summed anew, the demo. */
export function SafetyTab() {
  const { t } = useTranslation();
  const info = useHostInfo();
  return (
    <>
      <SnapshotsSection />
      <Section title={t('settings.safety.journal')}>
        <Facts
          facts={[
            { label: t('settings.safety.lastSeq'), value: info.lastSeq },
            { label: t('settings.safety.damaged'), value: info.damaged.length === 0 ? t('settings.safety.sound') : info.damaged.length },
            ...info.damaged.map(({ file, fromSeq, toSeq }) => ({
              label: '',
              value: t('settings.safety.damagedHint', { file, from: fromSeq, to: toSeq }),
              wide: true,
            })),
            ...(info.unclean ? [{ label: '', value: t('settings.safety.unclean'), wide: true }] : []),
          ]}
        />
      </Section>
      <RebuildSection />
      <DemoSection />
    </>
  );
}

function RebuildSection() {
  const { t } = useTranslation();
  const { book } = useDesk();
  const [work, setWork] = useState<{ done: number; total: number; abort: AbortController } | null>(null);

  const rebuild = async () => {
    const abort = new AbortController();
    setWork({ done: 0, total: 0, abort });
    try {
      await book.rebuild((done, total) => setWork({ done, total, abort }), abort.signal);
      if (!abort.signal.aborted) notify.done(t('settings.safety.rebuilt'));
    } catch (problem) {
      if (!abort.signal.aborted) notify.failed(problemText(problem));
    } finally {
      setWork(null);
    }
  };

  return (
    <Section
      title={t('settings.safety.rebuild')}
      hint={t('settings.safety.rebuildHint')}
      actions={
        <ActionButton variant="default" size="xs" onAct={rebuild}>
          {t('settings.safety.rebuild')}
        </ActionButton>
      }
    >
      {work !== null && (
        <ProgressPanel title={t('settings.safety.rebuilding')} done={work.done} total={work.total} onCancel={() => work.abort.abort()} />
      )}
    </Section>
  );
}
