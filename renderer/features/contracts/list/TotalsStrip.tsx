import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Stat } from '#renderer/ui/Stat.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { readTotals, type Group } from './read-totals.ts';
import classes from './list.module.css';

/** The figures above the list; each opens what is behind it. */
export function TotalsStrip({ onStatus }: { onStatus: (status: string) => void }) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const found = useLive((read) => readTotals(read, today), ['contract-totals', today]);
  const count = ({ count: number, more }: Group) =>
    t('contracts.list.count', { count: number, number: more ? `${number}+` : String(number) });
  return (
    <StateView of={found}>
      {({ month, signing, inForce, balanceDue, unarchived }) => (
        <div className={classes.stats}>
          <Stat
            label={t('contracts.list.month')}
            value={<Money fen={month.amount} symbol />}
            note={t('contracts.list.count', { count: month.count, number: String(month.count) })}
          />
          <Stat
            label={t('contracts.list.signing')}
            value={<Money fen={signing.amount} symbol />}
            note={count(signing)}
            onOpen={() => onStatus('signing')}
          />
          <Stat
            label={t('contracts.list.inForce')}
            value={<Money fen={inForce.amount} symbol />}
            note={count(inForce)}
            onOpen={() => onStatus('inForce')}
          />
          <Stat
            label={t('contracts.list.balanceDue')}
            value={<Money fen={balanceDue.amount} symbol />}
            note={count(balanceDue)}
            onOpen={() => onStatus('balanceDue')}
          />
          <Stat
            label={t('contracts.list.unarchived')}
            value={unarchived.count}
            note={unarchived.late > 0 ? t('contracts.list.late', { count: unarchived.late }) : t('contracts.list.inTime')}
            tone={unarchived.late > 0 ? 'bad' : 'neutral'}
            onOpen={() => onStatus('unarchived')}
          />
        </div>
      )}
    </StateView>
  );
}
