import { useMemo } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { goodsByCode, searchGoods } from '#renderer/desk/goods/find-goods.ts';
import { parseGoods, type Goods } from '#renderer/desk/goods/goods-line.ts';
import { EntryGrid, type EntryColumn } from '#renderer/ui/EntryGrid.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import type { Choice } from '#renderer/ui/RecordPicker.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { product } from '#shared/modules/product/module.ts';
import { emptyPrice, type PriceLine } from './policy-draft.ts';

interface PricesSectionProps {
  lines: readonly PriceLine[];
  onLines: (update: (lines: readonly PriceLine[]) => readonly PriceLine[]) => void;
}

/** What a product costs by its own file: no policy, no class of customers. */
const FILE_PRICES = { policy: null, customerClass: null };

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
        set: withGoods,
        search: (text) => searchGoods(book, FILE_PRICES, text),
        resolve: async (code) => {
          const goods = await goodsByCode(book, code);
          return goods && { key: goods.product, label: labelOf(goods), data: goods };
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
        onScan={(choice) => {
          if (parseGoods(choice.data) === null) return false;
          onLines((all) => withScanned(all, choice));
          return true;
        }}
      />
    </Section>
  );
}

function labelOf({ name, spec }: Goods): string {
  return (spec === '' ? name : `${name} ${spec}`).slice(0, 120);
}

/** The line after another product was chosen in it: at the price and floor of its file. */
function withGoods(line: PriceLine, choice: Choice | null): PriceLine {
  const goods = choice === null ? null : parseGoods(choice.data);
  if (goods === null) return { ...emptyPrice(), key: line.key };
  return { ...line, product: goods.product, name: labelOf(goods), price: goods.price, floor: goods.floor };
}

/** One price for a product: what is in the list already stays, otherwise it takes the first empty line. */
function withScanned(lines: readonly PriceLine[], choice: Choice): readonly PriceLine[] {
  const line = withGoods(emptyPrice(), choice);
  if (lines.some(({ product: known }) => known === line.product)) return lines;
  const empty = lines.find((one) => one.product === '');
  return empty ? lines.map((one) => (one === empty ? { ...line, key: one.key } : one)) : [...lines, line];
}
