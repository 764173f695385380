import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { timeOf } from '#shared/core/calendar.ts';
import { dropParked, parkedSales, unfinishedSale, type ParkedSale } from '../sale/parked-sales.ts';
import { sumOf } from '../sale/sale-draft.ts';
import classes from './home.module.css';

/** The sale that was broken off and those put aside: one click and they go on. Nothing when there are none. */
export function UnfinishedSales() {
  const { t } = useTranslation();
  const { host, actor, settings } = useDesk();
  const go = useGo();
  const [begun, setBegun] = useState<ParkedSale | null>(null);
  const [parked, setParked] = useState<readonly ParkedSale[]>([]);

  useEffect(() => {
    let stale = false;
    const look = async () => {
      const [current, aside] = await Promise.all([unfinishedSale(host, actor.id), parkedSales(host, actor.id)]);
      if (stale) return;
      setBegun(current);
      setParked(aside);
    };
    void look();
    return () => {
      stale = true;
    };
  }, [host, actor.id]);

  const drop = async (sale: ParkedSale) => {
    const sure = await askConfirm({
      title: t('counter.home.dropAsk', { name: sale.title }),
      confirm: t('counter.home.drop'),
      danger: true,
    });
    if (!sure) return;
    await dropParked(host, sale.id);
    setParked((all) => all.filter(({ id }) => id !== sale.id));
  };
  const item = (sale: ParkedSale, open: () => void, removable: boolean) => (
    <div key={sale.id} className={classes.parkedItem}>
      <span>
        {sale.title} · <Money fen={sumOf(sale.sale).total} symbol />{' '}
        <span className={classes.dim}>{timeOf(sale.at, settings.offsetMinutes)}</span>
      </span>
      <Button size="compact-xs" variant="default" onClick={open}>
        {t('counter.home.goOn')}
      </Button>
      {removable && <CloseButton size="xs" aria-label={t('counter.home.dropOf', { name: sale.title })} onClick={() => void drop(sale)} />}
    </div>
  );

  if (begun === null && parked.length === 0) return null;
  return (
    <section className={classes.parked} aria-label={t('counter.home.unfinished')}>
      <span className={classes.dim}>{t('counter.home.unfinished')}</span>
      {begun && item(begun, () => go('/orders/new'), false)}
      {parked.map((sale) => item(sale, () => go('/orders/new', { draft: sale.id }), true))}
    </section>
  );
}
