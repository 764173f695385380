/** The demonstration's three branches at an empty centre: a trainer sees the head office's screens with a year of work in them at once. */
import { setTimeout } from 'node:timers/promises';
import { hashPin } from '#electron/host/pins/create-pins.ts';
import { dayOf, timeOf } from '#shared/core/calendar.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { OFFSET } from '#shared/demo/demo-book.ts';
import { demoBranches, demoCompany, demoPin, headBranch, type DemoBranch } from '#shared/demo/company.ts';
import { demoRecords, type DemoOptions } from '#shared/demo/demo-records.ts';
import { demoPhoto } from '#shared/demo/photo.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { bookOf, branchDatabase, COMPANY_DATABASE, filesDatabase } from '#shared/exchange/books.ts';
import { deskNoteId, type DeskNote } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase, type CouchDatabase } from '#shared/exchange/couch-database.ts';
import { CentreProblem, type Transport } from '#shared/exchange/transport.ts';
import { toCouch } from '#shared/exchange/wire-record.ts';
import { addBranch } from './add-branch.ts';
import { branchCodes, provisionCentre } from './provision-centre.ts';

export interface DemoFilling {
  now: number;
  size: DemoOptions['size'];
  /** Told as it goes on. */
  written(branch: DemoBranch, documents: number): void;
}

const MINUTE = 60_000;
/** Minutes since the branch's desks A, B and C were last heard of: so that the overview shows more than one state. */
const heardOf: Readonly<Record<string, readonly number[]>> = { HZ01: [1, 2, 4], NB01: [3, 95, 6], WZ01: [5, 2 * 24 * 60, 8] };

/** Papers come from the desks A to C of each branch, as at a desk's own demonstration; who joins now gets a letter after those. */
export async function fillWithDemo(server: Transport, { now, size, written }: DemoFilling): Promise<Result<{ documents: number }>> {
  const transport = onceMore(server);
  if ((await branchCodes(transport)).length > 0) return refuse('NotEmpty');
  await provisionCentre(transport, { company: demoCompany });
  const pinHash = await hashPin(demoPin);
  const [hours = 0, minutes = 0] = timeOf(now, OFFSET).split(':').map(Number);
  const company = openCouchDatabase(transport, COMPANY_DATABASE);
  let documents = 0;
  for (const branch of demoBranches) {
    const { code, name } = branch;
    const added = await addBranch(transport, { code, name, isHeadOffice: branch === headBranch });
    if (!added.ok) return added;
    await writePhoto(openCouchDatabase(transport, filesDatabase(code)));
    const own = openCouchDatabase(transport, branchDatabase(code));
    const options: DemoOptions = { size, today: dayOf(now, OFFSET), stopAt: Math.max(60, hours * 60 + minutes), pinHash, branch: code };
    const batches: AnyRecord[][] = [];
    for await (const { records } of demoRecords(options)) batches.push(records);
    let count = 0;
    for (const records of batches) {
      // Each branch's book begins with what the head branch keeps for all.
      const shared = records.filter((record) => bookOf(record, headBranch.code) === 'company');
      const local = records.filter((record) => bookOf(record, headBranch.code) === 'branch' && record.branch === code);
      if (branch === headBranch) count += await write(company, shared);
      count += await write(own, local);
      written(branch, count);
    }
    for (const [at, letter] of ['A', 'B', 'C'].entries())
      await own.write(signOf(`${code}-${letter}`, now - (heardOf[code]?.[at] ?? 0) * MINUTE));
    documents += count;
  }
  return ok({ documents });
}

/** Making a year is seconds of work without a rest: the server closes the idle connection, and what was sent into it never arrived. */
function onceMore(transport: Transport): Transport {
  return async (request) => {
    try {
      return await transport(request);
    } catch (problem) {
      if (!(problem instanceof CentreProblem) || problem.code !== 'unreachable') throw problem;
      await setTimeout(100);
      return transport(request);
    }
  };
}

async function write(database: CouchDatabase, records: readonly AnyRecord[]): Promise<number> {
  const rows = await database.writeMany(records.map((record) => toCouch(record)));
  const failed = rows.find((row) => 'error' in row);
  if (failed && 'error' in failed) throw new CentreProblem('refused', `${failed.id}: ${failed.error} ${failed.reason}`);
  return rows.length;
}

async function writePhoto(files: CouchDatabase): Promise<void> {
  const { type, name, hash } = demoPhoto;
  const content = demoPhoto.content();
  await files.write({ _id: `chunk:${hash}:0`, data: Buffer.from(content).toString('base64') });
  await files.write({ _id: `file:${hash}`, type, name, size: content.length, chunks: 1 });
}

function signOf(code: string, at: number): { _id: string } & DeskNote {
  return { _id: deskNoteId(code), nonce: 'demo', at, lastComplete: at, unsent: 0, setAside: 0, version: '0.1.0' };
}
