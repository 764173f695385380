import { useTranslation } from '#renderer/ui/i18n.ts';
import { percentText } from '#renderer/desk/approvals/chain-words.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { amountInEnglish } from '#shared/core/words-en.ts';
import { amountInChinese } from '#shared/core/words-zh.ts';
import type { Policy } from '#shared/modules/policy/module.ts';
import type { DraftSum } from './quotation-draft.ts';
import classes from './entry.module.css';

/** What is given away against the policy, line by line; it follows what is typed (QPA-04). */
export function GivenAway({ sum, policy }: { sum: DraftSum; policy: Policy | null }) {
  const { t } = useTranslation();
  const { given } = sum;
  if (sum.lines === 0) return null;
  return (
    <section className={classes.panel} data-tone={given.amount > 0 ? 'warn' : undefined} aria-label={t('quotations.sum.given')}>
      <h3 className={classes.panelTitle}>{t('quotations.sum.given')}</h3>
      {given.amount === 0 ? (
        <p className={classes.hint}>{t('quotations.sum.noneGiven')}</p>
      ) : (
        <>
          <dl className={classes.rows}>
            <dt>{t('quotations.sum.asked')}</dt>
            <dd>
              <Money fen={sum.asked} />
            </dd>
            <dt>{t('quotations.sum.given')}</dt>
            <dd>
              <Money fen={given.amount} strong /> · {percentText(given.share)}
            </dd>
          </dl>
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
    </section>
  );
}

/** What the offer comes to, as it will be printed: figures, and the amount in words (大写). */
export function EntryTotals({ sum }: { sum: DraftSum }) {
  const { t, i18n } = useTranslation();
  const words = i18n.language === 'zh-CN' ? amountInChinese(sum.total) : amountInEnglish(sum.total);
  return (
    <div>
      <dl className={classes.rows}>
        <dt>{t('quotations.sum.lines', { count: sum.lines })}</dt>
        <dd>
          <Money fen={sum.amount} />
        </dd>
        {sum.discount !== 0 && (
          <>
            <dt>{t('quotations.sum.discount')}</dt>
            <dd>
              <Money fen={-sum.discount} />
            </dd>
          </>
        )}
      </dl>
      <p className={classes.total}>
        <span>{t('quotations.sum.total')}</span>
        <span className={classes.totalFigure} data-testid="quotation-total">
          <Money fen={sum.total} symbol />
        </span>
      </p>
      <p className={classes.words}>{sum.total > 0 ? words : ''}</p>
    </div>
  );
}
