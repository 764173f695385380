import type { AnyModule } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { sealKept, upgradeRecord } from '#shared/documents/upgrade-record.ts';
import { acceptance } from './acceptance/module.ts';
import { agenda } from './agenda/module.ts';
import { application } from './application/module.ts';
import { banking } from './banking/module.ts';
import { cashday } from './cashday/module.ts';
import { closing } from './closing/module.ts';
import { commission } from './commission/module.ts';
import { company } from './company/module.ts';
import { contact } from './contact/module.ts';
import { contract } from './contract/module.ts';
import { credit } from './credit/module.ts';
import { customer } from './customer/module.ts';
import { delegation } from './delegation/module.ts';
import { dispatch } from './dispatch/module.ts';
import { dunning } from './dunning/module.ts';
import { duty } from './duty/module.ts';
import { entry } from './entry/module.ts';
import { expense } from './expense/module.ts';
import { extract } from './extract/module.ts';
import { float } from './float/module.ts';
import { gatepass } from './gatepass/module.ts';
import { handover } from './handover/module.ts';
import { importBatch } from './import/module.ts';
import { inbound } from './inbound/module.ts';
import { interest } from './interest/module.ts';
import { invoice } from './invoice/module.ts';
import { location } from './location/module.ts';
import { notice } from './notice/module.ts';
import { opening } from './opening/module.ts';
import { opinion } from './opinion/module.ts';
import { order } from './order/module.ts';
import { pickup } from './pickup/module.ts';
import { policy } from './policy/module.ts';
import { product } from './product/module.ts';
import { quotation } from './quotation/module.ts';
import { receipt } from './receipt/module.ts';
import { request } from './request/module.ts';
import { returnSlip } from './return/module.ts';
import { sealing } from './sealing/module.ts';
import { staff } from './staff/module.ts';
import { statement } from './statement/module.ts';
import { stockout } from './stockout/module.ts';
import { supplier } from './supplier/module.ts';
import { task } from './task/module.ts';
import { trip } from './trip/module.ts';
import { verdict } from './verdict/module.ts';
import { visit } from './visit/module.ts';
import { workorder } from './workorder/module.ts';

/** Every noun of the branch book. A noun that is here is listed, searched, printed, exported and audited. */
export const modules: readonly AnyModule[] = [
  visit,
  task,
  duty,
  agenda,
  opinion,
  customer,
  contact,
  application,
  contract,
  sealing,
  notice,
  workorder,
  acceptance,
  order,
  receipt,
  handover,
  dispatch,
  stockout,
  gatepass,
  inbound,
  pickup,
  request,
  float,
  returnSlip,
  product,
  supplier,
  location,
  staff,
  company,
  policy,
  delegation,
  extract,
  quotation,
  opening,
  importBatch,
  credit,
  invoice,
  interest,
  dunning,
  statement,
  commission,
  entry,
  closing,
  cashday,
  banking,
  expense,
  trip,
  verdict,
];

const byKind = new Map(modules.map((module) => [module.kind, module]));

/** The module of a kind, or undefined for a kind this version does not know: such documents are kept and shown read-only. */
export function moduleOf(kind: string): AnyModule | undefined {
  return byKind.get(kind);
}

/** Recomputes a merged document's derived parts; unknown kinds and newer versions stay as they are. */
export function seal(record: AnyRecord): AnyRecord {
  const module = byKind.get(record.kind);
  return module && record.v <= module.v ? sealKept(module, record) : record;
}

/** The record as this program reads it, whatever version it was committed in. */
export function upgrade(record: AnyRecord): AnyRecord {
  return upgradeRecord(record, byKind.get(record.kind));
}
