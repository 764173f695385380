import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Product } from '#shared/modules/product/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { PageLink } from '../PageLink.tsx';
import classes from './ProductPage.module.css';
import { readPromised } from './read-movements.ts';

/** Running orders that hold some of it back; nothing when there are none. */
export function PromisedOrders({ record }: { record: DocumentRecord<Product> }) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const promised = useLive((read) => readPromised(read, record.id), ['promised', record.id]);
  if (promised.state !== 'ready' || promised.value.length === 0) return null;
  return (
    <Section title={t('warehouse.product.promised')} flush>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('warehouse.product.document')}</th>
            <th>{t('warehouse.product.party')}</th>
            <th>{t('warehouse.write.deliverOn')}</th>
            <th className={classes.right}>{t('warehouse.product.open')}</th>
          </tr>
        </thead>
        <tbody>
          {promised.value.map(({ order, quantity }) => (
            <tr key={order.id}>
              <td className={classes.no}>
                <PageLink to={pathOf(order)}>{order.no}</PageLink>
              </td>
              <td>{order.body.customerName}</td>
              <td>
                <DayText day={order.body.deliverOn} today={today} due />
              </td>
              <td className={classes.right}>
                <Quantity milli={quantity} unit={record.body.unit} strong />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
