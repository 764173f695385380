import { location } from '#shared/modules/location/module.ts';
import { useLive } from '#renderer/book/use-live.ts';

export interface Place {
  value: string;
  label: string;
}

/** Open locations for a choice, the main store first: that is where goods come in. */
export function usePlaces(): readonly Place[] {
  const found = useLive(async (read) => (await read.all({ kind: location.kind, status: 'open' })).rows.map(location.read), ['places']);
  if (found.state !== 'ready') return [];
  const rank = { warehouse: 0, centre: 1, shop: 2 };
  return found.value
    .toSorted((a, b) => rank[a.body.type] - rank[b.body.type] || a.title.localeCompare(b.title, 'zh'))
    .map((place) => ({ value: place.id, label: place.body.name }));
}
