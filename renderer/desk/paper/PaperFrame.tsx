import type { ReactNode } from 'react';
import { useDesk } from '../desk.ts';
import { LinkedPapers } from '../LinkedPapers.tsx';
import { PrintedPapers } from '../PrintedPapers.tsx';
import { useTimeline } from '../use-timeline.ts';
import { useStaff } from '../use-staff.ts';
import { VerdictNotice } from '../verdicts/VerdictNotice.tsx';
import { useWords } from '../words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { paperKindsOf } from '#shared/modules/paper-registry.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import classes from './paper.module.css';
import type { Stepping } from './use-steps.ts';

interface PaperFrameProps {
  record: AnyRecord;
  subtitle?: string;
  /** Steps that can be taken. */
  actions: ReactNode;
  steps: Pick<Stepping, 'refusal' | 'release'>;
  children: ReactNode;
  /** Beside the history: explanations, other figures. */
  side?: ReactNode;
}

/** A money paper's page: what it says and what to do at the left, what happened and what belongs to it at the right. */
export function PaperFrame({ record, subtitle, actions, steps, children, side }: PaperFrameProps) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const words = useWords();
  const { nameOf } = useStaff();
  const timeline = useTimeline(record);
  const printable = paperKindsOf(record.kind).some((paper) => paper.available(record));
  return (
    <Page
      title={`${words.kind(record.kind)} ${record.no}`}
      subtitle={subtitle ?? record.title}
      badges={<StatusBadge tone={moduleOf(record.kind)?.tones[record.status] ?? 'neutral'} label={words.status(record)} />}
      actions={
        <>
          {printable && (
            <ActionButton variant="default" shortcut="mod+p" onAct={() => print(record)}>
              {t('common.print')}
            </ActionButton>
          )}
          {actions}
        </>
      }
    >
      <VerdictNotice id={record.id} />
      {steps.refusal && (
        <div className={classes.refusal}>
          <RefusalView refusal={steps.refusal} release={steps.release} />
        </div>
      )}
      <div className={classes.paper}>
        <div className={classes.column}>
          {children}
          <LinkedPapers record={record} />
        </div>
        <div className={classes.column}>
          {side}
          <PrintedPapers record={record} />
          <Section title={t('accounts.history')}>
            <Timeline entries={timeline} nameOf={nameOf} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
