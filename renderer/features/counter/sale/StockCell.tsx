import { Tooltip } from '@mantine/core';
import { IconBuildingWarehouse } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { formatMilli, type Milli } from '#shared/core/money.ts';
import type { SalePlace } from './use-places.ts';
import classes from './sale.module.css';

interface StockCellProps {
  product: string;
  location: string;
  places: readonly SalePlace[];
  /** Wanted of this product on the whole slip, thousandths. */
  wanted: Milli;
}

/** What may still be promised of one product, live: stock less reservations at the sale's location; other places in the tooltip. */
export function StockCell({ product, location, places, wanted }: StockCellProps) {
  const { t } = useTranslation();
  const stock = useLive(
    async (read) =>
      Promise.all(
        places.map(async (place) => {
          const there = await read.balance(`stock/${place.id}/${product}`);
          const promised = await read.balance(`reserved/${place.id}/${product}`);
          return { ...place, there, promised, free: there - promised };
        }),
      ),
    ['free', product, places.map((place) => place.id).join()],
  );
  if (stock.state !== 'ready') return <span className={classes.dim}>…</span>;
  const here = stock.value.find((place) => place.id === location);
  const free = here?.free ?? 0;
  const elsewhere = stock.value.filter((place) => place.id !== location && place.free > 0);
  const hint = [
    t('counter.stock.here', { there: formatMilli(here?.there ?? 0), promised: formatMilli(here?.promised ?? 0) }),
    ...elsewhere.map((place) => t('counter.stock.place', { name: place.name, free: formatMilli(place.free) })),
  ];
  const short = wanted > free;
  return (
    <Tooltip label={<span className={classes.lines}>{hint.join('\n')}</span>}>
      <span className={short ? classes.short : undefined}>
        <Quantity milli={free} />
        {short && elsewhere.length > 0 && (
          <IconBuildingWarehouse
            className={classes.elsewhere}
            size={13}
            stroke={1.8}
            role="img"
            aria-label={t('counter.stock.elsewhere')}
          />
        )}
      </span>
    </Tooltip>
  );
}
