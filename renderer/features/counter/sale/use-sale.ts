import { useEffect } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressFilters } from '#renderer/desk/use-address.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { begunFrom } from './begun-from.ts';
import { DRAFT_KIND, dropParked, isBegun, parkedSales, parkSale } from './parked-sales.ts';
import { emptySale, parseSale, type SaleDraft } from './sale-draft.ts';
import { saleSearch } from './sale-search.ts';

export interface Sale {
  ready: boolean;
  value: SaleDraft;
  /** Several changes within one event build on each other. */
  update(next: (sale: SaleDraft) => SaleDraft): void;
  set(changes: Partial<SaleDraft>): void;
  /** Puts the sale aside and clears the form. */
  park(): Promise<void>;
  /** Clears the form: after the commit, or because the user says so. */
  clear(): Promise<void>;
}

/** The sale being entered: kept by the host as it is typed, begun from the address (`party`, `source`) or taken up again (`draft`). */
export function useSale(): Sale {
  const { t } = useTranslation();
  const { host, actor, book } = useDesk();
  const [from, changeAddress] = useAddressFilters(saleSearch);
  const titleOf = (sale: SaleDraft) => sale.customer.name.trim() || t('counter.customer.walkIn');
  const draft = useDraft(DRAFT_KIND, emptySale(), parseSale, titleOf);
  const latest = useLatest(draft.value);

  const update = (next: (sale: SaleDraft) => SaleDraft) => {
    latest.set(next(latest.get()));
    draft.change(latest.get());
  };
  const clear = async () => {
    const fresh = emptySale();
    latest.set(fresh);
    await draft.discard(fresh);
  };
  const park = async () => {
    const current = latest.get();
    if (!isBegun(current)) return;
    await parkSale(host, actor.id, titleOf(current), current);
    await clear();
  };

  useEffect(() => {
    if (!draft.ready || !Object.values(from).some((value) => value !== '')) return;
    void begin();

    // An unfinished sale is put aside rather than mixed with the one that is asked for.
    async function begin(): Promise<void> {
      const kept = from.draft === '' ? undefined : (await parkedSales(host, actor.id)).find((sale) => sale.id === from.draft);
      if (kept !== undefined || !isTheOne(latest.get())) {
        await park();
        const begun = kept?.sale ?? (await begunFrom(book, from));
        latest.set(begun);
        // The parked copy goes only when the host has the new one; at worst there are two.
        const moved = await draft.keep(begun).then(
          () => true,
          () => false,
        );
        if (kept && moved) await dropParked(host, kept.id).catch(() => undefined);
      }
      changeAddress({ party: '', source: '', draft: '', corrects: '' });
    }
    /** The page was left and is opened again the same way. */
    function isTheOne(current: SaleDraft): boolean {
      return isBegun(current) && current.customer.id === from.party && current.source === from.source && current.corrects === from.corrects;
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per address, when the kept draft is known
  }, [draft.ready, from.party, from.source, from.draft, from.corrects]);

  return { ready: draft.ready, value: draft.value, update, set: (changes) => update((sale) => ({ ...sale, ...changes })), park, clear };
}
