import { Button } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { formatFen } from '#shared/core/money.ts';
import { heldMoney } from '#shared/modules/receipt/drawer.ts';
import classes from './pay.module.css';

/** Said before the customer takes out his money: yesterday's is still here, so none can be taken (G-38), and what to do. */
export function EarlierMoney() {
  const { t } = useTranslation();
  const { actor, today } = useDesk();
  const go = useGo();
  const held = useLive((read) => heldMoney(read, actor.id), ['held', actor.id]);
  if (held.state !== 'ready') return null;
  const earlier = held.value.filter(({ day, amount }) => day < today && amount > 0);
  const first = earlier[0];
  if (!first) return null;
  return (
    <div className={classes.notice} role="alert">
      <span>
        {t('cashier.pay.earlierMoney', { amount: formatFen(earlier.reduce((sum, part) => sum + part.amount, 0)), day: first.day })}
      </span>
      <Button size="xs" onClick={() => go('/cashier/handover')}>
        {t('cashier.pay.handOver')}
      </Button>
    </div>
  );
}
