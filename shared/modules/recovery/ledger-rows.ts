/**
 * The two contract ledgers (CON-06): what sales knows from its own papers and what finance knows from its own. Neither reads the other's, so
 * where they differ somebody has not done a step yet, or did it wrongly.
 */
import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import { lastText } from '#shared/documents/last-text.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import type { Contract } from '../contract/module.ts';
import { partyIds } from '../customer/facts.ts';
import { dispatch } from '../dispatch/module.ts';
import { entry, ledgerMeasures, type LedgerBook, type LedgerMeasure } from '../entry/module.ts';
import { handover } from '../handover/module.ts';
import { order } from '../order/module.ts';
import { receipt } from '../receipt/module.ts';
import { returnSlip } from '../return/module.ts';
import { stockout } from '../stockout/module.ts';

export interface LedgerRow {
  day: Day;
  measure: LedgerMeasure;
  amount: Fen;
  document: string;
  no: string;
}

export async function ledgerRows(read: Reader, record: DocumentRecord<Contract>, book: LedgerBook): Promise<LedgerRow[]> {
  const rows = [
    ...signedRows(record),
    ...(await (book === 'sales' ? goodsLeft(read, record) : goodsBooked(read, record))),
    ...(await goodsBack(read, record)),
    ...(await (book === 'sales' ? moneyTaken(read, record) : moneyWithFinance(read, record))),
    ...(await entries(read, record, book)),
  ];
  return rows.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** Sums to the end of `until` by column. */
export function sumLedger(rows: readonly LedgerRow[], until: Day): Record<LedgerMeasure, Fen> {
  const sum = (measure: LedgerMeasure) =>
    rows.reduce((total, row) => (row.measure === measure && row.day <= until ? total + row.amount : total), 0);
  return { contracted: sum('contracted'), delivered: sum('delivered'), collected: sum('collected') };
}

export interface LedgerDifference {
  contract: string;
  contractNo: string;
  measure: LedgerMeasure;
  sales: Fen;
  finance: Fen;
  difference: Fen;
}

/** Both ledgers of a contract side by side; one row per column. */
export async function compareLedgers(read: Reader, record: DocumentRecord<Contract>, until: Day): Promise<LedgerDifference[]> {
  const sales = sumLedger(await ledgerRows(read, record, 'sales'), until);
  const finance = sumLedger(await ledgerRows(read, record, 'finance'), until);
  return ledgerMeasures.map((measure) => ({
    contract: record.id,
    contractNo: record.no,
    measure,
    sales: sales[measure],
    finance: finance[measure],
    difference: sales[measure] - finance[measure],
  }));
}

function signedRows(record: DocumentRecord<Contract>): LedgerRow[] {
  const { day } = lastText(record.events, 'effective', 'day', 'day');
  if (day === undefined || record.status === 'cancelled') return [];
  return [rowOf(record, 'contracted', record.body.total, day)];
}

/** Sales: the goods left by stock-out slip. */
async function goodsLeft(read: Reader, record: DocumentRecord<Contract>): Promise<LedgerRow[]> {
  return (await ofParty(read, record, stockout.kind))
    .filter((row) => row.body.contract === record.id)
    .map((row) => rowOf(row, 'delivered', row.amount));
}

/** Finance: the customer's signed copy is there and the delivery is booked (PAY-10). */
async function goodsBooked(read: Reader, record: DocumentRecord<Contract>): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (const sale of (await read.all({ kind: order.kind, source: record.id })).rows) {
    for (const row of (await read.all({ kind: dispatch.kind, source: sale.id })).rows) {
      if (row.status === 'booked') rows.push(rowOf(row, 'delivered', row.amount, lastText(row.events, 'booked', 'day', 'day').day));
    }
  }
  return rows;
}

async function goodsBack(read: Reader, record: DocumentRecord<Contract>): Promise<LedgerRow[]> {
  return (await ofParty(read, record, returnSlip.kind))
    .filter((row) => row.body.contract === record.id && row.status === 'received')
    .map((row) => rowOf(row, 'delivered', row.amount, lastText(row.events, 'received', 'day', 'day').day));
}

/** Sales: a receipt was given. */
async function moneyTaken(read: Reader, record: DocumentRecord<Contract>): Promise<LedgerRow[]> {
  return (await ofParty(read, record, receipt.kind)).flatMap((row) => {
    const amount = partOf(row, record.id);
    return amount === 0 ? [] : [rowOf(row, 'collected', amount)];
  });
}

/** Finance: the money is in the safe, on the day the handover was counted and taken over. */
async function moneyWithFinance(read: Reader, record: DocumentRecord<Contract>): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (const row of await ofParty(read, record, receipt.kind)) {
    const amount = partOf(row, record.id);
    if (amount === 0) continue;
    const { heldBy } = receipt.read(row).body;
    const day = heldBy === '' ? row.day : await takenOver(read, row);
    if (day !== null) rows.push(rowOf(row, 'collected', amount, day));
  }
  return rows;
}

async function takenOver(read: Reader, row: AnyRecord): Promise<Day | null> {
  const { id } = lastText(row.events, 'handed', 'handover', 'id');
  const slip = id === undefined || id === '' ? null : await read.get(id);
  if (slip?.kind !== handover.kind || slip.status !== 'received') return null;
  return lastText(slip.events, 'received', 'day', 'day').day ?? slip.day;
}

async function entries(read: Reader, record: DocumentRecord<Contract>, book: LedgerBook): Promise<LedgerRow[]> {
  return (await read.all({ kind: entry.kind, source: record.id })).rows
    .map((row) => entry.read(row))
    .filter(({ body }) => body.book === book)
    .map((row) => rowOf(row, row.body.measure, row.body.amount));
}

async function ofParty(read: Reader, record: DocumentRecord<Contract>, kind: string): Promise<AnyRecord[]> {
  const rows: AnyRecord[] = [];
  for (const party of await partyIds(read, record.party)) rows.push(...(await read.all({ kind, party })).rows);
  return rows;
}

function partOf(row: AnyRecord, contract: string): Fen {
  return receipt.read(row).body.parts.reduce((sum, part) => (part.source === contract ? sum + part.amount : sum), 0);
}

function rowOf(row: Pick<AnyRecord, 'id' | 'no' | 'day'>, measure: LedgerMeasure, amount: Fen, day: Day = row.day): LedgerRow {
  return { day, measure, amount, document: row.id, no: row.no };
}
