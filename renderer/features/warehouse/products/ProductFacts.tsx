import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Product } from '#shared/modules/product/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useWords } from '#renderer/desk/words.ts';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { PageLink } from '../PageLink.tsx';

/** Codes, prices, low mark, substitutes. */
export function ProductFacts({ record }: { record: DocumentRecord<Product> }) {
  const { t } = useTranslation();
  const words = useWords();
  const { body } = record;
  const found = useLive(async (read) => read.getMany(body.substitutes), ['substitutes', ...body.substitutes]);
  return (
    <Section title={t('warehouse.product.facts')}>
      <Facts
        columns={1}
        facts={[
          { label: t('warehouse.product.price'), value: <Money fen={body.price} symbol strong /> },
          { label: t('warehouse.product.floor'), value: body.floor === 0 ? '' : <Money fen={body.floor} symbol /> },
          { label: t('warehouse.product.unit'), value: body.unit },
          { label: t('warehouse.product.code'), value: body.code },
          { label: t('warehouse.product.barcode'), value: body.barcode },
          { label: t('warehouse.product.group'), value: t(`warehouse.product.groups.${body.group}`) },
          { label: words.field('product', 'tracking'), value: words.value('tracking', body.tracking ?? 'none') },
          { label: t('warehouse.product.lowStock'), value: body.lowStock === 0 ? '' : <Quantity milli={body.lowStock} unit={body.unit} /> },
          {
            label: t('warehouse.product.substitutes'),
            value: found.state === 'ready' && body.substitutes.length > 0 && (
              <>
                {body.substitutes.map((id) => (
                  <div key={id}>
                    <PageLink to={`/products/${id}`}>{found.value.get(id)?.title ?? id}</PageLink>
                  </div>
                ))}
              </>
            ),
          },
          ...(body.notes === '' ? [] : [{ label: t('warehouse.product.notes'), value: body.notes }]),
        ].map((fact) => ({ ...fact, value: fact.value === false ? '' : fact.value }))}
      />
    </Section>
  );
}
