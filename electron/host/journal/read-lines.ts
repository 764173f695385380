import type { Frame } from './frame.ts';

/** Characters handed over at once: what a page passes on without being noticed. */
const MOST = 512 * 1024;

export interface Lines {
  /** Documents as they were written, one JSON text a line, in UTF-8: no thread but the last has to read them. */
  lines: Uint8Array;
  /** Whose they are, in their order. All but the last are whole, that is, end with their entry's last document. */
  entries: { seq: number; documents: number; isWhole: boolean }[];
}

export type ReadLines = (after: number, skip: number) => Promise<Lines>;

/**
 * Documents of the entries after `after` that follow each other without a gap, unread; the first `skip` documents are left out. An entry that
 * did not fit is kept for the next question: a whole import is one.
 * @param read frames after an entry, at least one, of about so many bytes
 */
export function createReadLines(read: (after: number, bytes: number) => Promise<readonly Frame[]>): ReadLines {
  let begun: { seq: number; lines: string[] } | null = null;

  async function entriesAfter(after: number, skip: number): Promise<{ seq: number; lines(): string[] }[]> {
    if (skip > 0 && begun?.seq === after + 1) {
      const { seq, lines } = begun;
      return [{ seq, lines: () => lines }];
    }
    return [...(await read(after, MOST))];
  }

  return async (after, skip) => {
    const found = await entriesAfter(after, skip);
    const lines: string[] = [];
    const entries: Lines['entries'] = [];
    let characters = 0;
    begun = null;
    for (const { seq, lines: own } of found) {
      const before = entries.at(-1);
      if (characters >= MOST || (before && (!before.isWhole || seq !== before.seq + 1))) break;
      const all = own();
      const from = before ? 0 : skip;
      let to = from;
      for (; to < all.length && (characters < MOST || to === from); to += 1) characters += all[to]?.length ?? 0;
      lines.push(...all.slice(from, to));
      entries.push({ seq, documents: to - from, isWhole: to >= all.length });
      if (to < all.length) begun = { seq, lines: all };
    }
    return { lines: Buffer.from(lines.join('\n')), entries };
  };
}
