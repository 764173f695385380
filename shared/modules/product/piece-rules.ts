/** Whether the pieces named on a paper can be those that move (STK-02, STK-08): as many as the quantity says, none twice, each where it should be. */
import type { Milli } from '#shared/core/money.ts';
import type { Refusal } from '#shared/core/result.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { account } from '#shared/ledger/posting.ts';
import { location } from '../location/module.ts';
import { product } from './module.ts';
import { isSerial, piecesOf, type Tracking } from './serials.ts';

export interface NamedLine {
  /** Number of the line on the paper, from 0. */
  line: number;
  product: string;
  name: string;
  quantity: Milli;
  serials?: readonly string[] | undefined;
}

/** How the products of these lines are told apart; 'none' for those unknown here. */
export async function trackingOf(read: Reader, lines: readonly { product: string }[]): Promise<Map<string, Tracking>> {
  const found = await read.getMany([...new Set(lines.map((line) => line.product))]);
  return new Map(
    lines.map((line) => {
      const record = found.get(line.product);
      return [line.product, (record?.kind === product.kind ? product.read(record).body.tracking : undefined) ?? 'none'];
    }),
  );
}

/** Goods that come in. Refuses with SerialsDiffer, SerialWrong, VinWrong, SerialRepeated, SerialHere, SerialWithCustomer. */
export async function wrongIncoming(read: Reader, lines: readonly NamedLine[]): Promise<Refusal | null> {
  const tracking = await trackingOf(read, lines);
  const wrong = wrongCount(lines, tracking) ?? wrongNumber(lines, tracking) ?? repeated(lines);
  if (wrong) return wrong;
  for (const { line, serial, ...item } of each(lines)) {
    const place = await placeOfPiece(read, item.product, serial);
    if (place !== null) return { code: 'SerialHere', values: { line: line + 1, serial, place } };
    const left = await paperIn(read, account('serial-left', item.product, serial, ''));
    if (left !== null) return { code: 'SerialWithCustomer', values: { line: line + 1, serial, no: left } };
  }
  return null;
}

/**
 * Goods that leave a place. `isPart`: not every piece has to be named yet. `by`: the paper that may have chosen them already.
 * Refuses with SerialsDiffer, SerialRepeated, SerialElsewhere, SerialWithCustomer, SerialUnknown, SerialKept.
 */
export async function wrongOutgoing(
  read: Reader,
  place: string,
  lines: readonly NamedLine[],
  { by = '', isPart = () => false }: { by?: string; isPart?: (line: NamedLine) => boolean } = {},
): Promise<Refusal | null> {
  const tracking = await trackingOf(read, lines);
  const wrong = wrongCount(lines, tracking, isPart) ?? repeated(lines);
  if (wrong) return wrong;
  for (const { line, product: id, name, serial } of each(lines)) {
    const said = { line: line + 1, serial };
    if ((await read.balance(account('serial', id, place, serial))) <= 0) {
      const elsewhere = await placeOfPiece(read, id, serial);
      if (elsewhere !== null) return { code: 'SerialElsewhere', values: { ...said, place: elsewhere } };
      const left = await paperIn(read, account('serial-left', id, serial, ''));
      return left === null
        ? { code: 'SerialUnknown', values: { ...said, name } }
        : { code: 'SerialWithCustomer', values: { ...said, no: left } };
    }
    const kept = await paperIn(read, account('serial-kept', id, serial, ''), by);
    if (kept !== null) return { code: 'SerialKept', values: { ...said, no: kept } };
  }
  return null;
}

/** Pieces of a product on hand at a place, by number. */
export async function piecesOnHand(read: Reader, id: string, place: string): Promise<string[]> {
  const prefix = account('serial', id, place, '');
  const found = await read.balances(prefix);
  return [...found].flatMap(([path, count]) => (count > 0 ? [whole(path.slice(prefix.length))] : [])).toSorted();
}

