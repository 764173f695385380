/** Kinds with a reversal of their own; the words for what it does are at `sync.verdicts.correction.<kind>`. */
export const correctable = ['order', 'receipt', 'dispatch', 'stockout', 'inbound', 'pickup', 'return', 'customer'] as const;
export type Correctable = (typeof correctable)[number];

export const isCorrectable = (kind: string): kind is Correctable => correctable.some((one) => one === kind);
