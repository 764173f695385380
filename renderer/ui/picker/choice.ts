export interface Choice<Data = unknown> {
  /** Usually the document's id. */
  key: string;
  /** What stands in the field once chosen. */
  label: string;
  /** Second line: phone, code, specification. */
  detail?: string;
  /** Right of the name: stock, balance. Short. */
  figure?: string;
  /** Why it cannot be chosen, shown instead of the figure. */
  disabled?: string;
  data: Data;
}
