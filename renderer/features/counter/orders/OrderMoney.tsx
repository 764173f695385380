import { useTranslation } from '#renderer/ui/i18n.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useWords } from '#renderer/desk/words.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { receipt } from '#shared/modules/receipt/module.ts';
import type { OrderView } from './read-order.ts';
import classes from './orders.module.css';

/** What is due, what came in, by which receipts. */
export function OrderMoney({ view }: { view: OrderView }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { record, money } = view;
  const reduced = record.body.total - money.due;
  return (
    <Section title={t('counter.order.money')}>
      <dl className={classes.figures}>
        <dt>{words.field('order', 'total')}</dt>
        <dd>
          <Money fen={record.body.total} />
        </dd>
        {record.body.discount !== 0 && (
          <>
            <dt className={classes.dim}>{t('counter.order.discountIn')}</dt>
            <dd className={classes.dim}>
              <Money fen={record.body.discount} />
            </dd>
          </>
        )}
        {reduced !== 0 && (
          <>
            <dt>{t('counter.order.reduced')}</dt>
            <dd>
              <Money fen={-reduced} />
            </dd>
          </>
        )}
        <dt>{t('counter.order.received')}</dt>
        <dd>
          <Money fen={money.received} />
        </dd>
        <dt className={classes.strong}>{t(money.open < 0 ? 'counter.order.toRefund' : 'counter.order.open')}</dt>
        <dd>
          <Money fen={Math.abs(money.open)} strong />
        </dd>
      </dl>
      {view.receipts.length > 0 && (
        <ul className={classes.papers}>
          {view.receipts.map((row) => {
            const { method, type } = receipt.read(row).body;
            return (
              <li key={row.id}>
                <button type="button" className={classes.paper} onClick={() => go(pathOf(row))}>
                  <span>
                    {row.no} <span className={classes.dim}>{[words.value('type', type), words.method(method)].join(' · ')}</span>
                  </span>
                  <Money fen={row.amount} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
