import { useMemo } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { EntryGrid, type EntryColumn } from '#renderer/ui/EntryGrid.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import type { Choice } from '#renderer/ui/RecordPicker.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { formatFen } from '#shared/core/money.ts';
import { product } from '#shared/modules/product/module.ts';
import { emptyPrice, type PriceLine } from './policy-draft.ts';

interface PricesSectionProps {
  lines: readonly PriceLine[];
  onLines: (update: (lines: readonly PriceLine[]) => readonly PriceLine[]) => void;
}

type Goods = Pick<PriceLine, 'product' | 'name' | 'price' | 'floor'>;

/** Prices and floors that differ from the products' files. */
export function PricesSection({ lines, onLines }: PricesSectionProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const ids = lines.map((line) => line.product).filter((id) => id !== '');
  const files = useLive((read) => read.getMany(ids), ['products', ...ids]);
  const known = files.state === 'ready' ? files.value : null;
  const columns = useMemo<readonly EntryColumn<PriceLine>[]>(
    () => [
      {
        kind: 'picker',
        key: 'product',
        header: t('policy.edit.product'),
        width: 200,
        grow: true,
        get: (line) => (line.product === '' ? null : { label: line.name }),
        set: (line, choice) => (choice === null ? { ...emptyPrice(), key: line.key } : { ...line, ...(choice.data as Goods) }),
        search: async (text): Promise<Choice<Goods>[]> => {
          const hits = book.search({ text, kinds: [product.kind], without: ['withdrawn', 'discontinued'], limit: 12 });
          const found = await book.getMany(hits.map(({ id }) => id));
          return hits.flatMap(({ id }): Choice<Goods>[] => {
            const row = found.get(id);
            if (!row) return [];
            const { name, spec, code, price, floor } = product.read(row).body;
            const label = spec === '' ? name : `${name} ${spec}`;
            return [
              {
                key: id,
                label,
                detail: code,
                figure: formatFen(price),
                data: { product: id, name: label.slice(0, 120), price, floor },
              },
            ];
          });
        },
      },
      {
        kind: 'computed',
        key: 'listPrice',
        header: t('policy.edit.listPrice'),
        width: 110,
        align: 'right',
        render: (line) => {
          const file = known?.get(line.product);
          return file?.kind === product.kind && <Money fen={product.read(file).body.price} />;
        },
      },
      {
        kind: 'money',
        key: 'price',
        header: t('policy.edit.price'),
        width: 120,
        align: 'right',
        get: ({ price }) => price,
        set: (line, price) => ({ ...line, price }),
      },
      {
        kind: 'money',
        key: 'floor',
        header: t('policy.edit.floor'),
        width: 120,
        align: 'right',
        get: ({ floor }) => floor,
        set: (line, floor) => ({ ...line, floor }),
        error: ({ price, floor }) => (price !== null && (floor ?? 0) > price ? t('policy.edit.floorAbove') : undefined),
      },
    ],
    [t, book, known],
  );
  return (
    <Section title={t('policy.edit.prices')} hint={t('policy.edit.pricesHint')} flush>
      <EntryGrid
        label={t('policy.edit.prices')}
        columns={columns}
        lines={lines}
        onLines={onLines}
        newLine={emptyPrice}
        lineKey={(line) => line.key}
      />
    </Section>
  );
}
