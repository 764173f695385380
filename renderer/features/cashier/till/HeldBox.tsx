import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { heldMoney } from '#shared/modules/receipt/drawer.ts';
import classes from './till.module.css';

/** What the person signed in holds, by day and method, until finance has it (G-38). */
export function HeldBox() {
  const { t } = useTranslation();
  const words = useWords();
  const { actor, today } = useDesk();
  const go = useGo();
  const found = useLive((read) => heldMoney(read, actor.id), ['held', actor.id]);
  return (
    <Section title={t('cashier.till.held')}>
      <StateView
        of={found}
        isEmpty={(parts) => parts.length === 0}
        empty={<span className={classes.dim}>{t('cashier.till.nothingHeld')}</span>}
      >
        {(parts) => {
          const late = parts.some(({ day, amount }) => day < today && amount > 0);
          return (
            <>
              <dl className={classes.figures}>
                {parts.map(({ day, method, amount }) => (
                  <div key={`${day}${method}`} className={classes.row}>
                    <dt className={day < today ? classes.late : undefined}>
                      <DayText day={day} today={today} /> {words.method(method)}
                    </dt>
                    <dd>
                      <Money fen={amount} />
                    </dd>
                  </div>
                ))}
                <dt className={classes.sum}>{t('common.total')}</dt>
                <dd className={classes.sum}>
                  <Money fen={parts.reduce((sum, part) => sum + part.amount, 0)} symbol />
                </dd>
              </dl>
              {late && <p className={`${classes.note} ${classes.late}`}>{t('cashier.till.lateNote')}</p>}
              <div className={classes.foot}>
                <ActionButton fullWidth variant={late ? 'filled' : 'default'} onAct={() => go('/cashier/handover')}>
                  {t('cashier.till.handOver')}
                </ActionButton>
              </div>
            </>
          );
        }}
      </StateView>
    </Section>
  );
}
