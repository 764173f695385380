import { Anchor } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { LinkedPapers } from '#renderer/desk/LinkedPapers.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import { PrintedPapers } from '#renderer/desk/PrintedPapers.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useOffer } from '#renderer/desk/use-offer.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { useWords } from '#renderer/desk/words.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
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
import { amountInEnglish } from '#shared/core/words-en.ts';
import { amountInChinese } from '#shared/core/words-zh.ts';
import { untyped } from '#shared/documents/act.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { receipt, type Receipt } from '#shared/modules/receipt/module.ts';
import { receiptReason } from '#shared/modules/receipt/reason.ts';
import { reverseReceipt } from '#shared/modules/receipt/rules.ts';
import classes from '../finance/finance.module.css';

interface Found {
  record: DocumentRecord<Receipt>;
  sources: ReadonlyMap<string, AnyRecord>;
}

/** One receipt: what it was for, where the money is, and the way to take it back. */
export function ReceiptPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive(
    async (read): Promise<Found | null> => {
      const record = await readAs(read, receipt, id);
      return (
        record && {
          record,
          sources: await read.getMany([...record.body.parts.map((part) => part.source), record.body.reverses].filter(Boolean)),
        }
      );
    },
    ['receipt', id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('cashier.receipt.notFound')} />}>
      {(value) => value && <ReceiptScreen key={value.record.id} {...value} />}
    </StateView>
  );
}

function ReceiptScreen({ record, sources }: Found) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const { print } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const acting = useAct();
  const offer = useOffer(receipt, record);
  const timeline = useTimeline(untyped(record));
  const { body } = record;
  const reversible = body.type !== 'red' && (record.status === 'taken' || record.status === 'handed');
  const original = sources.get(body.reverses);

  async function reverse(): Promise<void> {
    const reason = await askReason({
      title: t('cashier.receipt.reverseAsk', { no: record.no }),
      message: t('cashier.receipt.reverseMessage'),
      confirm: t('cashier.receipt.reverse'),
      danger: true,
    });
    if (reason === null) return;
    const saved = await acting.act(reverseReceipt(record.id, reason));
    const red = saved?.records.find((made) => made.id === saved.answer.receipt);
    if (!red) return;
    notify.done(t('cashier.receipt.reversed', { no: red.no }), { label: t('common.open'), run: () => go(pathOf(red)) });
    print(red);
  }

  return (
    <Page
      title={record.no}
      subtitle={body.payer}
      badges={<StatusBadge tone={receipt.tones[record.status] ?? 'neutral'} label={words.status(record)} />}
      actions={
        <>
          {reversible && (
            <ActionButton variant="default" color="red" onAct={reverse} blocked={offer('reversed')}>
              {t('cashier.receipt.reverse')}
            </ActionButton>
          )}
          <ActionButton shortcut="mod+p" onAct={() => print(untyped(record))}>
            {t(record.events.some(({ type }) => type === 'printed') ? 'cashier.receipt.reprint' : 'common.print')}
          </ActionButton>
        </>
      }
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
                { label: words.field('receipt', 'amount'), value: <Money fen={body.amount} symbol strong /> },
                { label: words.field('receipt', 'type'), value: words.value('type', body.type) },
                {
                  label: t('cashier.receipt.words'),
                  value: i18n.language === 'zh-CN' ? amountInChinese(body.amount) : amountInEnglish(body.amount),
                  wide: true,
                },
                { label: words.field('receipt', 'method'), value: words.method(body.method) },
                { label: words.column('day'), value: <DayText day={record.day} /> },
                { label: words.field('receipt', 'payer'), value: body.payer },
                { label: t('cashier.receipt.receiver'), value: nameOf(record.owner) },
                ...(body.method === 'cash' && body.tendered > 0
                  ? [
                      { label: words.field('receipt', 'tendered'), value: <Money fen={body.tendered} /> },
                      { label: words.field('receipt', 'change'), value: <Money fen={body.change} /> },
                    ]
                  : []),
                {
                  label: words.field('receipt', 'reason'),
                  value: receiptReason(body, i18n.language === 'en' ? 'en' : 'zh-CN'),
                  wide: true,
                },
                ...(body.remarks === '' ? [] : [{ label: words.field('receipt', 'remarks'), value: body.remarks, wide: true }]),
                ...(original
                  ? [
                      {
                        label: words.field('receipt', 'reverses'),
                        value: (
                          <Anchor component="button" type="button" size="sm" onClick={() => go(pathOf(original))}>
                            {original.no}
                          </Anchor>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </Section>
          <Section title={words.field('receipt', 'parts')} flush>
            <DataTable
              label={words.field('receipt', 'parts')}
              rows={body.parts}
              rowKey={(part) => part.source}
              onOpen={(part) => {
                const source = sources.get(part.source);
                if (source) go(pathOf(source));
              }}
              columns={[
                {
                  key: 'no',
                  header: words.column('no'),
                  width: 180,
                  grow: 1,
                  render: (part) => part.no || (sources.get(part.source)?.title ?? ''),
                },
                {
                  key: 'kind',
                  header: t('cashier.receipt.paper'),
                  width: 120,
                  render: (part) => words.kind(sources.get(part.source)?.kind ?? ''),
                },
                {
                  key: 'amount',
                  header: words.column('amount'),
                  width: 120,
                  align: 'right',
                  render: (part) => <Money fen={part.amount} />,
                },
              ]}
            />
          </Section>
          <LinkedPapers record={untyped(record)} />
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
