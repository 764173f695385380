import type { AnyRecord } from '#shared/documents/record.ts';
import {
  HostFailure,
  hostCalls,
  type Host,
  type HostCall,
  type HostEvent,
  type HostFailureCode,
  type HostInfo,
  type HostInput,
  type HostOutput,
  type JournalEntry,
  type SnapshotInfo,
} from '#shared/host/contract.ts';
import { settingsSchema } from '#shared/host/shapes.ts';
import { aMemoryCentre, type MemoryCentre } from './memory-centre.fixture.ts';

/** Before: the call never reached the host. After: it was carried out and the answer was lost. */
type When = 'before' | 'after';

/** A host in memory: journal with numbers, snapshots, drafts, settings. It outlives the books opened on it, as the real one does. */
export interface MemoryHost extends Host {
  info(): HostInfo;
  entries(): readonly JournalEntry[];
  /** All documents ever journalled, newest copy of each, as a rebuild from the journal gives them. */
  documents(): Map<string, AnyRecord>;
  /** The next `times` calls of this name fail. */
  fail(call: HostCall, code: HostFailureCode, when?: When, times?: number): void;
  emit(event: 'desk.taken'): void;
  /** Documents came from the centre: one journal entry, which the page is told of. */
  receive(documents: readonly AnyRecord[]): void;
  /** A new installation of the same desk: other epoch, empty journal unless kept. */
  setEpoch(epoch: string): void;
  makeSnapshot(documents: readonly AnyRecord[], seq: number): SnapshotInfo;
  /** Entries up to `seq` live in snapshots only. */
  retire(seq: number): void;
  /** This entry cannot be read any more. */
  damage(seq: number): void;
  /** Entries after `seq` are lost, as on a disk that lied. */
  forget(seq: number): void;
  calls(name: HostCall): number;
  /** The centre behind this host; alone until the test says otherwise. */
  centre: MemoryCentre;
}

/** Documents per `journal.lines` and `snapshots.lines`; the real host stops at half a megabyte. */
const MOST_LINES = 200;
const MOST_SNAPSHOT_LINES = 1_000;

let hosts = 0;