/** Those of them that no paper has chosen yet, or only this one. */
export async function freePieces(read: Reader, id: string, place: string, by = ''): Promise<string[]> {
  const prefix = account('serial-kept', id, '');
  const kept = new Set(
    [...(await read.balances(prefix))].flatMap(([path, count]) => {
      const [serial = '', paper = ''] = path.slice(prefix.length).split('/');
      return count > 0 && paper !== by ? [whole(serial)] : [];
    }),
  );
  return (await piecesOnHand(read, id, place)).filter((serial) => !kept.has(serial));
}

function wrongCount(
  lines: readonly NamedLine[],
  tracking: ReadonlyMap<string, Tracking>,
  isPart: (line: NamedLine) => boolean = () => false,
): Refusal | null {
  for (const item of lines) {
    const named = item.serials?.length ?? 0;
    const isTracked = (tracking.get(item.product) ?? 'none') !== 'none';
    if (!isTracked && named === 0) continue;
    const wanted = piecesOf(item.quantity);
    const values = { line: item.line + 1, name: item.name };
    if (wanted === null) return { code: 'PiecesNotWhole', values };
    if (named > wanted || (named < wanted && isTracked && !isPart(item)))
      return { code: 'SerialsDiffer', values: { ...values, pieces: wanted, named } };
  }
  return null;
}

function wrongNumber(lines: readonly NamedLine[], tracking: ReadonlyMap<string, Tracking>): Refusal | null {
  for (const { line, product: id, serial } of each(lines)) {
    const kind = tracking.get(id) ?? 'none';
    if (!isSerial(kind, serial)) return { code: kind === 'vin' ? 'VinWrong' : 'SerialWrong', values: { line: line + 1, serial } };
  }
  return null;
}

function repeated(lines: readonly NamedLine[]): Refusal | null {
  const first = new Map<string, number>();
  for (const { line, product: id, serial } of each(lines)) {
    const before = first.get(`${id}/${serial}`);
    if (before !== undefined) return { code: 'SerialRepeated', values: { line: line + 1, serial, other: before + 1 } };
    first.set(`${id}/${serial}`, line);
  }
  return null;
}

/** Name of the place where it is, broken or not; null when it is nowhere here. */
async function placeOfPiece(read: Reader, id: string, serial: string): Promise<string | null> {
  return (await whereIs(read, id, serial)).places[0]?.name ?? null;
}

export interface Whereabouts {
  places: { name: string; isDamaged: boolean }[];
  /** Papers that have chosen it. */
  keptFor: string[];
  /** Orders by which a customer has it. Two when it was sold twice. */
  soldBy: string[];
}

export async function whereIs(read: Reader, id: string, serial: string): Promise<Whereabouts> {
  const places = [];
  for (const place of (await read.all({ kind: location.kind })).rows) {
    for (const kind of ['serial', 'serial-damaged'])
      if ((await read.balance(account(kind, id, place.id, serial))) > 0) places.push({ name: place.title, isDamaged: kind !== 'serial' });
  }
  return {
    places,
    keptFor: await papersIn(read, account('serial-kept', id, serial, '')),
    soldBy: await papersIn(read, account('serial-left', id, serial, '')),
  };
}

async function papersIn(read: Reader, prefix: string): Promise<string[]> {
  return [...(await read.balances(prefix))].flatMap(([path, count]) => (count > 0 ? [path.slice(prefix.length)] : []));
}

/** Number of the paper that has it; `but` is none. */
async function paperIn(read: Reader, prefix: string, but = ''): Promise<string | null> {
  const paper = (await papersIn(read, prefix)).find((id) => id !== but);
  return paper === undefined ? null : ((await read.get(paper))?.no ?? paper);
}

function each(lines: readonly NamedLine[]): { line: number; product: string; name: string; serial: string }[] {
  return lines.flatMap(({ line, product: id, name, serials = [] }) => serials.map((serial) => ({ line, product: id, name, serial })));
}

/** A number may hold the sign that parts an account's path; `account` writes it another way. */
function whole(text: string): string {
  return text.replaceAll('∕', '/');
}
