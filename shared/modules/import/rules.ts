/** One file brought in, whole or not at all, and taken back while nothing uses what it made. */
import { ok, refuse, type Refusal } from '#shared/core/result.ts';
import { cutText } from '#shared/core/cut-text.ts';
import { act, commitNew, untyped, type Moment } from '#shared/documents/act.ts';
import type { Module } from '#shared/documents/module.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer } from '../customer/module.ts';
import { opening, type Opening } from '../opening/module.ts';
import { product } from '../product/module.ts';
import { importBatch, type Import } from './module.ts';

export interface ImportInput {
  what: Import['what'];
  file: string;
  /** Id of the import, made beforehand so that the records could name it as their source; a new one when left out. */
  id?: string;
  records: readonly AnyRecord[];
  skipped: number;
}

/** Writes all records and the line that remembers them. Refuses with NothingToImport, or PostMayNot. */
export function applyImport(input: ImportInput): Decide<{ import: string; made: number }> {
  return async (_read, moment) => {
    const { what, file, records, skipped, id } = input;
    if (records.length === 0) return refuse('NothingToImport');
    const body: Import = { what, file: cutText(file, 200), rows: records.length, skipped, made: records.map((record) => record.id) };
    const made = commitNew(importBatch, body, moment, id === undefined ? {} : { id });
    return made.ok ? ok({ records: [untyped(made.value), ...records], answer: { import: made.value.id, made: records.length } }) : made;
  };
}

/** Takes back everything an import made. Refuses with NotFound, or InUse { title, count }: somebody works with it already. */
export function undoImport(id: string): Decide<{ undone: number }> {
  return async (read, moment) => {
    const batch = await readAs(read, importBatch, id);
    if (!batch) return refuse('NotFound', { id });
    const undone = act(importBatch, batch, 'undone', {}, moment);
    if (!undone.ok) return undone;
    const made = [...(await read.getMany(batch.body.made)).values()];
    const used = await usedOf(read, made);
    const first = used[0];
    if (first) return refuse('InUse', { title: first.title, count: used.length });
    const records: AnyRecord[] = [untyped(undone.value)];
    for (const record of made) {
      const back = takeBack(record, moment);
      if ('code' in back) return { ok: false, refusal: back };
      if (back.changed) records.push(back.changed);
    }
    return ok({ records, answer: { undone: records.length - 1 } });
  };
}

/** Step that takes a record of each kind back. */
function takeBack(record: AnyRecord, moment: Moment): Refusal | { changed: AnyRecord | null } {
  const one = <Body>(module: Module<Body>, step: string) => {
    if (!module.lifecycle.steps[step]?.from.includes(record.status)) return { changed: null };
    const done = act(module, module.read(record), step, {}, moment);
    return done.ok ? { changed: untyped(done.value) } : done.refusal;
  };
  if (record.kind === customer.kind) return one(customer, 'withdrawn');
  if (record.kind === product.kind) return one(product, 'withdrawn');
  return one(opening, 'undone');
}

const HELPING = 50;

/** Made records that something else builds on by now: papers of a customer, stock moved, money received. */
async function usedOf(read: Reader, made: readonly AnyRecord[]): Promise<AnyRecord[]> {
  const own = new Set(made.map(({ id }) => id));
  const openings = made.filter(({ kind, status }) => kind === opening.kind && status === 'counted').map((record) => opening.read(record));
  const products = new Set(made.filter(({ kind }) => kind === product.kind).map(({ id }) => id));
  const moved = products.size + openings.length > 0 ? await movedProducts(read, openings) : new Set<string>();
  const debts = openings.length > 0 ? await read.balances('receivable/') : new Map<string, number>();
  const isUsed = async (record: AnyRecord): Promise<boolean> => {
    if (record.kind === customer.kind) return hasPapers(read, record, own);
    if (record.kind === product.kind) return moved.has(record.id);
    return record.kind === opening.kind && isTouched(opening.read(record), moved, debts);
  };
  const used: AnyRecord[] = [];
  // Customers can only be asked for one by one; a helping at a time, not one after the other.
  for (let start = 0; start < made.length; start += HELPING) {
    const some = made.slice(start, start + HELPING);
    const answers = await Promise.all(some.map(isUsed));
    used.push(...some.filter((_, index) => answers[index]));
  }
  return used;
}

async function hasPapers(read: Reader, record: AnyRecord, own: ReadonlySet<string>): Promise<boolean> {
  if (record.status === 'merged' || record.events.some(({ type }) => type === 'absorbed' || type === 'bought')) return true;
  for (let after = ''; ;) {
    const { rows, next } = await read.list({ party: record.id, after, limit: 200 });
    if (rows.some((row) => !own.has(row.id))) return true;
    if (next === null) return false;
    after = next;
  }
}

/** Products whose stock is not what these openings made it, or that are promised or sold. */
async function movedProducts(read: Reader, openings: readonly DocumentRecord<Opening>[]): Promise<Set<string>> {
  const expected = new Map<string, number>();
  for (const { body } of openings) {
    if (body.type !== 'stock') continue;
    const key = `${body.location}/${body.product}`;
    expected.set(key, (expected.get(key) ?? 0) + body.quantity);
  }
  const moved = new Set<string>();
  const stock = await read.balances('stock/');
  for (const [path, amount] of stock) if ((expected.get(path.slice('stock/'.length)) ?? 0) !== amount) moved.add(path.split('/')[2] ?? '');
  for (const [key, quantity] of expected) if ((stock.get(`stock/${key}`) ?? 0) !== quantity) moved.add(key.split('/')[1] ?? '');
  for (const prefix of ['reserved/', 'sold/', 'stock-damaged/']) {
    for (const path of (await read.balances(prefix)).keys()) moved.add(path.split('/')[2] ?? '');
  }
  return moved;
}

function isTouched(record: DocumentRecord<Opening>, moved: ReadonlySet<string>, debts: ReadonlyMap<string, number>): boolean {
  if (record.status !== 'counted') return false;
  if (record.body.type !== 'receivable') return moved.has(record.body.product);
  return (debts.get(`receivable/${record.party}/${record.id}`) ?? 0) !== record.body.amount;
}
