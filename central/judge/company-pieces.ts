/**
 * Pieces with a number that any branch handed out: products are the company's, so a serial number or VIN sold by two branches is one piece
 * sold twice. Each branch's judge says what its book has of its pieces, and hears what the others' said; whichever instance judges them.
 */
import { z } from 'zod';
import { isSame } from '#shared/core/canonical.ts';
import type { CouchDatabase, CouchDocument } from '#shared/exchange/couch-database.ts';

/** A paper that handed a piece out, which did not come back since. */
export interface Holding {
  id: string;
  no: string;
  /** The event it was handed out with. */
  since: string;
  sale: string;
}

export interface CompanyPieces {
  /** Pieces of which another branch says something else than when this was last asked. */
  news(): Promise<string[]>;
  /** Says what the branch's book has of these pieces, and reads what the others say. */
  exchange(keys: readonly string[]): Promise<void>;
  /** Papers of other branches that handed the piece out. */
  elsewhere(key: string): (Holding & { branch: string })[];
}

const saidSchema = z.object({
  /** Life of the centre in which it was said: what was said before a restore counts only when it is said again. */
  epoch: z.string(),
  held: z.array(z.object({ id: z.string(), no: z.string(), since: z.string(), sale: z.string() })),
});
/** By branch. */
const pieceSchema = z.record(z.string(), saidSchema);
type Piece = z.infer<typeof pieceSchema>;

const PAGE = 500;

export interface CompanyPiecesOptions {
  branch: string;
  epoch: string;
  database: CouchDatabase;
  /** Papers of the branch's own book that handed the piece out. */
  own(key: string): Holding[];
}

export function openCompanyPieces({ branch, epoch, database, own }: CompanyPiecesOptions): CompanyPieces {
  /** Of the pieces this branch handed out, what all branches said last. */
  const known = new Map<string, Piece>();
  let since: string | null = null;

  /** Those that another branch wrote meanwhile are written on top of that. */
  async function say(keys: readonly string[]): Promise<string[]> {
    const present = await database.readMany(keys);
    const documents = keys.flatMap((key) => {
      const document = present.get(key);
      const piece = pieceOf(document);
      const held = own(key);
      const next: Piece = { ...piece, [branch]: { epoch, held } };
      known.set(key, next);
      const isSaid = isSame(next, piece) || (held.length === 0 && !piece[branch]);
      return isSaid ? [] : [{ _id: key, ...(document ? { _rev: document._rev } : {}), branches: next }];
    });
    const rows = await database.writeMany(documents);
    return rows.flatMap((row) => ('error' in row && row.error === 'conflict' ? [row.id] : []));
  }

  return {
    news: async () => {
      const changed: string[] = [];
      for (;;) {
        if (since === null) return changed;
        const page = await database.changes(since, PAGE);
        since = page.last;
        for (const { id, doc } of page.rows) {
          const before = known.get(id);
          if (!before) continue;
          const after = pieceOf(doc);
          known.set(id, after);
          if (!isSame(others(before), others(after))) changed.push(id);
        }
        if (page.rows.length < PAGE) return changed;
      }
    },
    exchange: async (keys) => {
      // From before the first reading on, so that nothing said in between is missed.
      since ??= (await database.about()).last;
      for (let at = 0; at < keys.length; at += PAGE) {
        for (let rest: readonly string[] = keys.slice(at, at + PAGE); rest.length > 0;) rest = await say(rest);
      }
    },
    elsewhere: (key) => others(known.get(key) ?? {}),
  };

  function others(piece: Piece): (Holding & { branch: string })[] {
    return Object.entries(piece).flatMap(([code, said]) =>
      code === branch || said.epoch !== epoch ? [] : said.held.map((holding) => ({ ...holding, branch: code })),
    );
  }
}

function pieceOf(document: CouchDocument | null | undefined): Piece {
  return pieceSchema.safeParse(document?.['branches']).data ?? {};
}
