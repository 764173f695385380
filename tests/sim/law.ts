/**
 * The law, asked once the network is healed and every desk has exchanged until it was quiet: what was acknowledged is at the centre and at
 * every desk entitled to it exactly once, what was set aside is listed exactly and is nowhere else, all replicas are the same, balances are
 * the sum of what was written, no number stands on two papers.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, isSame } from '#shared/core/canonical.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { bookOf, branchDatabase, COMPANY_DATABASE, filesDatabase } from '#shared/exchange/books.ts';
import { isNote } from '#shared/exchange/centre-notes.ts';
import type { CouchDocument } from '#shared/exchange/couch-database.ts';
import { fromCouch } from '#shared/exchange/wire-record.ts';
import { sumPostings } from '#shared/ledger/posting.ts';
import { seal } from '#shared/modules/registry.ts';
import type { Installation } from './installation.ts';
import { postingsOf } from './replica.ts';
import type { Truth } from './truth.ts';

/** Desks and centre once everything is quiet. */
export interface Judged {
  desks: readonly Installation[];
  truth: Truth;
  headOffice: string;
  /** Present documents of a database of the centre, notes and guards too. */
  stored(database: string): Promise<CouchDocument[]>;
  /** The server was restored from a backup at some time. */
  wasPutBack(): boolean;
  /** Documents of another company that were there before. */
  isForeign?(record: AnyRecord): boolean;
}

type Documents = Map<string, AnyRecord>;

interface BookAtCentre {
  documents: Documents;
  unreadable: number;
}

export async function lawBroken(world: Judged): Promise<string[]> {
  const broken: string[] = [];
  const company = await bookOfCentre(world, COMPANY_DATABASE, broken);
  const whole: Documents = new Map(company.documents);
  const aside = new Set<string>();
  for (const { running } of world.desks) {
    for (const { id } of (await running?.exchange.handlers['centre.setAside'](undefined)) ?? []) aside.add(id);
  }
  // What a centre that was put back refuses now stays where it had arrived before; the desk that wrote it lists it.
  const elsewhere = world.wasPutBack() ? aside : new Set<string>();
  const branches = new Map<string, BookAtCentre>();
  for (const one of world.desks) {
    const branch = branches.get(one.branch) ?? (await bookOfCentre(world, branchDatabase(one.branch), broken));
    branches.set(one.branch, branch);
    for (const [id, record] of branch.documents) whole.set(id, record);
    const entitled = {
      documents: new Map([...company.documents, ...branch.documents]),
      unreadable: company.unreadable + branch.unreadable,
    };
    await checkDesk(one, world, entitled, elsewhere, broken);
  }
  for (const branch of branches.keys()) await checkFiles(world, branch, broken);
  checkCommands(world, whole, aside, broken);
  checkBodies(world, whole, broken);
  checkNumbers(world, whole, broken);
  return broken;
}

/** The desk has what the centre has, but for what it lists as set aside; its figures are the sum of it. */
async function checkDesk(
  one: Installation,
  world: Judged,
  { documents: entitled, unreadable }: BookAtCentre,
  elsewhere: ReadonlySet<string>,
  broken: string[],
): Promise<void> {
  const { running } = one;
  if (!running) {
    broken.push(`${one.name} does not start`);
    return;
  }
  await one.page.follow(running.journal, running.book.snapshot);
  const status = running.exchange.status();
  if (status.phase !== 'idle' || status.problem !== '') broken.push(`${one.name} is ${status.phase} ${status.problem}`);
  if (status.unsent > 0) broken.push(`${one.name} still has ${status.unsent} to send`);
  const listed = (await running.exchange.handlers['centre.setAside'](undefined)).map(({ id }) => id);
  const own = new Map(one.page.records().flatMap((record) => (world.isForeign?.(record) ? [] : [[record.id, record] as const])));
  const differing: string[] = [];
  for (const id of new Set([...own.keys(), ...entitled.keys()])) {
    const here = own.get(id);
    const there = entitled.get(id);
    if (!isSame(here, there)) differing.push(id);
    if (isSame(here, there) || listed.includes(id) || elsewhere.has(id)) continue;
    const missing = here && there ? there.events.filter(({ id: event }) => !here.events.some((known) => known.id === event)).length : 0;
    const more = here && there ? here.events.filter(({ id: event }) => !there.events.some((known) => known.id === event)).length : 0;
    const how = here && there ? `differs: ${missing} events missing, ${more} more` : here ? 'is not at the centre' : 'is missing';
    broken.push(`${one.name}: ${(here ?? there)?.kind ?? ''} ${id} ${how}`);
  }
  for (const id of listed) if (!differing.includes(id)) broken.push(`${one.name}: ${id} is listed as set aside and is at the centre`);
  if (listed.length === 0 && elsewhere.size === 0 && hashOf(own) !== hashOf(entitled))
    broken.push(`${one.name}: its hash is not the centre's`);
  compareBalances(`${one.name}: kept balances`, one.page.kept(), sumPostings([...own.values()].flatMap(postingsOf)), broken);
  if (status.unreadable !== unreadable) broken.push(`${one.name} counts ${status.unreadable} unreadable documents of ${unreadable}`);
}

