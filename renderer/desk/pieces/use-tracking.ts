import { trackingOf } from '#shared/modules/product/piece-rules.ts';
import type { Tracking } from '#shared/modules/product/serials.ts';
import { useLive } from '#renderer/book/use-live.ts';

const none: ReadonlyMap<string, Tracking> = new Map();

/** How the pieces of these products are told apart; products without numbers are not in it. */
export function useTracking(products: readonly string[]): ReadonlyMap<string, Tracking> {
  const ids = [...new Set(products)].filter((id) => id !== '').toSorted();
  const found = useLive(
    async (read) => {
      const all = await trackingOf(
        read,
        ids.map((product) => ({ product })),
      );
      return new Map([...all].filter(([, tracking]) => tracking !== 'none'));
    },
    ['tracking', ...ids],
  );
  return found.state === 'ready' ? found.value : none;
}
