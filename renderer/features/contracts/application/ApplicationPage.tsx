import { useEffect, useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { ApprovalPanel } from '#renderer/desk/approvals/ApprovalPanel.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import { LinkedPapers } from '#renderer/desk/LinkedPapers.tsx';
import { PaperActions, type PaperAction } from '#renderer/desk/PaperActions.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressFilters, useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useOffer } from '#renderer/desk/use-offer.ts';
import { useRelease } from '#renderer/desk/use-release.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
import { useWords } from '#renderer/desk/words.ts';
import { askReason } from '#renderer/ui/ask.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import { formatFen } from '#shared/core/money.ts';
import { untyped, type Overrides } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { application, type Application } from '#shared/modules/application/module.ts';
import { submitApplication, withdrawApplication } from '#shared/modules/application/rules.ts';
import { contract } from '#shared/modules/contract/module.ts';
import { paperKindsOf } from '#shared/modules/paper-registry.ts';
import { ReturnedWith } from '../entry/ReturnedWith.tsx';
import { PlanTable } from '../PlanTable.tsx';
import { TermsFacts } from '../TermsFacts.tsx';
import { TermsTable } from '../TermsTable.tsx';
import { applicationSearch } from './application-search.ts';
import { DrawUpDialog } from './DrawUpDialog.tsx';
import classes from './application.module.css';

/** One contract application: what is asked for, who signed and who is waited for, why it came back, what comes next (CON-01). */
export function ApplicationPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive((read) => readAs(read, application, id), ['application', id]);
  return (
    <StateView
      of={found}
      isEmpty={(record) => record === null}
      empty={<Empty title={t('contracts.notFound')} hint={t('contracts.notFoundHint')} />}
    >
      {(record) => record && <ApplicationScreen key={record.id} record={record} />}
    </StateView>
  );
}

function ApplicationScreen({ record }: { record: DocumentRecord<Application> }) {
  const { t } = useTranslation();
  const words = useWords();
  const { print } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const acting = useAct();
  const release = useRelease((overrides) => void submit(overrides));
  const offer = useOffer(application, record);
  const timeline = useTimeline(untyped(record));
  const [drawing, setDrawing] = useState(false);
  const [{ do: wanted }, changeAddress] = useAddressFilters(applicationSearch);
  const { body, status } = record;
  const made = useLive(
    async (read) =>
      (await read.all({ kind: contract.kind, source: record.id })).rows.find((row) => !['returned', 'cancelled'].includes(row.status)) ??
      null,
    ['contract-of', record.id],
  );
  const agreed = made.state === 'ready' ? made.value : null;

  async function submit(overrides?: Overrides): Promise<void> {
    if (await acting.act(submitApplication(record.id, overrides ? { overrides } : {})))
      notify.done(t('contracts.application.submitted', { no: record.no }));
  }
  async function withdraw(): Promise<void> {
    const label = words.step('application', 'withdrawn');
    const reason = await askReason({ title: `${label} ${record.no}`, confirm: label, danger: true });
    if (reason !== null && (await acting.act(withdrawApplication(record.id, reason)))) notify.done(words.event('application', 'withdrawn'));
  }
  useEffect(() => {
    if (wanted !== 'submit') return;
    changeAddress({ do: '' });
    if (['drafted', 'returned'].includes(status)) void submit();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per address
  }, [wanted]);

  const step = (key: 'withdrawn' | 'edited' | 'submitted' | 'used', run: PaperAction['run'], rule: string = key): PaperAction => ({
    key,
    label: words.step('application', key),
    run,
    blocked: offer(rule),
    danger: key === 'withdrawn',
  });
  const isOurs = status === 'drafted' || status === 'returned';
  const edit = step('edited', () => go('/applications/new', { corrects: record.id }), 'submitted');
  const open: PaperAction | null = agreed && {
    key: 'open',
    label: t('contracts.open', { kind: words.kind('contract'), no: agreed.no }),
    run: () => go(`/contracts/${agreed.id}`),
    blocked: undefined,
  };
  const draw = step('used', () => setDrawing(true));
  // Where the contract was cancelled or sent back, another one is drawn up from it.
  const drawUp = status === 'approved' ? draw : status === 'used' ? { ...draw, blocked: undefined } : null;
  const next = open ?? (status === 'drafted' ? step('submitted', () => submit()) : status === 'returned' ? edit : drawUp);
  const others = [...(isOurs || status === 'approved' ? [step('withdrawn', withdraw)] : []), ...(status === 'drafted' ? [edit] : [])];
  const printable = paperKindsOf(application.kind).some((paper) => paper.available(untyped(record)));
  return (
    <Page
      title={record.no}
      subtitle={[words.kind('application'), body.customerName, `¥${formatFen(body.total)}`, nameOf(record.owner)]
        .filter(Boolean)
        .join(' · ')}
      badges={<StatusBadge tone={application.tones[status] ?? 'neutral'} label={words.status(record)} />}
      actions={<PaperActions next={next} others={others} onPrint={printable ? () => print(untyped(record)) : undefined} isBusy={drawing} />}
    >
      <VerdictNotice id={record.id} />
      {acting.refusal && (
        <div className={classes.gap}>
          <RefusalView refusal={acting.refusal} release={release} />
        </div>
      )}
      {status === 'returned' && (
        <div className={classes.gap}>
          <ReturnedWith id={record.id} />
        </div>
      )}
      <div className={classes.application}>
        <div className={classes.column}>
          <ApprovalPanel record={untyped(record)} />
          <TermsTable body={body} />
          <PlanTable plan={body.plan} total={body.total} />
          <TermsFacts
            body={body}
            party={record.party}
            owner={record.owner}
            more={[{ label: words.field('application', 'intention'), value: body.intention, wide: true }]}
          />
        </div>
        <div className={classes.column}>
          <LinkedPapers record={untyped(record)} />
          <Section title={t('contracts.record.history')}>
            <Timeline entries={timeline} nameOf={nameOf} />
          </Section>
        </div>
      </div>
      {drawing && <DrawUpDialog record={record} onClose={() => setDrawing(false)} />}
    </Page>
  );
}
