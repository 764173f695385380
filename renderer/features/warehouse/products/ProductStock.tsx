import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { location } from '#shared/modules/location/module.ts';
import type { Product } from '#shared/modules/product/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { isLow } from '../stock/stock-rows.ts';
import classes from './ProductPage.module.css';

/** On hand, promised and free, location by location. */
export function ProductStock({ record }: { record: DocumentRecord<Product> }) {
  const { t } = useTranslation();
  const places = useLive((read) => readPlaces(read, record.id), ['product-stock', record.id]);
  const coming = useLive((read) => read.balance(`coming/${record.id}`), ['coming', record.id]);
  const onTheWay = coming.state === 'ready' ? coming.value : 0;
  const { unit } = record.body;
  // A place that never had it does not lack it.
  const isShort = (row: { onHand: number; reserved: number }) =>
    (row.onHand !== 0 || row.reserved !== 0) && isLow(record.body, row.onHand - row.reserved);
  return (
    <Section title={t('warehouse.product.stock')} flush>
      <StateView of={places}>
        {(rows) => (
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('warehouse.stock.location')}</th>
                <th className={classes.right}>{t('warehouse.stock.onHand')}</th>
                <th className={classes.right}>{t('warehouse.stock.reserved')}</th>
                <th className={classes.right}>{t('warehouse.stock.free')}</th>
                <th className={classes.right}>{t('warehouse.stock.damaged')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{row.name}</td>
                  <td className={classes.right}>
                    <Quantity milli={row.onHand} unit={unit} />
                  </td>
                  <td className={classes.right}>
                    <Quantity milli={row.reserved} unit={unit} />
                  </td>
                  <td className={`${classes.right} ${isShort(row) ? classes.low : ''}`}>
                    <Quantity milli={row.onHand - row.reserved} unit={unit} strong />
                  </td>
                  <td className={classes.right}>{row.damaged === 0 ? '—' : <Quantity milli={row.damaged} unit={unit} />}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td>{t('warehouse.product.total')}</td>
                <td className={classes.right}>
                  <Quantity milli={rows.reduce((sum, row) => sum + row.onHand, 0)} unit={unit} />
                </td>
                <td className={classes.right}>
                  <Quantity milli={rows.reduce((sum, row) => sum + row.reserved, 0)} unit={unit} />
                </td>
                <td className={classes.right}>
                  <Quantity milli={rows.reduce((sum, row) => sum + row.onHand - row.reserved, 0)} unit={unit} strong />
                </td>
                <td className={classes.right}>
                  <Quantity milli={rows.reduce((sum, row) => sum + row.damaged, 0)} unit={unit} />
                </td>
              </tr>
              {onTheWay !== 0 && (
                <tr>
                  <td>{t('requests.onTheWay')}</td>
                  <td className={classes.right} colSpan={3}>
                    <Quantity milli={onTheWay} unit={unit} />
                  </td>
                  <td aria-hidden="true" />
                </tr>
              )}
            </tfoot>
          </table>
        )}
      </StateView>
    </Section>
  );
}

async function readPlaces(read: Reader, productId: string) {
  const places = (await read.all({ kind: location.kind })).rows;
  const rows = [];
  for (const place of places) {
    const [onHand, reserved, damaged] = await Promise.all(
      ['stock', 'reserved', 'stock-damaged'].map((account) => read.balance(`${account}/${place.id}/${productId}`)),
    );
    const row = { id: place.id, name: place.title, onHand: onHand ?? 0, reserved: reserved ?? 0, damaged: damaged ?? 0 };
    if (place.status === 'open' || row.onHand !== 0 || row.reserved !== 0) rows.push(row);
  }
  return rows;
}
