import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Stat } from '#renderer/ui/Stat.tsx';
import { monthOf } from '#shared/core/calendar.ts';
import { order } from '#shared/modules/order/module.ts';
import classes from './home.module.css';

const VOID = new Set(['voided', 'returned']);

/** What the person signed in sold today and this month. */
export function MyFigures() {
  const { t } = useTranslation();
  const { actor, today } = useDesk();
  const go = useGo();
  const figures = useLive(
    async (read) => {
      const { rows } = await read.all({ kind: order.kind, day: { from: today, to: today } }, 1000);
      const mine = rows.filter((row) => row.owner === actor.id && !VOID.has(row.status));
      return {
        count: mine.length,
        amount: mine.reduce((sum, row) => sum + row.amount, 0),
        closed: mine.filter((row) => row.status === 'closed').length,
        month: await read.balance(`sales-by/${monthOf(today)}/${actor.id}`),
      };
    },
    ['my-figures', actor.id, today],
  );
  const value = figures.state === 'ready' ? figures.value : null;
  const openToday = () => go('/orders', { owner: actor.id, dayFrom: today, dayTo: today });
  return (
    <div className={classes.stats}>
      <Stat label={t('counter.home.ordersToday')} value={value?.count ?? '…'} onOpen={openToday} />
      <Stat label={t('counter.home.amountToday')} value={value ? <Money fen={value.amount} symbol /> : '…'} onOpen={openToday} />
      <Stat
        label={t('counter.home.closedToday')}
        value={value?.closed ?? '…'}
        onOpen={() => go('/orders', { owner: actor.id, dayFrom: today, dayTo: today, status: 'closed' })}
      />
      <Stat label={t('counter.home.month')} value={value ? <Money fen={value.month} symbol /> : '…'} note={t('counter.home.monthNote')} />
    </div>
  );
}