export function aMemoryHost(deskLetter = 'A'): MemoryHost {
  let epoch = `epoch-${Date.now()}-${(hosts += 1)}`;
  let journal: JournalEntry[] = [];
  const numbersByCommand = new Map<string, { seq: number; numbers: Record<string, string> }>();
  const counters = new Map<string, number>();
  const pieces: AnyRecord[][] = [];
  const snapshots: { info: SnapshotInfo; documents: readonly AnyRecord[] }[] = [];
  const drafts = new Map<string, HostOutput<'drafts.list'>[number]>();
  const listeners = new Map<string, Set<(data: never) => void>>();
  const failures: { call: HostCall; code: HostFailureCode; when: When }[] = [];
  const counts = new Map<HostCall, number>();
  let settings = settingsSchema.parse({});
  let lastSeq = 0;
  const damaged: HostInfo['damaged'] = [];
  const centre = aMemoryCentre((status) => tell('centre.changed', status));

  const info = (): HostInfo => ({
    shell: 'loopback',
    shellReason: 'asked',
    version: '0.1.0',
    platform: 'linux',
    profile: 'desk',
    identity: { company: '远山家电', branchCode: 'HZ01', branchName: '杭州文三路店', deskLetter, deskCode: `HZ01-${deskLetter}` },
    epoch,
    lastSeq,
    damaged,
    unclean: false,
    freeBytes: 1e12,
    hasDemo: false,
    settings,
  });

  function tell(event: HostEvent, data: unknown): void {
    for (const listener of listeners.get(event) ?? []) listener(data as never);
  }

  function append({ commandId, documents, numbers }: HostInput<'journal.append'>): HostOutput<'journal.append'> {
    const known = numbersByCommand.get(commandId);
    if (known) return known;
    const given: Record<string, string> = {};
    for (const { documentId, range } of numbers) {
      const next = (counters.get(range) ?? 0) + 1;
      counters.set(range, next);
      given[documentId] = `${range}-${String(next).padStart(4, '0')}`;
    }
    lastSeq += 1;
    const numbered = documents.map((record) => ({ ...record, no: given[record.id] ?? record.no }));
    journal.push(structuredClone({ seq: lastSeq, commandId, at: Date.now(), documents: numbered }) as JournalEntry);
    const answer = { seq: lastSeq, numbers: given };
    numbersByCommand.set(commandId, answer);
    return answer;
  }

  /** Only what a page with a book asks for; anything else is a mistake in the test. */
  function handle(name: HostCall, input: unknown): unknown {
    switch (name) {
      case 'desk.describe':
        return info();
      case 'journal.append': {
        const { staged = 0, ...command } = input as HostInput<'journal.append'>;
        if (staged > pieces.length) throw new HostFailure('disconnected', 'a piece is missing');
        return append({ ...command, documents: [...pieces.splice(0).flat(), ...command.documents] });
      }
      case 'journal.stage': {
        const { piece, documents } = input as HostInput<'journal.stage'>;
        pieces.splice(piece, Infinity, documents);
        return undefined;
      }
      case 'journal.lines': {
        const { after, skip } = input as HostInput<'journal.lines'>;
        const lines: string[] = [];
        const entries: HostOutput<'journal.lines'>['entries'] = [];
        for (const { seq, documents } of journal) {
          const before = entries.at(-1);
          if (seq <= after) continue;
          if (lines.length >= MOST_LINES || (before && seq !== before.seq + 1)) break;
          const all = documents.map((document) => JSON.stringify(document)).slice(before ? 0 : skip);
          const some = all.slice(0, MOST_LINES - lines.length);
          lines.push(...some);
          entries.push({ seq, documents: some.length, isWhole: some.length === all.length });
        }
        return { lines: new TextEncoder().encode(lines.join('\n')), entries, lastSeq };
      }
      case 'snapshots.list':
        return snapshots.map((snapshot) => snapshot.info);
      case 'snapshots.lines': {
        const { name: wanted, after } = input as HostInput<'snapshots.lines'>;
        const snapshot = snapshots.find((candidate) => candidate.info.name === wanted);
        if (!snapshot) throw new HostFailure('not-found', wanted);
        const some = snapshot.documents.slice(after, after + MOST_SNAPSHOT_LINES);
        const lines = some.map((document) => JSON.stringify(document)).join('\n');
        return { lines: new TextEncoder().encode(lines), documents: some.length, total: snapshot.documents.length, seq: snapshot.info.seq };
      }
      case 'disk.free':
        return { freeBytes: 1e12 };
      case 'log.write':
        return undefined;
      case 'drafts.list':
        return [...drafts.values()];
      case 'drafts.put': {
        const draft = input as HostInput<'drafts.put'>;
        drafts.set(draft.id, { ...draft, at: Date.now() });
        return { at: Date.now() };
      }
      case 'drafts.remove':
        drafts.delete((input as HostInput<'drafts.remove'>).id);
        return undefined;
      case 'settings.save':
        settings = settingsSchema.parse(input);
        return settings;
      case 'pin.hash':
        return { hash: `hash of ${(input as HostInput<'pin.hash'>).pin}` };
      case 'pin.verify': {
        const { hash, pin } = input as HostInput<'pin.verify'>;
        return { right: hash === `hash of ${pin}`, waitSeconds: 0, triesLeft: 4 };
      }
      case 'printers.list':
      case 'printers.queue':
        return [];
      case 'centre.join':
        centre.handle(name, input);
        return info();
      default:
        return centre.handle(name, input);
    }
  }

  function failing(call: HostCall, when: When): void {
    const at = failures.findIndex((failure) => failure.call === call && failure.when === when);
    const [failure] = at < 0 ? [] : failures.splice(at, 1);
    if (failure) throw new HostFailure(failure.code, `injected ${failure.code}`);
  }

  return {
    call: async (name, input) => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      failing(name, 'before');
      const parsed = hostCalls[name].input.parse(structuredClone(input));
      const answer = handle(name, parsed);
      failing(name, 'after');
      return answer as HostOutput<typeof name>;
    },
    on: (name, listener) => {
      const group = listeners.get(name) ?? new Set();
      listeners.set(name, group.add(listener as (data: never) => void));
      return () => void group.delete(listener as (data: never) => void);
    },
    info,
    entries: () => journal,
    documents: () => new Map(journal.flatMap((entry) => entry.documents.map((record) => [record.id, record] as const))),
    fail: (call, code, when = 'before', times = 1) => {
      for (let i = 0; i < times; i += 1) failures.push({ call, code, when });
    },
    emit: (event) => tell(event, {}),
    receive: (documents) => {
      const { seq } = append({ commandId: `centre.${lastSeq + 1}`, documents: [...documents], numbers: [] });
      tell('journal.grew', { lastSeq: seq });
    },
    setEpoch: (next) => {
      epoch = next;
    },
    makeSnapshot: (documents, seq) => {
      const made: SnapshotInfo = {
        name: `snapshot-${snapshots.length + 1}`,
        at: Date.now(),
        documents: documents.length,
        bytes: 1,
        seq,
        reason: 'demand',
        epoch,
        damaged: false,
      };
      snapshots.unshift({ info: made, documents: structuredClone(documents) });
      return made;
    },
    retire: (seq) => {
      journal = journal.filter((entry) => entry.seq > seq);
    },
    damage: (seq) => {
      journal = journal.filter((entry) => entry.seq !== seq);
      damaged.push({ file: 'segment', offset: 0, bytes: 1, fromSeq: seq, toSeq: seq });
    },
    forget: (seq) => {
      journal = journal.filter((entry) => entry.seq <= seq);
      lastSeq = seq;
    },
    calls: (name) => counts.get(name) ?? 0,
    centre,
  };
}
