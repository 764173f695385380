import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { Fen } from '#shared/core/money.ts';
import { partyIds, requiredItems } from '#shared/modules/customer/facts.ts';
import { creditFacts, openDebts } from '#shared/modules/order/facts.ts';
import { useLast } from '#renderer/book/use-last.ts';
import classes from './sale.module.css';

interface CreditPanelProps {
  party: string;
  /** This sale, fen. */
  total: Fen;
}

interface Credit {
  open: Fen;
  limit: Fen;
  overdue: Fen;
  overdueDays: number;
  missing: readonly string[];
}

/** What stands between the customer and goods on account: his file (G-05), limit and overdue debts (G-07), with this sale counted in. */
export function CreditPanel({ party, total }: CreditPanelProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const found = useLive(
    async (read): Promise<Credit | null> => {
      const facts = await creditFacts(read, party, total, today);
      if (!facts) return null;
      const late = (await openDebts(read, await partyIds(read, party), today)).filter((debt) => debt.overdueDays > 0);
      return {
        open: Number(facts.limit.open),
        limit: Number(facts.limit.limit),
        overdue: late.reduce((sum, debt) => sum + debt.amount, 0),
        overdueDays: Number(facts.limit.overdueDays),
        missing: requiredItems.filter((item) => facts.file[item] !== true),
      };
    },
    ['credit', party, total, today],
  );
  const credit = useLast<Credit | null>(found, null);

  if (party === '') {
    return (
      <section className={classes.panel} data-tone="warn">
        <h2 className={classes.panelTitle}>{t('counter.credit.title')}</h2>
        <p className={classes.hint}>{t('counter.credit.needsFile')}</p>
      </section>
    );
  }
  if (credit === null) return null;
  const left = credit.limit - credit.open - total;
  const wrong = left < 0 || credit.overdueDays > 0 || credit.missing.length > 0;
  return (
    <section className={classes.panel} data-tone={wrong ? 'bad' : undefined} aria-label={t('counter.credit.title')}>
      <h2 className={classes.panelTitle}>
        {t('counter.credit.title')}
        <StatusBadge tone={wrong ? 'bad' : 'good'} label={t(wrong ? 'counter.credit.held' : 'counter.credit.free')} />
      </h2>
      <dl className={classes.rows}>
        <dt>{t('counter.credit.limit')}</dt>
        <dd>
          <Money fen={credit.limit} />
        </dd>
        <dt>{t('counter.credit.open')}</dt>
        <dd>
          <Money fen={credit.open} />
        </dd>
        <dt>{t('counter.credit.thisSale')}</dt>
        <dd>
          <Money fen={total} />
        </dd>
        <dt>{t(left < 0 ? 'counter.credit.over' : 'counter.credit.left')}</dt>
        <dd className={left < 0 ? classes.short : undefined}>
          <Money fen={Math.abs(left)} strong />
        </dd>
        {credit.overdue > 0 && (
          <>
            <dt>{t('counter.credit.overdue', { count: credit.overdueDays })}</dt>
            <dd className={classes.short}>
              <Money fen={credit.overdue} strong />
            </dd>
          </>
        )}
      </dl>
      {credit.missing.length > 0 && (
        <p className={classes.hint}>
          {t('counter.credit.fileLacks', {
            items: credit.missing.map((item) => t(`documents.fields.customer.${item}` as never)).join(t('common.listSeparator')),
          })}
        </p>
      )}
    </section>
  );
}
