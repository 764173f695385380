import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { acceptance, type Acceptance } from '../acceptance/module.ts';
import { application, type Application } from '../application/module.ts';
import { dispatch } from '../dispatch/module.ts';
import { inbound } from '../inbound/module.ts';
import { invoice } from '../invoice/module.ts';
import { notice, type Notice } from '../notice/module.ts';
import { order } from '../order/module.ts';
import { receipt } from '../receipt/module.ts';
import { sealing } from '../sealing/module.ts';
import { workorder, type WorkOrder } from '../workorder/module.ts';
import type { Contract } from './module.ts';

/** Every paper of a contract's chain, newest first. Found by what they were made from: nothing is searched. */
export interface ChainPapers {
  policy: AnyRecord | null;
  quotation: AnyRecord | null;
  application: DocumentRecord<Application> | null;
  sealings: AnyRecord[];
  notices: DocumentRecord<Notice>[];
  inbounds: AnyRecord[];
  orders: AnyRecord[];
  dispatches: AnyRecord[];
  workorders: DocumentRecord<WorkOrder>[];
  acceptances: DocumentRecord<Acceptance>[];
  receipts: AnyRecord[];
  invoices: AnyRecord[];
}

const given: Readonly<Record<string, readonly string[]>> = {
  [order.kind]: ['voided', 'returned'],
  [notice.kind]: ['cancelled', 'refused'],
  [workorder.kind]: ['cancelled', 'returned'],
  [acceptance.kind]: ['withdrawn'],
  [receipt.kind]: ['reversed', 'offset'],
  [invoice.kind]: ['returned', 'withdrawn', 'reversed'],
  [dispatch.kind]: ['returned', 'cancelled'],
  [inbound.kind]: ['reversed'],
};

/** Papers that were given up are left out: they moved nothing. */
const counts = ({ kind, status }: AnyRecord) => given[kind]?.includes(status) !== true;

export async function papersOf(read: Reader, record: DocumentRecord<Contract>): Promise<ChainPapers> {
  const rows = (await read.all({ source: record.id })).rows.filter(counts);
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const notices = of(notice.kind).map((row) => notice.read(row));
  const orders = of(order.kind);
  const found = await read.getMany([record.body.policy, record.body.quotation, record.source].filter((id) => id !== ''));
  const form = found.get(record.source);
  const from = async (kind: string, sources: readonly { id: string }[]) =>
    (await Promise.all(sources.map(({ id }) => read.all({ kind, source: id })))).flatMap((page) => page.rows.filter(counts));
  return {
    policy: found.get(record.body.policy) ?? null,
    quotation: found.get(record.body.quotation) ?? null,
    application: form?.kind === application.kind ? application.read(form) : null,
    sealings: of(sealing.kind),
    notices,
    inbounds: await from(inbound.kind, notices),
    orders,
    dispatches: await from(dispatch.kind, orders),
    workorders: of(workorder.kind).map((row) => workorder.read(row)),
    acceptances: of(acceptance.kind).map((row) => acceptance.read(row)),
    receipts: of(receipt.kind),
    invoices: of(invoice.kind),
  };
}
