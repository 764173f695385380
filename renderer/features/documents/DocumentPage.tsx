import { Alert } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { ApprovalPanel } from '#renderer/desk/approvals/ApprovalPanel.tsx';
import { FieldConflicts } from '#renderer/desk/conflicts/FieldConflicts.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressPart } from '#renderer/desk/use-address.ts';
import { LinkedPapers } from '#renderer/desk/LinkedPapers.tsx';
import { PrintedPapers } from '#renderer/desk/PrintedPapers.tsx';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { useWords } from '#renderer/desk/words.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { paperKindsOf } from '#shared/modules/paper-registry.ts';
import { maySee } from '#shared/modules/may-see.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { BodyLines } from './BodyLines.tsx';
import { useBodyFacts } from './use-body-facts.tsx';

/** Any document: what it says, what happened to it, what it belongs to, what was printed. */
export function DocumentPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const { actor } = useDesk();
  const found = useLive(
    async (read) => {
      const record = await read.get(id);
      return record && maySee(record, actor) ? record : null;
    },
    [id, actor.id],
  );
  return (
    <StateView of={found} isEmpty={(record) => record === null} empty={<Empty title={t('lists.gone')} hint={t('lists.goneHint')} />}>
      {(record) => record && <Shown key={record.id} record={record} />}
    </StateView>
  );
}

function Shown({ record }: { record: AnyRecord }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const words = useWords();
  const timeline = useTimeline(record);
  const facts = useBodyFacts(record);
  const module = moduleOf(record.kind);
  const newer = module === undefined || record.v > module.v;
  const printable = paperKindsOf(record.kind).some((paper) => paper.available(record));
  return (
    <Page
      title={`${words.kind(record.kind)} ${record.no}`}
      subtitle={record.title}
      badges={<StatusBadge tone={module?.tones[record.status] ?? 'neutral'} label={words.status(record)} />}
      actions={
        printable && (
          <ActionButton variant="default" shortcut="mod+p" onAct={() => desk.print(record)}>
            {t('lists.print')}
          </ActionButton>
        )
      }
    >
      <VerdictNotice id={record.id} />
      {newer && <Alert color="orange">{t('lists.newer')}</Alert>}
      <FieldConflicts record={record} />
      <ApprovalPanel record={record} />
      <Section title={t('lists.facts')}>
        <Facts facts={facts} columns={2} />
      </Section>
      <BodyLines record={record} />
      <LinkedPapers record={record} />
      <PrintedPapers record={record} />
      <Section title={t('lists.history')}>
        <Timeline entries={timeline} />
      </Section>
    </Page>
  );
}
