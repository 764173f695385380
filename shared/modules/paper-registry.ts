import { dispatchNote } from './dispatch/paper.ts';
import { gatePass } from './gatepass/paper.ts';
import { salesSlip, tillSlip } from './order/paper.ts';
import type { PaperKind } from './paper-kind.ts';
import { depositReceipt, receiptPaper, refundReceipt } from './receipt/paper.ts';

export type { PaperContext, PaperKind } from './paper-kind.ts';
export { printingOf } from './paper-kind.ts';

/** Every paper, in the order menus show them. Names: `i18n paperWords.titles.<id>`; parts: `paperWords.copies.<key>`. */
export const paperKinds: readonly PaperKind[] = [salesSlip, tillSlip, receiptPaper, depositReceipt, refundReceipt, dispatchNote, gatePass];

/** Papers of a document kind; ask `available` before offering one. */
export function paperKindsOf(kind: string): PaperKind[] {
  return paperKinds.filter((paper) => paper.kind === kind);
}
