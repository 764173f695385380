import type { DocumentRecord } from '#shared/documents/record.ts';
import { likelySame } from '#shared/modules/customer/facts.ts';
import { phoneDigits } from '#shared/modules/customer/phone.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { findCustomers } from '#renderer/desk/find-customers.ts';
import type { RegisterDraft } from './register-draft.ts';

export interface Known {
  /** Customers who may stand at the door, best match first. */
  matches: readonly DocumentRecord<Customer>[];
  /** The whole number is that of one of them: no need to ask. */
  certain: DocumentRecord<Customer> | null;
}

const none: Known = { matches: [], certain: null };

/** Who this may be, found again at every key: by phone digits once there are three, else by name, pinyin or initials. */
export function useKnown({ name, phone, others }: RegisterDraft): Known {
  const { book } = useDesk();
  const digits = phoneDigits(phone);
  const text = digits.length >= 3 ? digits : name.trim();
  const found = useLive(async () => {
    if (text === '') return none;
    const matches = (await findCustomers(book, text, 6)).filter(({ id }) => !others.includes(id));
    const sameNumber = matches.filter(({ body }) => likelySame({ name: '', phone, otherPhone: '' }, body) === 'phone');
    return { matches, certain: sameNumber.length === 1 ? (sameNumber[0] ?? null) : null };
  }, [text, phone, others.join()]);
  return found.state === 'ready' ? found.value : none;
}
