import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { doubleCandidates } from '#renderer/desk/find-customers.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { findDoubles, type Double } from '#shared/modules/customer/rules.ts';
import { useLast } from '#renderer/book/use-last.ts';

/** A file with what was typed in the sale: digits are a phone number, anything else a name. */
export function emptyCustomer(typed: string): Customer {
  const isPhone = /^[\d\s+-]{5,}$/.test(typed.normalize('NFKC'));
  return {
    type: /公司|厂|店|中心|学校|医院|集团|\b(ltd|inc|co)\b/i.test(typed) ? 'organisation' : 'person',
    name: isPhone ? '' : typed,
    contact: '',
    phone: isPhone ? typed : '',
    otherPhone: '',
    address: '',
    industry: '',
    size: '',
    web: '',
    class: 'ordinary',
    level: '',
    birthday: '',
    interests: '',
    creditLimit: 0,
    creditDays: 0,
    notes: '',
  };
}

/** Files that are likely this customer already: found by the search keys, judged by the rule. Looked for while one types. */
export function useDoubles(body: Customer): readonly Double[] {
  const { book } = useDesk();
  const candidates = doubleCandidates(book, body);
  const found = useLive((read) => findDoubles(read, body, candidates), ['doubles', body.name, body.phone, candidates.join()]);
  return useLast(found, NONE);
}

const NONE: readonly Double[] = [];
