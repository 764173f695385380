import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { QuantityInput } from '#renderer/ui/QuantityInput.tsx';
import { lineAmount } from '#shared/core/money.ts';
import type { BuyLine } from './pickup-lines.ts';
import classes from './pickups.module.css';

interface PickupLinesProps {
  lines: readonly BuyLine[];
  onLines: (lines: BuyLine[]) => void;
  onProblem: (problem: string | null) => void;
}

/** What is bought of each order line, and at what price. */
export function PickupLines({ lines, onLines, onProblem }: PickupLinesProps) {
  const { t } = useTranslation();
  const [problems, setProblems] = useState<Readonly<Record<string, string | null>>>({});
  const report = (key: string) => (problem: string | null) => {
    const next = { ...problems, [key]: problem };
    setProblems(next);
    onProblem(Object.values(next).find((text) => text !== null) ?? null);
  };
  const set = (line: number, changes: Partial<BuyLine>) =>
    onLines(lines.map((current) => (current.line === line ? { ...current, ...changes } : current)));
  return (
    <div className={classes.lines}>
      <span className={classes.head}>{t('counter.quantities.goods')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('counter.quantities.open')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('counter.pickup.buy')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('counter.pickup.unitCost')}</span>
      <span className={`${classes.head} ${classes.right}`}>{t('counter.pickup.amount')}</span>
      {lines.map(({ line, goods, open, quantity, cost }) => (
        <div key={line} className={classes.row}>
          <span>
            {goods.name} <span className={classes.dim}>{goods.spec}</span>
          </span>
          <span className={classes.right}>
            <Quantity milli={open} unit={goods.unit} />
          </span>
          <QuantityInput
            label={t('counter.pickup.buyOf', { name: goods.name })}
            hideLabel
            value={quantity}
            onChange={(value) => set(line, { quantity: value })}
            onProblem={report(`q${line}`)}
            max={open}
          />
          <MoneyInput
            label={t('counter.pickup.costOf', { name: goods.name })}
            hideLabel
            value={cost}
            onChange={(value) => set(line, { cost: value })}
            onProblem={report(`c${line}`)}
          />
          <span className={classes.right}>
            <Money fen={quantity === null || cost === null ? 0 : lineAmount(cost, quantity)} />
          </span>
        </div>
      ))}
    </div>
  );
}
