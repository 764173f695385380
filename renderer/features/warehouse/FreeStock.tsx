import { freeStock } from '#shared/modules/order/facts.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import classes from './FreeStock.module.css';

export interface FreeStockProps {
  location: string;
  product: string;
  wanted: number;
}

/** What is free of a product at a place, live; marked when less than is wanted. */
export function FreeStock({ location, product, wanted }: FreeStockProps) {
  const free = useLive(async (read) => (product === '' ? null : freeStock(read, location, product)), [location, product]);
  if (free.state !== 'ready' || free.value === null) return null;
  return (
    <span className={free.value < wanted ? classes.lacking : undefined}>
      <Quantity milli={free.value} />
    </span>
  );
}
