import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { amountInEnglish } from '#shared/core/words-en.ts';
import { amountInChinese } from '#shared/core/words-zh.ts';
import type { SaleSum } from './sale-draft.ts';
import classes from './sale.module.css';

/** What the slip comes to, as it will be printed: figures, and the amount in words (大写). */
export function SaleTotals({ sum }: { sum: SaleSum }) {
  const { t, i18n } = useTranslation();
  const words = i18n.language === 'zh-CN' ? amountInChinese(sum.total) : amountInEnglish(sum.total);
  return (
    <div>
      <dl className={classes.rows}>
        <dt>{t('counter.sum.lines', { count: sum.lines })}</dt>
        <dd>
          <Quantity milli={sum.quantity} />
        </dd>
        {sum.discount !== 0 && (
          <>
            <dt>{t('counter.sum.amount')}</dt>
            <dd>
              <Money fen={sum.amount} />
            </dd>
            <dt>{t('counter.sum.discount')}</dt>
            <dd>
              <Money fen={-sum.discount} />
            </dd>
          </>
        )}
      </dl>
      <p className={classes.total}>
        <span>{t('counter.sum.total')}</span>
        <span className={classes.totalFigure} data-testid="sale-total">
          <Money fen={sum.total} symbol />
        </span>
      </p>
      <p className={classes.words}>{sum.total === 0 ? '' : words}</p>
    </div>
  );
}
