import { useLive } from '#renderer/book/use-live.ts';
import { location } from '#shared/modules/location/module.ts';

/** A place goods can be sold from. */
export interface SalePlace {
  id: string;
  name: string;
  type: 'shop' | 'warehouse' | 'centre';
}

/** The branch's open stock locations, shops first: a counter sells from the shop unless it says otherwise. The same array until one changes. */
export function usePlaces(): readonly SalePlace[] {
  const found = useLive(
    async (read) =>
      (await read.all({ kind: location.kind, status: 'open' }, 200)).rows
        .map(location.read)
        .map(({ id, body }) => ({ id, name: body.name, type: body.type }))
        .toSorted((a, b) => Number(b.type === 'shop') - Number(a.type === 'shop') || a.name.localeCompare(b.name, 'zh-CN')),
    ['places'],
  );
  return found.state === 'ready' ? found.value : NONE;
}

const NONE: readonly SalePlace[] = [];
