import { useEffect, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { LinkedPapers } from '#renderer/desk/LinkedPapers.tsx';
import { PaperActions } from '#renderer/desk/PaperActions.tsx';
import { PrintedPapers } from '#renderer/desk/PrintedPapers.tsx';
import { RequestSection } from '#renderer/desk/requests/RequestSection.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressFilters, useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { useWords } from '#renderer/desk/words.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Steps } from '#renderer/ui/Steps.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import { untyped } from '#shared/documents/act.ts';
import { order } from '#shared/modules/order/module.ts';
import { orderSearch } from './order-search.ts';
import { OrderDialogs } from './OrderDialogs.tsx';
import { OrderFacts } from './OrderFacts.tsx';
import { OrderLines } from './OrderLines.tsx';
import { OrderMoney } from './OrderMoney.tsx';
import { stepsOf } from './order-steps.ts';
import { readOrderView, type OrderView } from './read-order.ts';
import { useOrderActions, type OrderDialog } from './use-order-actions.ts';
import classes from './orders.module.css';

/** One order: where it stands, what comes next, everything that was written for it (ORD-07). */
export function OrderPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive((read) => readOrderView(read, id), ['order', id]);
  return (
    <StateView of={found} isEmpty={(view) => view === null} empty={<Empty title={t('counter.order.notFound')} />}>
      {(view) => view && <OrderScreen key={view.record.id} view={view} />}
    </StateView>
  );
}

function OrderScreen({ view }: { view: OrderView }) {
  const { t } = useTranslation();
  const words = useWords();
  const { print } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const acting = useAct();
  const [dialog, setDialog] = useState<OrderDialog | null>(null);
  const { record } = view;
  const { next, others } = useOrderActions(view, acting, setDialog);
  const timeline = useTimeline(untyped(record));
  const [{ do: wanted }, changeAddress] = useAddressFilters(orderSearch);

  useEffect(() => {
    if (wanted !== 'next') return;
    changeAddress({ do: '' });
    if (next && next.blocked === undefined) void next.run();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per address
  }, [wanted]);

  const waitingFor = view.waiting.map((wait) => t(`counter.wait.${wait}`)).join(t('common.listSeparator'));

  return (
    <Page
      title={record.no}
      subtitle={[record.body.customerName, waitingFor && t('counter.order.waitsFor', { what: waitingFor })].filter(Boolean).join(' · ')}
      badges={<StatusBadge tone={order.tones[record.status] ?? 'neutral'} label={words.status(record)} />}
      actions={
        <PaperActions
          menu={t('counter.order.more')}
          others={others}
          elsewhere={[
            {
              key: 'again',
              label: t('counter.action.again'),
              run: () => go('/orders/new', { party: record.party }),
              blocked: undefined,
            },
          ]}
          onPrint={() => print(untyped(record))}
          next={next}
          isBusy={dialog !== null}
        />
      }
    >
      <VerdictNotice id={record.id} />
      {acting.refusal && (
        <div className={classes.refusal}>
          <RefusalView refusal={acting.refusal} />
        </div>
      )}
      <div className={classes.order}>
        <div className={classes.column}>
          <Steps
            steps={stepsOf(record.body.class, record.status, view.waiting).map(({ wait, state }) => ({
              key: wait,
              label: t(`counter.step.${wait}`),
              state,
            }))}
          />
          <OrderLines view={view} />
          <RequestSection record={untyped(record)} />
          <LinkedPapers record={untyped(record)} />
          <OrderFacts view={view} />
        </div>
        <div className={classes.column}>
          <OrderMoney view={view} />
          <PrintedPapers record={untyped(record)} />
          <Section title={t('counter.order.history')}>
            <Timeline entries={timeline} nameOf={nameOf} />
          </Section>
        </div>
      </div>
      <OrderDialogs view={view} open={dialog} onClose={() => setDialog(null)} />
    </Page>
  );
}
