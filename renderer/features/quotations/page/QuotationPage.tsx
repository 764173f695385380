import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { ApprovalPanel } from '#renderer/desk/approvals/ApprovalPanel.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import { LinkedPapers } from '#renderer/desk/LinkedPapers.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import { PaperActions } from '#renderer/desk/PaperActions.tsx';
import { PrintedPapers } from '#renderer/desk/PrintedPapers.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
import { useWords } from '#renderer/desk/words.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import { daysBetween } from '#shared/core/calendar.ts';
import { untyped } from '#shared/documents/act.ts';
import { quotation } from '#shared/modules/quotation/module.ts';
import { AcceptDialog, SendDialog, SubmitDialog } from './QuotationDialogs.tsx';
import { QuotationGoods } from './QuotationGoods.tsx';
import { QuotationTerms } from './QuotationTerms.tsx';
import { readQuotation, type QuotationView } from './read-quotation.ts';
import { RoundDialog } from './RoundDialog.tsx';
import { Talks } from './Talks.tsx';
import { useQuotationActions, type QuotationDialog } from './use-quotation-actions.ts';
import classes from './page.module.css';

const living = new Set(['draft', 'submitted', 'returned', 'approved', 'sent']);

/** One quotation: what is offered, who must sign, what was said, and the customer's answer. */
export function QuotationPage() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const id = useAddressPart('id');
  const found = useLive((read) => readQuotation(read, id, today), ['quotation', id, today]);
  return (
    <StateView of={found} isEmpty={(view) => view === null} empty={<Empty title={t('quotations.page.notFound')} />}>
      {(view) => view && <Shown key={view.record.id} view={view} />}
    </StateView>
  );
}

function Shown({ view }: { view: QuotationView }) {
  const { t } = useTranslation();
  const words = useWords();
  const { print, today } = useDesk();
  const { nameOf } = useStaff();
  const acting = useAct();
  const [dialog, setDialog] = useState<QuotationDialog | null>(null);
  const { record, before, next: replacedBy } = view;
  const { body, status } = record;
  const { next, others } = useQuotationActions(view, acting, setDialog);
  const timeline = useTimeline(untyped(record));
  const left = daysBetween(today, body.validUntil);
  const validity =
    left < 0 ? t('quotations.page.over') : left === 0 ? t('quotations.page.overToday') : t('quotations.page.overIn', { count: left });
  const close = () => setDialog(null);

  return (
    <Page
      title={record.no}
      subtitle={[body.customerName, t('quotations.page.revision', { revision: body.revision }), living.has(status) ? validity : '']
        .filter(Boolean)
        .join(' · ')}
      badges={<StatusBadge tone={quotation.tones[status] ?? 'neutral'} label={words.status(record)} />}
      actions={
        <PaperActions
          menu={t('quotations.page.more')}
          others={others}
          onPrint={() => print(untyped(record))}
          next={next}
          isBusy={dialog !== null}
        />
      }
    >
      <VerdictNotice id={record.id} />
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
      <div className={classes.columns}>
        <div className={classes.column}>
          {replacedBy && (
            <p className={classes.replaced}>
              <a href={`#${pathOf(replacedBy)}`}>{t('quotations.page.next', { no: replacedBy.no })}</a>
            </p>
          )}
          <QuotationGoods view={view} />
          <ApprovalPanel record={untyped(record)} />
          <Talks record={record} onNote={() => setDialog('round')} />
          <LinkedPapers record={untyped(record)} />
        </div>
        <div className={classes.column}>
          <QuotationTerms view={view} />
          {before && (
            <p className={classes.replaced}>
              {t('quotations.page.before')} <a href={`#${pathOf(before)}`}>{before.no}</a>
            </p>
          )}
          <PrintedPapers record={untyped(record)} />
          <Section title={t('quotations.page.history')}>
            <Timeline entries={timeline} nameOf={nameOf} />
          </Section>
        </div>
      </div>
      {dialog === 'submit' && <SubmitDialog view={view} onClose={close} />}
      {dialog === 'send' && <SendDialog view={view} onClose={close} />}
      {dialog === 'accept' && <AcceptDialog view={view} onClose={close} />}
      {dialog === 'round' && (
        <RoundDialog id={record.id} round={1 + record.events.filter(({ type }) => type === 'negotiated').length} onClose={close} />
      )}
    </Page>
  );
}
