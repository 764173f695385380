import { useTranslation } from '../../ui/i18n.ts';
import { Money } from '../../ui/Money.tsx';
import type { Fen } from '#shared/core/money.ts';
import classes from './contract-money.module.css';
import { percentOf } from './percent.ts';

/** How much of a contract has come in, against the share from which an invoice may be asked for (G-39). */
export function ShareBar({ received, due, percent, enough }: { received: Fen; due: Fen; percent: number; enough: boolean }) {
  const { t } = useTranslation();
  const share = due <= 0 ? 0 : Math.min(100, Math.max(0, (received / due) * 100));
  return (
    <div className={classes.share}>
      <div className={classes.track} aria-hidden="true">
        <span className={classes.fill} data-enough={enough} style={{ width: `${share}%` }} />
        <span className={classes.limit} style={{ left: `${Math.min(100, percent)}%` }} />
      </div>
      <div className={classes.scale}>
        <span>
          {t('accounts.recovery.received')} <Money fen={received} symbol /> · {percentOf(received, due)}
        </span>
        <span>{t('accounts.invoice.from', { percent })}</span>
      </div>
    </div>
  );
}
