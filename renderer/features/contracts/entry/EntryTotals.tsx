import { Button } from '@mantine/core';
import { percentText } from '#renderer/desk/approvals/chain-words.ts';
import { givenAway } from '#renderer/desk/goods/goods-line.ts';
import type { PricingInForce } from '#renderer/desk/goods/use-pricing.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { ShortcutHint } from '#renderer/ui/ShortcutHint.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { ApplicationDraft, ApplicationSum } from './application-draft.ts';
import classes from './entry.module.css';

interface EntryTotalsProps {
  draft: ApplicationDraft;
  sum: ApplicationSum;
  pricing: PricingInForce;
  onRest: () => void;
}

/** What the form comes to: total, what is given away against the policy, whether the plan adds up, and which policy it rests on. */
export function EntryTotals({ draft, sum, pricing, onRest }: EntryTotalsProps) {
  const { t } = useTranslation();
  const { policy } = pricing;
  const { given, belowFloor } = givenAway(draft.lines, sum.total, pricing);
  const rows = [
    { key: 'amount', label: t('contracts.entry.linesAmount'), fen: sum.amount },
    { key: 'discount', label: t('documents.fields.application.discount'), fen: -(draft.discount ?? 0) },
  ];
  return (
    <>
      <section className={classes.panel}>
        <h2 className={classes.panelTitle}>
          {t('contracts.entry.policy')}
          <StatusBadge
            tone={policy === null ? 'warn' : 'good'}
            label={policy === null ? t('contracts.entry.noPolicy') : t('contracts.entry.policyVersion', { version: policy.version })}
          />
        </h2>
        <dl className={classes.rows}>
          {rows.map(({ key, label, fen }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <Money fen={fen} />
              </dd>
            </div>
          ))}
          <div className={classes.totalRow}>
            <dt>{t('documents.fields.application.total')}</dt>
            <dd>
              <Money fen={sum.total} symbol strong />
            </dd>
          </div>
          {given.amount > 0 && (
            <div className={classes.warn}>
              <dt>{t('contracts.entry.belowPolicy')}</dt>
              <dd>
                <Money fen={given.amount} /> · {percentText(given.share)}
              </dd>
            </div>
          )}
        </dl>
        {belowFloor > 0 && (
          <p className={`${classes.hint} ${classes.warn}`}>{t('contracts.entry.linesBelowFloor', { count: belowFloor })}</p>
        )}
      </section>
      <section className={classes.panel}>
        <h2 className={classes.panelTitle}>
          {t('contracts.plan.title')}
          <StatusBadge
            tone={sum.planned === 0 ? 'neutral' : sum.rest === 0 ? 'good' : 'warn'}
            label={t(sum.planned === 0 ? 'contracts.plan.none' : sum.rest === 0 ? 'contracts.plan.addsUp' : 'contracts.plan.differs')}
          />
        </h2>
        <dl className={classes.rows}>
          <div>
            <dt>{t('contracts.plan.planned')}</dt>
            <dd>
              <Money fen={sum.planned} />
            </dd>
          </div>
          <div className={sum.rest === 0 ? undefined : classes.warn}>
            <dt>{t('contracts.plan.rest')}</dt>
            <dd>
              <Money fen={sum.rest} strong />
            </dd>
          </div>
        </dl>
        {sum.rest !== 0 && (
          <Button variant="default" size="xs" fullWidth onClick={onRest} rightSection={<ShortcutHint keys="F7" />}>
            {t('contracts.plan.toBalance')}
          </Button>
        )}
      </section>
    </>
  );
}
