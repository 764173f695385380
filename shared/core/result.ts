/** An expected failure is a value with a code; a bug is a throw. Never both. */
export interface Refusal {
  /** A past fact, PascalCase: `BelowPriceFloor`, `AlreadyCommitted`. The i18n key is `refusal.<code>`. */
  code: string;
  /** Numbers and names for the explanation, already in plain units (fen, thousandths, days). */
  values?: Readonly<Record<string, string | number>>;
}

export type Result<T, E = Refusal> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse(code: string, values?: Refusal['values']): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: values ? { code, values } : { code } };
}
