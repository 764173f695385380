import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Product } from '#shared/modules/product/module.ts';
import { location } from '#shared/modules/location/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { LookFurther } from '#renderer/ui/table/LookFurther.tsx';
import { PageLink } from '../PageLink.tsx';
import classes from './ProductPage.module.css';
import { readMovements } from './read-movements.ts';

/** In and out, document by document. */
export function Movements({ record }: { record: DocumentRecord<Product> }) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const words = useWords();
  const [helpings, setHelpings] = useState(1);
  const found = useLive(
    async (read) => ({
      ...(await readMovements(read, record.id, helpings)),
      places: new Map((await read.all({ kind: location.kind })).rows.map((place) => [place.id, place.title])),
    }),
    ['movements', record.id, helpings],
  );
  return (
    <Section title={t('warehouse.product.movements')} hint={t('warehouse.product.movementsHint')} flush>
      <StateView
        of={found}
        isEmpty={({ movements, more }) => movements.length === 0 && !more}
        empty={<Empty title={t('warehouse.product.noMovements')} />}
      >
        {({ movements, places, more, stoppedAfter }) => (
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t('warehouse.product.day')}</th>
                  <th>{t('warehouse.product.document')}</th>
                  <th>{t('warehouse.product.party')}</th>
                  <th>{t('warehouse.product.place')}</th>
                  <th className={classes.right}>{t('warehouse.product.in')}</th>
                  <th className={classes.right}>{t('warehouse.product.out')}</th>
                </tr>
              </thead>
              <tbody>
                {movements.map((move) => (
                  <tr key={move.key}>
                    <td>
                      <DayText day={move.record.day} today={today} />
                    </td>
                    <td className={classes.no}>
                      <PageLink to={pathOf(move.record)}>
                        {[words.kind(move.record.kind), move.record.no].filter(Boolean).join(' ')}
                      </PageLink>
                    </td>
                    <td>{move.party}</td>
                    <td className={classes.dim}>{places.get(move.location) ?? ''}</td>
                    <td className={classes.right}>{move.quantity > 0 && <Quantity milli={move.quantity} />}</td>
                    <td className={classes.right}>{move.quantity < 0 && <Quantity milli={-move.quantity} />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {more && <LookFurther after={stoppedAfter} onMore={() => setHelpings(helpings + 1)} />}
          </div>
        )}
      </StateView>
    </Section>
  );
}
