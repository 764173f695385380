import { Anchor } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { pickup } from '#shared/modules/pickup/module.ts';
import classes from './till.module.css';

/** The purchasing float beside the takings, never in them (SHP-03): what is in it, who has money out, who may come for some. */
export function FloatBox() {
  const { t } = useTranslation();
  const go = useGo();
  const found = useLive(
    async (read) => ({
      there: await read.balance('float'),
      out: [...(await read.balances('float-out/')).values()].filter((amount) => amount > 0),
      waiting: (await read.all({ kind: pickup.kind, status: 'recorded' }, 50)).rows.length,
    }),
    ['float-box'],
  );
  return (
    <Section
      title={t('cashier.float.title')}
      actions={
        <Anchor component="button" type="button" size="xs" onClick={() => go('/float')}>
          {t('cashier.float.book')}
        </Anchor>
      }
    >
      <StateView of={found}>
        {({ there, out, waiting }) => (
          <>
            <dl className={classes.figures}>
              <dt>{t('cashier.float.there')}</dt>
              <dd>
                <Money fen={there} />
              </dd>
              <dt>{t('cashier.float.out', { count: out.length })}</dt>
              <dd>
                <Money fen={out.reduce((sum, amount) => sum + amount, 0)} />
              </dd>
            </dl>
            {waiting > 0 && (
              <p className={classes.note}>
                <Anchor component="button" type="button" size="xs" onClick={() => go('/pickups', { status: 'recorded' })}>
                  {t('cashier.float.waiting', { count: waiting })}
                </Anchor>
              </p>
            )}
          </>
        )}
      </StateView>
    </Section>
  );
}
