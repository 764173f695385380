import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { PrintedPapers } from '#renderer/desk/PrintedPapers.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askReason } from '#renderer/ui/ask.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import { untyped } from '#shared/documents/act.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { handover, type Handover } from '#shared/modules/handover/module.ts';
import { receiveHandover, refuseHandover } from '#shared/modules/handover/rules.ts';
import { receipt } from '#shared/modules/receipt/module.ts';
import { useOffer } from '#renderer/desk/use-offer.ts';
import classes from './finance.module.css';

/** One handover: what was counted against what was booked; finance takes it or gives it back. */
export function HandoverSlipPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive(
    async (read) => {
      const record = await readAs(read, handover, id);
      return record && { record, receipts: [...(await read.getMany(record.body.receipts)).values()] };
    },
    ['handover', id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('cashier.finance.noSlip')} />}>
      {(value) => value && <HandoverScreen key={value.record.id} {...value} />}
    </StateView>
  );
}

function HandoverScreen({ record, receipts }: { record: DocumentRecord<Handover>; receipts: readonly AnyRecord[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const { print } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const acting = useAct();
  const offer = useOffer(handover, record);
  const timeline = useTimeline(untyped(record));
  const { parts, note } = record.body;
  const booked = parts.reduce((sum, part) => sum + part.booked, 0);

  async function refuseIt(): Promise<void> {
    const reason = await askReason({
      title: t('cashier.finance.refuseAsk', { no: record.no }),
      message: t('cashier.finance.refuseMessage'),
      confirm: t('cashier.finance.refuse'),
      danger: true,
    });
    if (reason !== null && (await acting.act(refuseHandover(record.id, reason)))) notify.done(words.event('handover', 'refused'));
  }
  async function receiveIt(): Promise<void> {
    if (await acting.act(receiveHandover(record.id))) notify.done(words.event('handover', 'received'));
  }

  return (
    <Page
      title={record.no}
      subtitle={t('cashier.finance.handoverOf', { name: nameOf(record.owner) })}
      badges={<StatusBadge tone={handover.tones[record.status] ?? 'neutral'} label={words.status(record)} />}
      actions={
        <>
          <ActionButton variant="default" shortcut="mod+p" onAct={() => print(untyped(record))}>
            {t('common.print')}
          </ActionButton>
          {record.status === 'offered' && (
            <>
              <ActionButton variant="default" onAct={refuseIt} blocked={offer('refused')}>
                {t('cashier.finance.refuse')}
              </ActionButton>
              <ActionButton shortcut="mod+Enter" onAct={receiveIt} blocked={offer('received')}>
                {t('cashier.finance.receive')}
              </ActionButton>
            </>
          )}
        </>
      }
    >
      {acting.refusal && (
        <div className={classes.refusal}>
          <RefusalView refusal={acting.refusal} />
        </div>
      )}
      <div className={classes.layout}>
        <div className={classes.column}>
          <Section title={t('cashier.handover.count')} flush>
            <DataTable
              label={t('cashier.handover.count')}
              rows={parts}
              rowKey={(part) => part.day + part.method}
              columns={[
                { key: 'day', header: words.column('day'), width: 110, render: (part) => <DayText day={part.day} /> },
                {
                  key: 'method',
                  header: words.field('receipt', 'method'),
                  width: 110,
                  grow: 1,
                  render: (part) => words.method(part.method),
                },
                {
                  key: 'booked',
                  header: t('documents.lines.handover.booked'),
                  width: 120,
                  align: 'right',
                  render: (part) => <Money fen={part.booked} />,
                  total: <Money fen={booked} strong />,
                },
                {
                  key: 'counted',
                  header: t('documents.lines.handover.counted'),
                  width: 120,
                  align: 'right',
                  render: (part) => <Money fen={part.counted} />,
                  total: <Money fen={record.amount} strong />,
                },
                {
                  key: 'difference',
                  header: t('cashier.handover.difference'),
                  width: 110,
                  align: 'right',
                  render: (part) => <Money fen={part.counted - part.booked} />,
                  total: <Money fen={record.amount - booked} strong />,
                },
              ]}
            />
          </Section>
          {note !== '' && (
            <Section>
              <Facts facts={[{ label: words.field('handover', 'note'), value: note, wide: true }]} />
            </Section>
          )}
          <Section title={t('cashier.handover.receiptsIn', { count: receipts.length })} flush>
            <DataTable
              label={t('cashier.nav.receipts')}
              rows={receipts}
              rowKey={(row) => row.id}
              onOpen={(row) => go(pathOf(row))}
              columns={[
                { key: 'no', header: words.column('no'), width: 170, render: (row) => row.no },
                { key: 'day', header: words.column('day'), width: 100, render: (row) => <DayText day={row.day} /> },
                {
                  key: 'payer',
                  header: words.field('receipt', 'payer'),
                  width: 140,
                  grow: 1,
                  render: (row) => receipt.read(row).body.payer,
                },
                {
                  key: 'method',
                  header: words.field('receipt', 'method'),
                  width: 90,
                  render: (row) => words.method(receipt.read(row).body.method),
                },
                { key: 'amount', header: words.column('amount'), width: 110, align: 'right', render: (row) => <Money fen={row.amount} /> },
              ]}
            />
          </Section>
        </div>
        <div className={classes.column}>
          <PrintedPapers record={untyped(record)} />
          <Section title={t('cashier.finance.history')}>
            <Timeline entries={timeline} nameOf={nameOf} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
