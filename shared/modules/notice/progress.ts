/** What of a contract is to be made, is being made and came into stock (STK-09, MFG-03). */
import { z } from 'zod';
import type { Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Contract } from '../contract/module.ts';
import { inbound } from '../inbound/module.ts';
import { freeStock } from '../order/facts.ts';
import { notice, type Notice } from './module.ts';

/** Notices of a contract that count, newest first. */
export async function noticesOf(read: Reader, contractId: string): Promise<DocumentRecord<Notice>[]> {
  const { rows } = await read.all({ kind: notice.kind, source: contractId });
  return rows.filter(({ status }) => status !== 'cancelled' && status !== 'refused').map((row) => notice.read(row));
}

const made = z.array(z.object({ line: z.number().int(), quantity: z.number().int() }));

/** Thousandths that came into stock, by line of the contract; entries that were reversed do not count. */
export async function producedOf(read: Reader, record: DocumentRecord<Notice>): Promise<Map<number, Milli>> {
  const { rows } = await read.all({ kind: inbound.kind, source: record.id });
  const reversed = new Set(rows.filter(({ status }) => status === 'reversed').map(({ id }) => id));
  const sums = new Map<number, Milli>();
  for (const { type, data } of record.events) {
    if (type !== 'produced' || reversed.has(String(data.inbound))) continue;
    for (const { line, quantity } of made.parse(data.lines)) sums.set(line, (sums.get(line) ?? 0) + quantity);
  }
  return sums;
}

/** Lines of a contract with what neither is free in stock at the place nor asked of the plant already: the next notice, filled in. */
export async function linesToProduce(read: Reader, record: DocumentRecord<Contract>, location: string): Promise<Notice['lines']> {
  const asked = new Map<number, Milli>();
  for (const paper of await noticesOf(read, record.id)) {
    for (const { line, quantity } of paper.body.lines) asked.set(line, (asked.get(line) ?? 0) + quantity);
  }
  const free = new Map<string, Milli>();
  const lines: Notice['lines'] = [];
  for (const [line, item] of record.body.lines.entries()) {
    const { product, code, name, spec, unit } = item;
    const there = free.get(product) ?? Math.max(0, product === '' ? 0 : await freeStock(read, location, product));
    const open = item.quantity - (asked.get(line) ?? 0);
    const fromStock = Math.max(0, Math.min(open, there));
    free.set(product, there - fromStock);
    if (open - fromStock > 0) lines.push({ product, code, name, spec, unit, line, quantity: open - fromStock });
  }
  return lines;
}
