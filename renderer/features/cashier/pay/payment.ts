import type { Fen } from '#shared/core/money.ts';
import type { Method } from '#shared/modules/fields.ts';

/** What stands in the payment form. */
export interface PaymentDraft {
  method: Method;
  /** Fen; null while the field is empty. */
  amount: Fen | null;
  /** Cash put on the counter; null: exactly the amount. */
  tendered: Fen | null;
  remarks: string;
}

export function paymentOf(due: Fen): PaymentDraft {
  return { method: 'cash', amount: due > 0 ? due : null, tendered: null, remarks: '' };
}

/** Cash given: what was typed, or exactly the amount when nothing was. Nothing for other methods. */
export function tenderedOf({ method, amount, tendered }: PaymentDraft): Fen {
  return method === 'cash' ? (tendered ?? amount ?? 0) : 0;
}

/** What the customer gets back; negative: what is missing. */
export function changeOf(draft: PaymentDraft): Fen {
  return draft.method === 'cash' ? tenderedOf(draft) - (draft.amount ?? 0) : 0;
}

const NOTES: readonly Fen[] = [1_000, 5_000, 10_000];

/** Amounts a customer is likely to put on the counter for `amount`: the next full tens, fifties and hundreds of yuan above it. */
export function usualTenders(amount: Fen): Fen[] {
  if (amount <= 0) return [];
  const rounded = NOTES.map((note) => Math.ceil(amount / note) * note).filter((tender) => tender > amount);
  return [...new Set(rounded)];
}
