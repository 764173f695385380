import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import type { Fen } from '#shared/core/money.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import classes from './pay.module.css';

interface PaidViewProps {
  receipt: AnyRecord;
  change: Fen;
  /** The order paid for, to print its stamped slip and go on with it. */
  order: AnyRecord | null;
}

/** Money taken: the change to count out stays in view until the clerk goes on. */
export function PaidView({ receipt, change, order }: PaidViewProps) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const go = useGo();
  return (
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
      {order ? (
        <ActionButton fullWidth size="md" shortcut="mod+Enter" onAct={() => go(`/orders/${order.id}`)}>
          {t('cashier.pay.toOrder')}
        </ActionButton>
      ) : (
        <ActionButton fullWidth size="md" shortcut="mod+Enter" onAct={() => go('/finance', { tab: 'receivables' })}>
          {t('cashier.pay.toReceivables')}
        </ActionButton>
      )}
      <div className={classes.pair}>
        <ActionButton variant="default" shortcut="mod+p" onAct={() => print(receipt)}>
          {t('cashier.pay.printReceipt')}
        </ActionButton>
        {order && (
          <Button variant="default" onClick={() => print(order, 'sales-slip')}>
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
