/**
 * The host, killed again and again while papers are saved. What a screen was told is saved must be there once, with the number it was
 * told; no number may be given twice or be missing.
 */
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { makeUlid } from '#shared/core/ulid.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { endHost, startHost } from '../support/host-process.ts';
import { connectToHost, type HostLine } from '../support/host-line.ts';

const RANGE = 'SK-HZ01-A-2611';
/** Papers on their way at once, as from a desk that works fast. */
const LANES = 4;
/** A host lives until so many papers were saved and a little longer: counted in papers, a slow machine drills as much as a fast one. */
const MOST_PAPERS = 40;
const LITTLE_LONGER = 8;

export interface KillReport {
  kills: number;
  acknowledged: number;
  written: number;
  /** Acknowledged commands that were not found, or not with their number. */
  lost: string[];
  /** Commands or numbers found twice. */
  twice: string[];
  /** Numbers between the first and the last that no paper has. */
  missing: string[];
  damaged: number;
  snapshots: number;
}

/** Kills the host of one desk `kills` times. */
export async function killHost(main: string, folder: string, kills: number): Promise<KillReport> {
  const acknowledged = new Map<string, string>();
  /** Papers of this life, and who waits for a number of them. */
  let life = { saved: 0, until: Infinity, reached: (): void => undefined };
  const open = new Set<number>();
  let next = 1;
  let session = '';

  async function begin(): Promise<{ child: ChildProcess; line: HostLine }> {
    const { child, address, printed } = await startHost(main, ['--data', folder, '--port', '0']);
    if (address === '') throw new Error(`the host did not start: ${printed}`);
    const line = await connectToHost(address, session);
    session = line.session;
    return { child, line };
  }

  async function save(line: HostLine, n: number): Promise<void> {
    const paper = aPaper(n);
    const input = { commandId: `command-${n}`, documents: [paper], numbers: [{ documentId: paper.id, range: RANGE }] };
    const { numbers } = (await line.call('journal.append', input)) as { numbers: Record<string, string> };
    const number = numbers[paper.id] ?? '';
    const before = acknowledged.get(paper.id);
    if (before !== undefined && before !== number) throw new Error(`${paper.id} was ${before}, is ${number}`);
    acknowledged.set(paper.id, number);
    open.delete(n);
    life.saved += 1;
    if (life.saved >= life.until) life.reached();
  }

  /** Works until the line breaks: first what nobody answered the last time, as a page does, then new papers. */
  async function work(line: HostLine): Promise<void> {
    const again = [...open];
    for (;;) {
      const n = again.shift() ?? next++;
      open.add(n);
      await save(line, n);
    }
  }

  const first = await begin();
  await first.line.call('desk.setUp', { company: '演练', branchCode: 'HZ01', branchName: '杭州', deskLetter: 'A' });
  first.line.close();
  let child = first.child;
  for (let kill = 0; kill < kills; kill += 1) {
    await endHost(child, 'SIGKILL');
    const started = await begin();
    child = started.child;
    const lived = new Promise<void>((reached) => (life = { saved: 0, until: randomInt(MOST_PAPERS), reached }));
    if (life.until === 0) life.reached();
    const lanes = Array.from({ length: LANES }, () => work(started.line).catch(onlyBroken));
    if (randomInt(5) === 0) lanes.push(started.line.call('snapshots.make', { reason: 'demand' }).then(life.reached, onlyBroken));
    await lived;
    await new Promise((resolve) => setTimeout(resolve, randomInt(LITTLE_LONGER)));
    await endHost(child, 'SIGKILL');
    await Promise.all(lanes);
  }

  const last = await begin();
  for (const n of open) await save(last.line, n);
  const report = await compare(last.line, acknowledged);
  last.line.close();
  const status = await endHost(last.child, 'SIGTERM');
  if (status !== 0) throw new Error(`the host did not end well: ${status}`);
  return { kills, ...report };
}

async function compare(line: HostLine, acknowledged: ReadonlyMap<string, string>): Promise<Omit<KillReport, 'kills'>> {
  const info = (await line.call('desk.describe')) as { damaged: unknown[]; unclean: boolean; epoch: string };
  if (!info.unclean) throw new Error('a killed host called itself cleanly ended');
  const snapshots = (await line.call('snapshots.list')) as { name: string; seq: number; documents: number; damaged: boolean }[];
  const papers: AnyRecord[] = [];
  const newest = snapshots[0] ?? { name: '', seq: 0, documents: 0 };
  while (papers.length < newest.documents) {
    const page = (await line.call('snapshots.read', { name: newest.name, after: papers.length, limit: 2000 })) as {
      documents: AnyRecord[];
    };
    papers.push(...page.documents);
  }
  const commands: string[] = [];
  for (let after = newest.seq; ;) {
    const page = (await line.call('journal.read', { after, limit: 500 })) as {
      entries: { seq: number; commandId: string; documents: AnyRecord[] }[];
    };
    const last = page.entries.at(-1);
    if (!last) break;
    for (const entry of page.entries) {
      commands.push(entry.commandId);
      papers.push(...entry.documents);
    }
    after = last.seq;
  }
  const numberOf = new Map(papers.map(({ id, no }) => [id, no]));
  const numbers = papers.map(({ no }) => no);
  const sequences = numbers.map((number) => Number(number.slice(RANGE.length + 1)));
  const given = new Set(sequences);
  return {
    acknowledged: acknowledged.size,
    written: papers.length,
    lost: [...acknowledged].filter(([id, number]) => numberOf.get(id) !== number).map(([id]) => id),
    twice: [...repeated(commands), ...repeated(numbers), ...repeated(papers.map(({ id }) => id))],
    missing: Array.from({ length: Math.max(0, ...sequences) }, (_, index) => index + 1)
      .filter((sequence) => !given.has(sequence))
      .map(String),
    damaged: info.damaged.length + snapshots.filter(({ damaged }) => damaged).length,
    snapshots: snapshots.length,
  };
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

function aPaper(n: number): AnyRecord {
  const id = makeUlid(1_762_000_000_000, new Uint8Array([0, 0, 0, 0, 0, 0, n >>> 24, n >>> 16, n >>> 8, n].map((byte) => byte & 255)));
  const body = { text: '货已付清'.repeat(1 + (n % 50)) };
  const rest = {
    v: 1,
    no: '',
    branch: 'HZ01',
    desk: 'HZ01-A',
    owner: 'staff',
    party: '',
    source: '',
    day: '2026-11-02',
    seek: '',
    status: '',
  };
  return { id, kind: 'note', ...rest, amount: n, title: `${n}`, body, events: [] };
}

function onlyBroken(problem: unknown): void {
  if (!(problem instanceof Error) || problem.message !== 'line broken') throw problem;
}
