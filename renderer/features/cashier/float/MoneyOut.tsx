import { Button } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { pickup } from '#shared/modules/pickup/module.ts';
import classes from './float.module.css';

/** Pick-up slips that may draw money, and those whose money is not accounted for yet. Nothing when there are none. */
export function MoneyOut() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const go = useGo();
  const found = useLive(
    async (read) => {
      const outs = [...(await read.balances('float-out/'))].filter(([, amount]) => amount > 0);
      const slips = await read.getMany(outs.map(([path]) => path.split('/')[1] ?? ''));
      return {
        waiting: (await read.all({ kind: pickup.kind, status: 'recorded' }, 50)).rows,
        out: outs.flatMap(([path, amount]) => {
          const slip = slips.get(path.split('/')[1] ?? '');
          return slip ? [{ slip, amount }] : [];
        }),
      };
    },
    ['money-out'],
  );
  if (found.state !== 'ready' || found.value.waiting.length + found.value.out.length === 0) return null;
  return (
    <ul className={classes.outs} aria-label={t('cashier.float.moneyOut')}>
      {found.value.waiting.map((slip) => (
        <li key={slip.id} className={classes.out}>
          <span>{t('cashier.float.mayDraw')}</span>
          <span>{slip.no}</span>
          <span className={classes.dim}>{slip.title}</span>
          <span className={classes.spring} />
          <Money fen={slip.amount} />
          <Button size="compact-xs" variant="default" onClick={() => go(pathOf(slip))}>
            {t('cashier.float.draw')}
          </Button>
        </li>
      ))}
      {found.value.out.map(({ slip, amount }) => (
        <li key={slip.id} className={classes.out}>
          <span>{t('cashier.float.isOut')}</span>
          <span>{slip.no}</span>
          <span className={classes.dim}>{slip.title}</span>
          <DayText day={slip.day} today={today} />
          <span className={classes.spring} />
          <Money fen={amount} />
          <Button size="compact-xs" variant="default" onClick={() => go(pathOf(slip))}>
            {t('cashier.float.settle')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
