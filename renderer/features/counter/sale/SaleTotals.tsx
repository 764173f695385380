import { RailRows, RailTotal } from '#renderer/ui/EntryForm.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import type { SaleSum } from './sale-draft.ts';

/** What the slip comes to: lines and pieces, what was taken off, the total. */
export function SaleTotals({ sum }: { sum: SaleSum }) {
  const { t } = useTranslation();
  return (
    <>
      <RailRows
        rows={[
          { label: t('counter.sum.lines', { count: sum.lines }), value: <Quantity milli={sum.quantity} /> },
          ...(sum.discount === 0
            ? []
            : [
                { label: t('counter.sum.amount'), value: <Money fen={sum.amount} /> },
                { label: t('counter.sum.discount'), value: <Money fen={-sum.discount} /> },
              ]),
        ]}
      />
      <RailTotal label={t('counter.sum.total')} fen={sum.total} testId="sale-total" />
    </>
  );
}
