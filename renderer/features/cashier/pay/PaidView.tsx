import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Fen } from '#shared/core/money.ts';
import { untyped } from '#shared/documents/act.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import type { Order } from '#shared/modules/order/module.ts';
import { closeOrder, handGoods } from '#shared/modules/order/rules.ts';
import classes from './pay.module.css';

interface PaidViewProps {
  receipt: AnyRecord;
  change: Fen;
  /** The order paid for, to print its stamped slip and go on with it. */
  order: DocumentRecord<Order> | null;
  /** Nothing is due on it any more. */
  settled: boolean;
}

/** Money taken: the change to count out stays in view until the clerk goes on. */
export function PaidView({ receipt, change, order, settled }: PaidViewProps) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const go = useGo();
  const carried = order !== null && order.body.class === 'carry' && settled;
  return (
    <div className={classes.after}>
      <div className={classes.after} role="status">
        <div className={classes.due}>
          <span>
            <IconCircleCheck size={16} stroke={1.8} aria-hidden="true" /> {t('cashier.pay.taken', { no: receipt.no })}
          </span>
          <span className={classes.dueFigure}>
            <Money fen={receipt.amount} symbol />
          </span>
        </div>
        <div className={classes.change} data-tone={change > 0 ? 'good' : undefined}>
          <span>{t('cashier.pay.change')}</span>
          <span className={classes.changeFigure}>
            <Money fen={change} symbol />
          </span>
        </div>
      </div>
      {order && (
        <ActionButton fullWidth size="md" shortcut="mod+Enter" onAct={() => go(`/orders/${order.id}`)}>
          {t('cashier.pay.toOrder')}
        </ActionButton>
      )}
      {carried && <HandAndClose order={order} />}
      {order === null && (
        <ActionButton fullWidth size="md" shortcut="mod+Enter" onAct={() => go('/finance', { tab: 'receivables' })}>
          {t('cashier.pay.toReceivables')}
        </ActionButton>
      )}
      <div className={classes.pair}>
        <ActionButton variant="default" shortcut="mod+p" onAct={() => print(receipt)}>
          {t('cashier.pay.printReceipt')}
        </ActionButton>
        {order && (
          <Button variant="default" onClick={() => print(untyped(order), 'sales-slip')}>
            {t('cashier.pay.printSlip')}
          </Button>
        )}
      </div>
      <Button variant="subtle" onClick={() => go('/cashier')}>
        {t('cashier.pay.toQueue')}
      </Button>
    </div>
  );
}

/** Where the cashier gives out the goods too: the end of a class A sale in one keystroke, goods and closing at once (S8.30, S8.31). */
function HandAndClose({ order }: { order: DocumentRecord<Order> }) {
  const { t } = useTranslation();
  const { book, holds } = useDesk();
  const go = useGo();
  const acting = useAct();
  const finish = async () => {
    const open = await Promise.all(order.body.lines.map((_line, index) => book.balance(`undelivered/${order.id}/${index}`)));
    const counted = open.flatMap((quantity, line) => (quantity > 0 ? [{ line, quantity }] : []));
    if (counted.length > 0 && !(await acting.act(handGoods(order.id, counted)))) return;
    if (!(await acting.act(closeOrder(order.id)))) return;
    notify.done(t('cashier.pay.finished', { no: order.no }));
    go(holds('cashier') ? '/cashier' : `/orders/${order.id}`);
  };
  return (
    <>
      <ActionButton fullWidth size="md" variant="default" shortcut="F9" onAct={finish}>
        {t('cashier.pay.handAndClose')}
      </ActionButton>
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </>
  );
}
