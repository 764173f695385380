import { useLive } from '#renderer/book/use-live.ts';
import { location } from '#shared/modules/location/module.ts';

/** A place goods can be sold from. */
export interface SalePlace {
  id: string;
  name: string;
  type: 'shop' | 'warehouse' | 'centre';
}

/** The branch's open stock locations, shops first: a counter sells from the shop unless it says otherwise. */
export function usePlaces(): readonly SalePlace[] {
  const found = useLive(
    async (read) =>
      (await read.all({ kind: location.kind, status: 'open' }, 200)).rows
        .map(location.read)
        .map(({ id, body }) => ({ id, name: body.name, type: body.type })),
    ['places'],
  );
  if (found.state !== 'ready') return NONE;
  return found.value.toSorted((a, b) => Number(b.type === 'shop') - Number(a.type === 'shop') || a.name.localeCompare(b.name, 'zh-CN'));
}

const NONE: readonly SalePlace[] = [];
