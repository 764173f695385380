import { RailPanel, RailRows } from '#renderer/ui/EntryForm.tsx';
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
      <RailPanel tone="warn" title={t('counter.credit.title')}>
        <p className={classes.hint}>{t('counter.credit.needsFile')}</p>
      </RailPanel>
    );
  }
  if (credit === null) return null;
  const left = credit.limit - credit.open - total;
  const wrong = left < 0 || credit.overdueDays > 0 || credit.missing.length > 0;
  return (
    <RailPanel
      tone={wrong ? 'bad' : undefined}
      title={t('counter.credit.title')}
      end={<StatusBadge tone={wrong ? 'bad' : 'good'} label={t(wrong ? 'counter.credit.held' : 'counter.credit.free')} />}
    >
      <RailRows
        rows={[
          { label: t('counter.credit.limit'), value: <Money fen={credit.limit} /> },
          { label: t('counter.credit.open'), value: <Money fen={credit.open} /> },
          { label: t('counter.credit.thisSale'), value: <Money fen={total} /> },
          {
            label: t(left < 0 ? 'counter.credit.over' : 'counter.credit.left'),
            value: <Money fen={Math.abs(left)} strong />,
            tone: left < 0 ? 'bad' : undefined,
          },
          ...(credit.overdue > 0
            ? [
                {
                  label: t('counter.credit.overdue', { count: credit.overdueDays }),
                  value: <Money fen={credit.overdue} strong />,
                  tone: 'bad' as const,
                },
              ]
            : []),
        ]}
      />
      {credit.missing.length > 0 && (
        <p className={classes.hint}>
          {t('counter.credit.fileLacks', {
            items: credit.missing.map((item) => t(`documents.fields.customer.${item}` as never)).join(t('common.listSeparator')),
          })}
        </p>
      )}
    </RailPanel>
  );
}
