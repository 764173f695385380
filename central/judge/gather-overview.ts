/** All desks' last signs of life in one note of the company's book, for the head office's screen. */
import { documentsBelow } from '#central/couch-admin/server-requests.ts';
import { branchDatabase, COMPANY_DATABASE } from '#shared/exchange/books.ts';
import {
  CENTRE_NOTE,
  centreNoteSchema,
  deskNoteId,
  deskNoteSchema,
  OVERVIEW_NOTE,
  overviewSchema,
  type Overview,
} from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { CentreProblem, type Transport } from '#shared/exchange/transport.ts';

type Branch = Overview['branches'][number];

/** A time that is only this much newer is no news: each writing of the note wakes every desk of the company. */
const NEWER = 5 * 60_000;

export interface OverviewInput {
  transport: Transport;
  branches: readonly string[];
  /** Codes of revoked desks. */
  revoked: ReadonlySet<string>;
  now: number;
}

/** Writes the note when something in it is worth it; whether it did. */
export async function gatherOverview({ transport, branches, revoked, now }: OverviewInput): Promise<boolean> {
  const gathered: Branch[] = [];
  for (const code of branches.toSorted()) gathered.push(await gatherBranch(transport, code, revoked));
  const company = openCouchDatabase(transport, COMPANY_DATABASE);
  const present = await company.read(OVERVIEW_NOTE);
  const known = overviewSchema.safeParse(present);
  if (known.success && !isNews(known.data.branches, gathered)) return false;
  try {
    await company.write({ _id: OVERVIEW_NOTE, ...(present ? { _rev: present._rev } : {}), at: now, branches: gathered });
    return true;
  } catch (problem) {
    // Another instance was quicker and knows the same.
    if (problem instanceof CentreProblem && problem.code === 'conflict') return false;
    throw problem;
  }
}

async function gatherBranch(transport: Transport, code: string, revoked: ReadonlySet<string>): Promise<Branch> {
  const name = branchDatabase(code);
  const note = centreNoteSchema.safeParse(await openCouchDatabase(transport, name).read(CENTRE_NOTE));
  const desks = (await documentsBelow(transport, name, deskNoteId(''))).flatMap((document) => {
    const desk = deskNoteSchema.safeParse(document);
    if (!document || !desk.success) return [];
    const deskCode = document._id.slice(deskNoteId('').length);
    const { at, lastComplete, unsent, setAside, version } = desk.data;
    return [{ code: deskCode, at, lastComplete, unsent, setAside, version, revoked: revoked.has(deskCode) }];
  });
  return { code, name: note.success ? note.data.branchName : code, desks };
}

function isNews(known: readonly Branch[], gathered: readonly Branch[]): boolean {
  if (known.length !== gathered.length) return true;
  return gathered.some((branch, index) => {
    const before = known[index];
    if (before?.code !== branch.code || before.name !== branch.name || before.desks.length !== branch.desks.length) return true;
    return branch.desks.some((desk, place) => {
      const was = before.desks[place];
      return (
        !was ||
        was.code !== desk.code ||
        was.unsent !== desk.unsent ||
        was.setAside !== desk.setAside ||
        was.version !== desk.version ||
        was.revoked !== desk.revoked ||
        desk.at - was.at >= NEWER ||
        desk.lastComplete - was.lastComplete >= NEWER
      );
    });
  });
}
