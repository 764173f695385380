import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { LinkedPapers } from '#renderer/desk/LinkedPapers.tsx';
import { PaperActions } from '#renderer/desk/PaperActions.tsx';
import { PrintedPapers } from '#renderer/desk/PrintedPapers.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { useWords } from '#renderer/desk/words.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import { lineAmount } from '#shared/core/money.ts';
import { untyped } from '#shared/documents/act.ts';
import { pickup } from '#shared/modules/pickup/module.ts';
import { KeptPhoto } from './KeptPhoto.tsx';
import { PickupDialogs, type PickupDialog } from './PickupDialogs.tsx';
import { readPickupView, type PickupView } from './read-pickup.ts';
import { usePickupActions } from './use-pickup-actions.ts';
import classes from './pickups.module.css';

/** One pick-up slip, from its writing to the goods on the shelf and the money accounted for (STK-04, STK-05, SHP-05). */
export function PickupPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive((read) => readPickupView(read, id), ['pickup', id]);
  return (
    <StateView of={found} isEmpty={(view) => view === null} empty={<Empty title={t('counter.pickup.notFound')} />}>
      {(view) => view && <PickupScreen key={view.record.id} view={view} />}
    </StateView>
  );
}

function PickupScreen({ view }: { view: PickupView }) {
  const { t } = useTranslation();
  const words = useWords();
  const { print } = useDesk();
  const { nameOf } = useStaff();
  const acting = useAct();
  const [dialog, setDialog] = useState<PickupDialog | null>(null);
  const { record } = view;
  const { body } = record;
  const { next, others } = usePickupActions(view, acting, setDialog);
  const timeline = useTimeline(untyped(record));
  return (
    <Page
      title={record.no}
      subtitle={`${body.supplierName} · ${body.customerName}`}
      badges={<StatusBadge tone={pickup.tones[record.status] ?? 'neutral'} label={words.status(record)} />}
      actions={<PaperActions others={others} onPrint={() => print(untyped(record))} next={next} isBusy={dialog !== null} />}
    >
      <VerdictNotice id={record.id} />
      {acting.refusal && (
        <div className={classes.refusal}>
          <RefusalView refusal={acting.refusal} />
        </div>
      )}
      <div className={classes.layout}>
        <div className={classes.column}>
          <Section>
            <Facts
              facts={[
                { label: words.field('pickup', 'supplierName'), value: body.supplierName },
                { label: words.field('pickup', 'orderNo'), value: body.orderNo },
                { label: words.field('pickup', 'customerName'), value: body.customerName },
                { label: t('counter.pickup.writer'), value: nameOf(record.owner) },
                { label: t('counter.pickup.recordNo'), value: view.recordNo },
                { label: words.field('pickup', 'notes'), value: body.notes },
              ]}
            />
          </Section>
          <Section title={t('counter.pickup.goods')} flush>
            <DataTable
              label={t('counter.pickup.goods')}
              rows={body.lines}
              rowKey={(line) => String(body.lines.indexOf(line))}
              columns={[
                {
                  key: 'name',
                  header: t('documents.lines.pickup.name'),
                  width: 180,
                  grow: 1,
                  render: (line) => `${line.name} ${line.spec}`.trim(),
                },
                {
                  key: 'quantity',
                  header: t('documents.lines.pickup.quantity'),
                  width: 100,
                  align: 'right',
                  render: (line) => <Quantity milli={line.quantity} unit={line.unit} />,
                },
                {
                  key: 'cost',
                  header: t('counter.pickup.unitCost'),
                  width: 110,
                  align: 'right',
                  render: (line) => <Money fen={line.cost} />,
                },
                {
                  key: 'amount',
                  header: t('counter.pickup.amount'),
                  width: 120,
                  align: 'right',
                  render: (line) => <Money fen={lineAmount(line.cost, line.quantity)} />,
                  total: <Money fen={body.cost} strong />,
                },
              ]}
            />
          </Section>
          <LinkedPapers record={untyped(record)} />
        </div>
        <div className={classes.column}>
          <Section title={t('counter.pickup.photo')}>
            {view.photo === '' ? (
              <p className={classes.note}>{t(record.status === 'written' ? 'counter.pickup.noPhoto' : 'counter.pickup.photoElsewhere')}</p>
            ) : (
              <KeptPhoto hash={view.photo} label={t('counter.pickup.photo')} />
            )}
          </Section>
          <Section title={t('counter.pickup.money')}>
            <dl className={classes.figures}>
              <dt>{words.field('pickup', 'cost')}</dt>
              <dd>
                <Money fen={body.cost} />
              </dd>
              <dt>{t('counter.pickup.out')}</dt>
              <dd>
                <Money fen={view.out} />
              </dd>
              <dt>{t('counter.pickup.float')}</dt>
              <dd>
                <Money fen={view.float} />
              </dd>
            </dl>
          </Section>
          <PrintedPapers record={untyped(record)} />
          <Section title={t('counter.order.history')}>
            <Timeline entries={timeline} nameOf={nameOf} />
          </Section>
        </div>
      </div>
      <PickupDialogs view={view} writer={nameOf(record.owner)} open={dialog} onClose={() => setDialog(null)} />
    </Page>
  );
}
