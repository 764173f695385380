import { Button } from '@mantine/core';
import { percentText } from '#renderer/desk/approvals/chain-words.ts';
import { givenAway } from '#renderer/desk/goods/goods-line.ts';
import type { PricingInForce } from '#renderer/desk/goods/use-pricing.ts';
import { RailPanel, RailRows } from '#renderer/ui/EntryForm.tsx';
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
  return (
    <>
      <RailPanel
        title={t('contracts.entry.policy')}
        end={
          <StatusBadge
            tone={policy === null ? 'warn' : 'good'}
            label={policy === null ? t('contracts.entry.noPolicy') : t('contracts.entry.policyVersion', { version: policy.version })}
          />
        }
      >
        <RailRows
          rows={[
            { label: t('contracts.entry.linesAmount'), value: <Money fen={sum.amount} /> },
            { label: t('documents.fields.application.discount'), value: <Money fen={-(draft.discount ?? 0)} /> },
            ...(given.amount > 0
              ? [
                  {
                    label: t('contracts.entry.belowPolicy'),
                    value: (
                      <>
                        <Money fen={given.amount} /> · {percentText(given.share)}
                      </>
                    ),
                    tone: 'warn' as const,
                  },
                ]
              : []),
          ]}
        />
        {belowFloor > 0 && <p className={classes.warn}>{t('contracts.entry.linesBelowFloor', { count: belowFloor })}</p>}
      </RailPanel>
      <RailPanel
        title={t('contracts.plan.title')}
        end={
          <StatusBadge
            tone={sum.planned === 0 ? 'neutral' : sum.rest === 0 ? 'good' : 'warn'}
            label={t(sum.planned === 0 ? 'contracts.plan.none' : sum.rest === 0 ? 'contracts.plan.addsUp' : 'contracts.plan.differs')}
          />
        }
      >
        <RailRows
          rows={[
            { label: t('contracts.plan.planned'), value: <Money fen={sum.planned} /> },
            {
              label: t('contracts.plan.rest'),
              value: <Money fen={sum.rest} strong />,
              tone: sum.rest === 0 ? undefined : ('warn' as const),
            },
          ]}
        />
        {sum.rest !== 0 && (
          <Button mt="xs" variant="default" size="xs" fullWidth onClick={onRest} rightSection={<ShortcutHint keys="F7" />}>
            {t('contracts.plan.toBalance')}
          </Button>
        )}
      </RailPanel>
    </>
  );
}
