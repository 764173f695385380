/** The law of pieces: what was handed out twice and did not come back is asked about once, at every sale but the first; nothing else is. */
import { startJudge } from '#central/judge/start-judge.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { branchDatabase } from '#shared/exchange/books.ts';
import { fromCouch } from '#shared/exchange/wire-record.ts';
import { judgementOf } from '#shared/modules/verdict/judgement.ts';
import { BRANCHES } from './centre-set-up.ts';
import type { World } from './world.ts';

interface Handed {
  order: string;
  serial: string;
  /** The event. */
  at: string;
}

/** The judge comes last: what it writes no desk of the run has. */
export async function pieceLawBroken(world: World): Promise<{ broken: string[]; twice: number }> {
  const before = await branchRecords(world);
  const expected = asked(before);
  if (!before.some(({ kind }) => kind === 'inbound')) return { broken: [], twice: 0 };
  const latest = before.flatMap(({ events }) => events).reduce((last, { id }) => (id > last ? id : last), '');
  const now = hlcMilliseconds(latest) + 1;
  const problems: string[] = [];
  const log = (line: string): void => {
    if (!/left alone|not a business document/.test(line)) problems.push(line);
  };
  await startJudge({ transport: world.couch.admin, branches: BRANCHES, now: () => now, log, instance: 'law', once: true }).finished;
  const found = new Set<string>();
  for (const record of await branchRecords(world)) {
    if (record.kind !== 'verdict') continue;
    for (const { code, values } of judgementOf(record).reasons)
      if (code === 'SerialSold' || code === 'SerialSoldElsewhere') found.add(`${record.source} ${String(values.serial)}`);
  }
  const broken = [...problems];
  for (const one of expected)
    if (!found.has(one)) broken.push(`nobody is asked about a piece that was sold twice: order and number ${one}`);
  for (const one of found) if (!expected.has(one)) broken.push(`a piece that was sold once is asked about: order and number ${one}`);
  return { broken, twice: expected.size };
}

/** Order and number, of every sale of a piece but the first of those that did not come back. */
function asked(records: readonly AnyRecord[]): Set<string> {
  const byPiece = new Map<string, Handed[]>();
  for (const record of records) {
    if (record.kind !== 'order' || ['voided', 'returned'].includes(record.status)) continue;
    const products = (record.body['lines'] as { product: string }[]).map((line) => line.product);
    for (const { type, id, data } of record.events) {
      if (type !== 'handed') continue;
      for (const { line, serials = [] } of data['lines'] as { line: number; serials?: string[] }[])
        for (const serial of serials) {
          const key = `${products[line]} ${serial}`;
          byPiece.set(key, [...(byPiece.get(key) ?? []), { order: record.id, serial, at: id }]);
        }
    }
  }
  const returned = new Map<string, string>();
  for (const { kind, body, events } of records) {
    const back = kind === 'return' ? events.find(({ type }) => type === 'received') : undefined;
    if (!back) continue;
    for (const { serials = [] } of body['lines'] as { serials?: string[] }[])
      for (const serial of serials) {
        const key = `${String(body['order'])} ${serial}`;
        if (back.id > (returned.get(key) ?? '')) returned.set(key, back.id);
      }
  }
  const found = new Set<string>();
  for (const sales of byPiece.values()) {
    const living = sales.filter(({ order, serial, at }) => at > (returned.get(`${order} ${serial}`) ?? ''));
    const orders = new Set(living.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ order, serial }) => `${order} ${serial}`));
    for (const one of [...orders].slice(1)) found.add(one);
  }
  return found;
}

async function branchRecords(world: World): Promise<AnyRecord[]> {
  const stored = await Promise.all(BRANCHES.map((branch) => world.stored(branchDatabase(branch))));
  return stored.flat().flatMap((document) => fromCouch(document) ?? []);
}
