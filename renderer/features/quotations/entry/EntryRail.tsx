import { RailPanel, RailRows, RailTotal } from '#renderer/ui/EntryForm.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { percentText } from '#renderer/desk/approvals/chain-words.ts';
import { Money } from '#renderer/ui/Money.tsx';
import type { Policy } from '#shared/modules/policy/module.ts';
import type { DraftSum } from './quotation-draft.ts';
import classes from './entry.module.css';

/** What is given away against the policy, line by line; it follows what is typed (QPA-04). */
export function GivenAway({ sum, policy }: { sum: DraftSum; policy: Policy | null }) {
  const { t } = useTranslation();
  const { given } = sum;
  if (sum.lines === 0) return null;
  return (
    <RailPanel title={t('quotations.sum.given')} tone={given.amount > 0 ? 'warn' : undefined}>
      {given.amount === 0 ? (
        <p className={classes.hint}>{t('quotations.sum.noneGiven')}</p>
      ) : (
        <>
          <RailRows
            rows={[
              { label: t('quotations.sum.asked'), value: <Money fen={sum.asked} /> },
              {
                label: t('quotations.sum.given'),
                value: (
                  <>
                    <Money fen={given.amount} strong /> · {percentText(given.share)}
                  </>
                ),
              },
            ]}
          />
          <ul className={classes.items}>
            {given.items.map((item) => (
              <li key={item.line}>
                {item.name} · {item.kind === 'gift' ? t('quotations.entry.gift') : <Money fen={item.price} />} ·{' '}
                <Money fen={-item.amount} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={classes.hint}>{policy ? t('quotations.sum.policy', { version: policy.version }) : t('quotations.sum.noPolicy')}</p>
    </RailPanel>
  );
}

/** What the offer comes to. */
export function EntryTotals({ sum }: { sum: DraftSum }) {
  const { t } = useTranslation();
  return (
    <>
      <RailRows
        rows={[
          { label: t('quotations.sum.lines', { count: sum.lines }), value: <Money fen={sum.amount} /> },
          ...(sum.discount === 0 ? [] : [{ label: t('quotations.sum.discount'), value: <Money fen={-sum.discount} /> }]),
        ]}
      />
      <RailTotal label={t('quotations.sum.total')} fen={sum.total} testId="quotation-total" />
    </>
  );
}
