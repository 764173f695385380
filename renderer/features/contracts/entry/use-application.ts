import { useEffect } from 'react';
import type { Book } from '#renderer/book/book.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { goodsOfLines } from '#renderer/desk/goods/find-goods.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { readAs } from '#shared/documents/step.ts';
import { application } from '#shared/modules/application/module.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { quotation } from '#shared/modules/quotation/module.ts';
import {
  applicationFrom,
  applicationFromQuotation,
  emptyApplication,
  isBegun,
  parseApplication,
  withCustomer,
  type ApplicationDraft,
} from './application-draft.ts';
import type { EntrySearch } from './entry-search.ts';

export interface ApplicationEntry {
  ready: boolean;
  value: ApplicationDraft;
  /** Several changes within one event build on each other. */
  update(next: (draft: ApplicationDraft) => ApplicationDraft): void;
  clear(): Promise<void>;
}

/** The form being filled in, kept by the host as it is typed. Each customer, quotation and correction has a draft of its own: they never mix. */
export function useApplication(from: EntrySearch): ApplicationEntry {
  const { book } = useDesk();
  const about = from.corrects || from.quotation || from.party;
  const kind = about === '' ? 'application' : `application:${about}`;
  const draft = useDraft(kind, emptyApplication(), parseApplication, ({ customerName }) => customerName);
  const latest = useLatest(draft.value);

  const update = (next: (value: ApplicationDraft) => ApplicationDraft) => {
    latest.set(next(latest.get()));
    draft.change(latest.get());
  };

  useEffect(() => {
    if (!draft.ready || about === '' || isBegun(latest.get())) return;
    void begin();

    async function begin(): Promise<void> {
      const begun = await begunFrom(book, from);
      if (begun && !isBegun(latest.get())) update(() => begun);
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per address, when the kept draft is known
  }, [draft.ready, kind]);

  const clear = async () => {
    const fresh = emptyApplication();
    latest.set(fresh);
    await draft.discard(fresh);
  };
  return { ready: draft.ready, value: draft.value, update, clear };
}

async function begunFrom(book: Book, { corrects, quotation: quoted, party, source }: EntrySearch): Promise<ApplicationDraft | null> {
  if (corrects !== '') {
    const old = await readAs(book, application, corrects);
    return old && applicationFrom(old, await goodsOfLines(book, old.body.lines));
  }
  const offer = quoted === '' ? null : await readAs(book, quotation, quoted);
  const file = await readAs(book, customer, offer?.party ?? party);
  if (offer) return applicationFromQuotation(offer, file, await goodsOfLines(book, offer.body.lines));
  return file && { ...withCustomer(emptyApplication(), file), source };
}
