import type { Customer } from '#shared/modules/customer/module.ts';
import { findDoubles, type Double } from '#shared/modules/customer/rules.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { doubleCandidates } from '#renderer/desk/find-customers.ts';

/** Files that may be the same customer as what is being typed, found again at every key (CRM-12). */
export function useDoubles(body: Customer, self: string): readonly Double[] {
  const { book } = useDesk();
  const found = useLive(
    (read) => findDoubles(read, body, doubleCandidates(book, body), self),
    [body.name, body.phone, body.otherPhone, self],
  );
  return found.state === 'ready' ? found.value : [];
}
