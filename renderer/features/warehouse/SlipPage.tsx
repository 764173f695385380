import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { untyped } from '#shared/documents/act.ts';
import type { Module } from '#shared/documents/module.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { PaperKind } from '#shared/modules/paper-registry.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { LinkedPapers } from '#renderer/desk/LinkedPapers.tsx';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Facts, type Fact } from '#renderer/ui/Facts.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import classes from './dispatch/DispatchPage.module.css';
import { PaperList } from './PaperList.tsx';

export interface SlipPageProps<Body> {
  module: Module<Body>;
  slip: DocumentRecord<Body>;
  title: string;
  subtitle: string;
  paper: PaperKind['id'];
  /** Before the print button. */
  actions?: ReactNode;
  /** The next step, or why it was refused: above the goods. */
  step: ReactNode;
  lines: { title: string; table: ReactNode };
  facts: { title: string; list: readonly Fact[] };
}

/** A slip of goods in or back: what is next, the goods, what happened, what it says, its papers. */
export function SlipPage<Body>({ module, slip, title, subtitle, paper, actions, step, lines, facts }: SlipPageProps<Body>) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const words = useWords();
  const record = untyped(slip);
  const timeline = useTimeline(record);
  return (
    <Page
      title={title}
      subtitle={subtitle}
      badges={<StatusBadge tone={module.tones[slip.status] ?? 'neutral'} label={words.status(slip)} />}
      actions={
        <>
          {actions}
          <ActionButton variant="default" shortcut="mod+p" onAct={() => print(record, paper)}>
            {t('warehouse.page.print')}
          </ActionButton>
        </>
      }
    >
      <VerdictNotice id={record.id} />
      {step}
      <div className={classes.columns}>
        <div>
          <Section title={lines.title} flush>
            {lines.table}
          </Section>
          <Section title={t('warehouse.page.timeline')}>
            <Timeline entries={timeline} />
          </Section>
        </div>
        <div>
          <Section title={facts.title}>
            <Facts columns={1} facts={facts.list} />
          </Section>
          <PaperList records={[record]} />
          <LinkedPapers record={record} />
        </div>
      </div>
    </Page>
  );
}
