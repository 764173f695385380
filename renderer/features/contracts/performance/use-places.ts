import { useLive } from '#renderer/book/use-live.ts';
import { location } from '#shared/modules/location/module.ts';

/** Open stock locations as choices, warehouses first: what a contract delivers comes from there and goes there. */
export function usePlaces(): readonly { value: string; label: string }[] {
  const found = useLive(
    async (read) =>
      (await read.all({ kind: location.kind, status: 'open' }, 200)).rows
        .map(location.read)
        .toSorted(
          (a, b) =>
            Number(b.body.type === 'warehouse') - Number(a.body.type === 'warehouse') || a.body.name.localeCompare(b.body.name, 'zh-CN'),
        )
        .map(({ id, body }) => ({ value: id, label: body.name })),
    ['places'],
  );
  return found.state === 'ready' ? found.value : NONE;
}

const NONE: readonly { value: string; label: string }[] = [];