/** Photos: what one desk of a branch has, the centre and all desks of the branch have. */
async function checkFiles(world: Judged, branch: string, broken: string[]): Promise<void> {
  const ids = (await world.stored(filesDatabase(branch))).map(({ _id }) => _id);
  const there = new Set(ids.flatMap((id) => (id.startsWith('file:') ? [id.slice('file:'.length)] : [])));
  const desks = world.desks.filter((one) => one.branch === branch);
  const all = new Set([...there, ...desks.flatMap(({ running }) => running?.files.hashes() ?? [])]);
  for (const hash of all) {
    const short = hash.slice(0, 8);
    if (!there.has(hash)) broken.push(`file ${short} is not at the centre`);
    for (const { name, running } of desks) if (!running?.files.has(hash)) broken.push(`${name} has no file ${short}`);
  }
}

function checkCommands(world: Judged, whole: Documents, aside: ReadonlySet<string>, broken: string[]): void {
  for (const { documents, isAcknowledged, isExcused, id: command } of world.truth.commands()) {
    if (!isAcknowledged || isExcused) continue;
    for (const { id, kind, events, no } of documents) {
      const there = whole.get(id);
      const known = new Map<string, number>();
      for (const event of there?.events ?? []) known.set(event.id, (known.get(event.id) ?? 0) + 1);
      const lost = events.filter((event) => !known.has(event.id));
      if (lost.length > 0 && !aside.has(id)) broken.push(`command ${command}: ${lost.length} events of ${kind} ${id} are lost`);
      if ([...known.values()].some((count) => count > 1)) broken.push(`${kind} ${id} has an event twice`);
      if (there && no !== '' && there.no !== no) broken.push(`${kind} ${id}: its number was ${no} and is ${there.no}`);
    }
  }
}

/** What is at the centre is what the commands made, no more and nothing else. */
function checkBodies(world: Judged, whole: Documents, broken: string[]): void {
  const expected: AnyRecord[] = [];
  for (const [id, there] of whole) {
    const made = world.truth.document(id);
    if (!made) {
      broken.push(`${there.kind} ${id} was made by nobody`);
      continue;
    }
    const events = made.events.filter((event) => there.events.some((known) => known.id === event.id));
    const wanted = events.length === made.events.length ? made : seal({ ...(world.truth.first(id) ?? made), events });
    expected.push(wanted);
    if (!isSame({ ...wanted, no: there.no }, there))
      broken.push(`${there.kind} ${id} is not what was written: ${difference(wanted, there)}`);
  }
  compareBalances(
    'balances at the centre',
    sumPostings([...whole.values()].flatMap(postingsOf)),
    sumPostings(expected.flatMap(postingsOf)),
    broken,
  );
}

function checkNumbers(world: Judged, whole: Documents, broken: string[]): void {
  const twins = new Set(world.truth.commands().flatMap(({ isTwin, documents }) => (isTwin ? documents.map(({ id }) => id) : [])));
  const byNumber = new Map<string, string>();
  for (const { no, id } of whole.values()) {
    const other = byNumber.get(no);
    if (no !== '' && other !== undefined && !twins.has(id) && !twins.has(other)) broken.push(`number ${no} stands on ${other} and ${id}`);
    byNumber.set(no, id);
  }
}

function compareBalances(name: string, found: ReadonlyMap<string, number>, wanted: ReadonlyMap<string, number>, broken: string[]): void {
  for (const account of new Set([...found.keys(), ...wanted.keys()])) {
    const [is, should] = [found.get(account) ?? 0, wanted.get(account) ?? 0];
    if (is !== should) broken.push(`${name}: ${account} is ${is}, not ${should}`);
  }
}

function difference(a: AnyRecord, b: AnyRecord): string {
  const names = Object.keys(b) as (keyof AnyRecord)[];
  return names
    .flatMap((name) =>
      isSame(a[name], b[name]) ? [] : [`${name} ${canonicalJson(b[name]).slice(0, 120)} ≠ ${canonicalJson(a[name]).slice(0, 120)}`],
    )
    .join('; ');
}

/** Business documents of one database; each must be where it belongs. */
async function bookOfCentre(world: Judged, name: string, broken: string[]): Promise<BookAtCentre> {
  const book: BookAtCentre = { documents: new Map(), unreadable: 0 };
  for (const document of await world.stored(name)) {
    if (isNote(document._id)) continue;
    const record = fromCouch(document);
    if (!record) book.unreadable += 1;
    if (!record || world.isForeign?.(record)) continue;
    book.documents.set(record.id, record);
    const belongs = bookOf(record, world.headOffice) === 'company' ? COMPANY_DATABASE : branchDatabase(record.branch);
    if (belongs !== name) broken.push(`${record.kind} ${record.id} lies in ${name} and not in ${belongs}`);
  }
  return book;
}

function hashOf(documents: Documents): string {
  const sorted = [...documents.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return createHash('sha256').update(canonicalJson(sorted)).digest('hex');
}

/** Everything at the centre but signs of life, to see whether anything was written. */
export async function fingerprintOf(world: Judged): Promise<string> {
  const sum = createHash('sha256');
  for (const name of [COMPANY_DATABASE, ...new Set(world.desks.map(({ branch }) => branchDatabase(branch)))]) {
    const rows = (await world.stored(name)).flatMap(({ _id, _rev }) => (isNote(_id) ? [] : [`${name} ${_id} ${_rev}`]));
    sum.update(rows.toSorted().join('\n'));
  }
  return sum.digest('hex');
}
