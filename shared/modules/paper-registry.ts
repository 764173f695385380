import { acceptanceReport } from './acceptance/paper.ts';
import { contractApplication } from './application/paper.ts';
import { cashDaySheet } from './cashday/paper.ts';
import { reconciliationSheet } from './closing/paper.ts';
import { commissionSheet } from './commission/paper.ts';
import { contractAttachment, orderAttachment } from './concession-paper.ts';
import { contractPaper } from './contract/paper.ts';
import { creditAssessment } from './credit/paper.ts';
import { dispatchNote } from './dispatch/paper.ts';
import { dunningLetter } from './dunning/paper.ts';
import { expenseClaim } from './expense/paper.ts';
import { floatVoucher } from './float/paper.ts';
import { gatePass } from './gatepass/paper.ts';
import { handoverSheet } from './handover/paper.ts';
import { inboundSlip } from './inbound/paper.ts';
import { invoiceRequest } from './invoice/paper.ts';
import { productionNotice } from './notice/paper.ts';
import { salesContract } from './order/contract-paper.ts';
import { documentGuide } from './order/guide-paper.ts';
import { salesSlip, tillSlip } from './order/paper.ts';
import type { PaperKind } from './paper-kind.ts';
import { dispatchPickingList, pickingList } from './picking-list.ts';
import { pickUpSlip } from './pickup/paper.ts';
import { quotationPaper } from './quotation/paper.ts';
import { depositReceipt, receiptPaper, refundReceipt } from './receipt/paper.ts';
import { ledgerExtract } from './recovery/ledger-paper.ts';
import { returnPaper } from './return/paper.ts';
import { accountStatement } from './statement/paper.ts';
import { stockOutSlip } from './stockout/paper.ts';
import { workOrder } from './workorder/paper.ts';

export type { PaperContext, PaperKind } from './paper-kind.ts';
export { printingOf } from './paper-kind.ts';
export { makeCalibration } from './calibration-paper.ts';

/** Every paper, in the order menus show them. Names: `i18n paperWords.titles.<id>`; parts: `paperWords.copies.<key>`. */
export const paperKinds: readonly PaperKind[] = [
  quotationPaper,
  contractApplication,
  contractPaper,
  contractAttachment,
  productionNotice,
  workOrder,
  acceptanceReport,
  salesSlip,
  tillSlip,
  pickingList,
  salesContract,
  orderAttachment,
  documentGuide,
  receiptPaper,
  depositReceipt,
  refundReceipt,
  handoverSheet,
  cashDaySheet,
  dispatchNote,
  dispatchPickingList,
  stockOutSlip,
  gatePass,
  inboundSlip,
  pickUpSlip,
  floatVoucher,
  returnPaper,
  creditAssessment,
  invoiceRequest,
  accountStatement,
  dunningLetter,
  commissionSheet,
  expenseClaim,
  ledgerExtract,
  reconciliationSheet,
];

/** Papers of a document kind; ask `available` before offering one. */
export function paperKindsOf(kind: string): PaperKind[] {
  return paperKinds.filter((paper) => paper.kind === kind);
}
