import { useEffect } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressFilters } from '#renderer/desk/use-address.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { begunFrom } from './begun-from.ts';
import { entrySearch } from './entry-search.ts';
import { emptyQuotation, isBegun, parseQuotation, type QuotationDraft } from './quotation-draft.ts';

export interface QuotationEntry {
  ready: boolean;
  value: QuotationDraft;
  /** Several changes within one event build on each other. */
  update(next: (draft: QuotationDraft) => QuotationDraft): void;
  set(changes: Partial<QuotationDraft>): void;
  clear(): Promise<void>;
}

/** The offer being entered: kept by the host as it is typed, begun from the address when it names a customer, visit or earlier revision. */
export function useQuotation(): QuotationEntry {
  const { t } = useTranslation();
  const { book } = useDesk();
  const [from, changeAddress] = useAddressFilters(entrySearch);
  const draft = useDraft('quotation', emptyQuotation(), parseQuotation, ({ customer }) => customer.name || t('quotations.entry.title'));
  const latest = useLatest(draft.value);

  const update = (next: (current: QuotationDraft) => QuotationDraft) => {
    latest.set(next(latest.get()));
    draft.change(latest.get());
  };
  const clear = async () => {
    const fresh = emptyQuotation();
    latest.set(fresh);
    await draft.discard(fresh);
  };

  useEffect(() => {
    if (!draft.ready || !Object.values(from).some((value) => value !== '')) return;
    void begin();

    // What was asked for is taken once into the form; a reload then finds it, with what was typed since.
    async function begin(): Promise<void> {
      if (
        !isTheOne(latest.get()) &&
        (!isBegun(latest.get()) ||
          (await askConfirm({
            title: t('quotations.entry.replaceAsk', { name: latest.get().customer.name }),
            confirm: t('quotations.entry.replace'),
            danger: true,
          })))
      ) {
        const begun = await begunFrom(book, from);
        update(() => begun);
      }
      changeAddress({ party: '', source: '', revises: '' });
    }
    /** The page was left and is opened again the same way. */
    function isTheOne(current: QuotationDraft): boolean {
      if (!isBegun(current)) return false;
      if (from.revises !== '') return current.revises.id === from.revises;
      return current.revises.id === '' && current.source === from.source && (from.party === '' || current.customer.id === from.party);
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per address
  }, [draft.ready, from.party, from.source, from.revises]);

  return { ready: draft.ready, value: draft.value, update, set: (changes) => update((current) => ({ ...current, ...changes })), clear };
}
