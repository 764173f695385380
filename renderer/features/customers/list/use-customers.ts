import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useList, type LiveList } from '#renderer/desk/use-list.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { isWanted, type CustomersSearch } from './customers-search.ts';

/** Hits looked at; who has more types another letter. */
const MOST_HITS = 300;

/** Customers that satisfy the filters: the newest first, or, when something is searched, the best match first. */
export function useCustomers(filters: CustomersSearch): LiveList {
  const { book } = useDesk();
  const { text, ...rest } = filters;
  const condition = JSON.stringify(rest);
  const searching = text.trim() !== '';
  const listed = useList(
    { kind: customer.kind, ...(filters.status === '' ? {} : { status: filters.status }) },
    (record) => isWanted(record, filters),
    condition,
  );
  const found = useLive(
    async (read) => {
      if (!searching) return [];
      const ids = book.search({ text, kinds: [customer.kind], limit: MOST_HITS }).map((hit) => hit.id);
      const records = await read.getMany(ids);
      return ids.flatMap((id) => records.get(id) ?? []).filter((record) => isWanted(record, filters));
    },
    [text, condition],
  );
  return searching ? { rows: found, hasMore: false, onMore: () => undefined } : listed;
}
