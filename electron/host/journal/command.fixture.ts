import { makeUlid } from '#shared/core/ulid.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Command } from './open-journal.ts';

export const RANGE = 'SK-HZ01-A-2611';

/** A document of a kind no module knows, so that nothing about it is recomputed. */
export function aDocument(n: number, changes: Partial<AnyRecord> = {}): AnyRecord {
  return {
    id: idOf(n),
    kind: 'note',
    v: 1,
    no: '',
    branch: 'HZ01',
    desk: 'HZ01-A',
    owner: 'staff-wang',
    party: '',
    source: '',
    day: '2026-11-02',
    seek: '',
    status: 'open',
    amount: n,
    title: `第 ${n} 号`,
    body: { text: `货已付清\n${n}` },
    events: [{ id: `1762000000000-0000-HZ01-A`, by: 'staff-wang', desk: 'HZ01-A', type: 'committed', data: {} }],
    ...changes,
  };
}

/** One command with one document; `numbered` asks for a printed number. */
export function aCommand(n: number, numbered = true, changes: Partial<AnyRecord> = {}): Command {
  const document = aDocument(n, changes);
  return { commandId: `command-${n}`, documents: [document], numbers: numbered ? [{ documentId: document.id, range: RANGE }] : [] };
}

export function idOf(n: number): string {
  return makeUlid(1_762_000_000_000, new Uint8Array([0, 0, 0, 0, 0, 0, n >>> 24, n >>> 16, n >>> 8, n].map((byte) => byte & 255)));
}
