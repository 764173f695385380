import { freePieces } from '#shared/modules/product/piece-rules.ts';
import type { Tracking } from '#shared/modules/product/serials.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useTracking } from './use-tracking.ts';

export interface NumberedGoods {
  /** Products whose pieces have numbers. */
  tracking: ReadonlyMap<string, Tracking>;
  /** By product: pieces that may go; a product is not in it when goods come in. */
  free: ReadonlyMap<string, readonly string[]>;
}

const none: ReadonlyMap<string, readonly string[]> = new Map();

/**
 * Which of these products have pieces with numbers, and which pieces may go out.
 * @param from place they are taken from; '' for goods that come in
 * @param paper the one they go out by: it may have kept some for itself
 */
export function useNumbered(products: readonly string[], from: string, paper = ''): NumberedGoods {
  const tracking = useTracking(products);
  const ids = [...tracking.keys()];
  const found = useLive(
    async (read) => {
      const free = new Map<string, readonly string[]>();
      if (from !== '') for (const id of ids) free.set(id, await freePieces(read, id, from, paper));
      return free;
    },
    ['free-pieces', from, paper, ...ids],
  );
  return { tracking, free: found.state === 'ready' ? found.value : none };
}
