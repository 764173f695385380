import { Anchor } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { methods } from '#shared/modules/fields.ts';
import classes from './till.module.css';

/** Today's takings of the branch by method, live. */
export function TakingsBox() {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const go = useGo();
  const found = useLive((read) => read.balances(`takings/${today}/`), ['takings', today]);
  return (
    <Section
      title={t('cashier.till.takings')}
      actions={
        <Anchor component="button" type="button" size="xs" onClick={() => go('/receipts', { dayFrom: today, dayTo: today })}>
          {t('cashier.till.receipts')}
        </Anchor>
      }
    >
      <StateView of={found}>
        {(balances) => {
          const parts = methods.flatMap((method) => {
            const amount = balances.get(`takings/${today}/${method}`) ?? 0;
            return amount === 0 ? [] : [{ method, amount }];
          });
          return (
            <dl className={classes.figures}>
              {parts.map(({ method, amount }) => (
                <div key={method} className={classes.row}>
                  <dt>{words.method(method)}</dt>
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
          );
        }}
      </StateView>
    </Section>
  );
}
