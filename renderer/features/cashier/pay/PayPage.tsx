import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart } from '#renderer/desk/use-address.ts';
import { useRelease } from '#renderer/desk/use-release.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { Fen } from '#shared/core/money.ts';
import type { Overrides } from '#shared/documents/act.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { dueOf, readOrder } from '#shared/modules/order/facts.ts';
import type { Order } from '#shared/modules/order/module.ts';
import { takeDeposit, takeMoney } from '#shared/modules/receipt/rules.ts';
import { EarlierMoney } from './EarlierMoney.tsx';
import { OrderSummary } from './OrderSummary.tsx';
import { PaidView } from './PaidView.tsx';
import { PaymentForm } from './PaymentForm.tsx';
import { tenderedOf, type PaymentDraft } from './payment.ts';
import classes from './pay.module.css';

/** Takes money for one order: in full, in part, or as a deposit (PAY-02, PAY-03, PAY-09). */
export function PayPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive(
    async (read) => {
      const record = await readOrder(read, id);
      return record && { record, ...(await dueOf(read, record)) };
    },
    ['pay', id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('cashier.pay.noOrder')} />}>
      {(value) => value && <PayOrder key={value.record.id} {...value} />}
    </StateView>
  );
}

interface PayOrderProps {
  record: DocumentRecord<Order>;
  due: Fen;
  received: Fen;
  open: Fen;
}

function PayOrder({ record, due, received, open }: PayOrderProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const acting = useAct();
  const [kind, setKind] = useState<'payment' | 'deposit'>('payment');
  const [last, setLast] = useState<PaymentDraft | null>(null);
  const [paid, setPaid] = useState<{ receipt: AnyRecord; change: Fen } | null>(null);
  const release = useRelease((overrides) => (last ? void take(last, overrides) : undefined));

  async function take(payment: PaymentDraft, overrides?: Overrides): Promise<void> {
    setLast(payment);
    const input = {
      order: record.id,
      method: payment.method,
      amount: payment.amount ?? 0,
      tendered: tenderedOf(payment),
      reason: '',
      remarks: payment.remarks,
      ...(overrides ? { overrides } : {}),
    };
    const saved = await acting.act(kind === 'deposit' ? takeDeposit(input) : takeMoney(input));
    const receipt = saved?.records.find((made) => made.id === saved.answer.receipt);
    if (!saved || !receipt) return;
    setPaid({ receipt, change: saved.answer.change });
    desk.print(receipt);
  }

  return (
    <Page title={t('cashier.pay.title', { no: record.no })} subtitle={record.body.customerName} layout="flush">
      <div className={classes.pay}>
        <div className={classes.order}>
          <OrderSummary record={record} received={received} due={due} />
        </div>
        <div className={classes.till}>
          {paid ? (
            <PaidView {...paid} order={record} settled={open <= 0} />
          ) : open <= 0 ? (
            <Empty title={t('cashier.pay.nothingDue')} hint={t('cashier.pay.nothingDueHint')} />
          ) : (
            <>
              <EarlierMoney />
              <PaymentForm due={open} commit={t(`cashier.pay.commit.${kind}`)} onCommit={take}>
                {record.body.class !== 'carry' && (
                  <SegmentedControl
                    aria-label={t('cashier.pay.kind')}
                    data={(['payment', 'deposit'] as const).map((value) => ({ value, label: t(`cashier.pay.kinds.${value}`) }))}
                    value={kind}
                    onChange={setKind}
                  />
                )}
                {acting.refusal && <RefusalView refusal={acting.refusal} release={release} />}
              </PaymentForm>
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
