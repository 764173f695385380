/**
 * The law, asked once the network is healed and every desk has exchanged until it was quiet: what was acknowledged is at the centre and at
 * every desk entitled to it exactly once, what was set aside is listed exactly and is nowhere else, all replicas are the same, balances are
 * the sum of what was written, no number stands on two papers.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, isSame } from '#shared/core/canonical.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { bookOf, branchDatabase, COMPANY_DATABASE } from '#shared/exchange/books.ts';
import { isNote } from '#shared/exchange/centre-notes.ts';
import { fromCouch } from '#shared/exchange/wire-record.ts';
import { sumPostings } from '#shared/ledger/posting.ts';
import { seal } from '#shared/modules/registry.ts';
import { toJson } from '../support/fake-database.ts';
import { HEAD_OFFICE } from './centre-set-up.ts';
import type { Installation } from './installation.ts';
import { postingsOf } from './replica.ts';
import type { World } from './world.ts';

type Documents = Map<string, AnyRecord>;

export async function lawBroken(world: World): Promise<string[]> {
  const broken: string[] = [];
  const company = documentsOf(world, COMPANY_DATABASE);
  const whole: Documents = new Map(company);
  const aside = new Set<string>();
  for (const { running } of world.desks) {
    for (const { id } of (await running?.exchange.handlers['centre.setAside'](undefined)) ?? []) aside.add(id);
  }
  // What a centre that was put back refuses now stays where it had arrived before; the desk that wrote it lists it.
  const elsewhere = world.wasPutBack() ? aside : new Set<string>();
  for (const one of world.desks) {
    const branch = documentsOf(world, branchDatabase(one.branch));
    for (const [id, record] of branch) whole.set(id, record);
    await checkDesk(one, world, new Map([...company, ...branch]), elsewhere, broken);
  }
  checkCommands(world, whole, aside, broken);
  checkBodies(world, whole, broken);
  checkNumbers(world, whole, broken);
  return broken;
}

/** The desk has what the centre has, but for what it lists as set aside; its figures are the sum of it. */
async function checkDesk(
  one: Installation,
  world: World,
  entitled: Documents,
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
  const own = new Map(one.page.records().map((record) => [record.id, record]));
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
  const unreadable = world.unreadable.filter(
    ({ database, id }) => [COMPANY_DATABASE, branchDatabase(one.branch)].includes(database) && world.couch.database(database)?.get(id),
  ).length;
  if (status.unreadable !== unreadable) broken.push(`${one.name} counts ${status.unreadable} unreadable documents of ${unreadable}`);
}

function checkCommands(world: World, whole: Documents, aside: ReadonlySet<string>, broken: string[]): void {
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
function checkBodies(world: World, whole: Documents, broken: string[]): void {
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

function checkNumbers(world: World, whole: Documents, broken: string[]): void {
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
function documentsOf(world: World, name: string): Documents {
  const documents: Documents = new Map();
  for (const stored of world.couch.database(name)?.all() ?? []) {
    if (isNote(stored.id)) continue;
    const record = fromCouch({ ...toJson(stored), _id: stored.id, _rev: stored.rev });
    if (!record) continue;
    documents.set(record.id, record);
    const belongs = bookOf(record, HEAD_OFFICE) === 'company' ? COMPANY_DATABASE : branchDatabase(record.branch);
    if (belongs !== name) world.violations.push(`${record.kind} ${record.id} lies in ${name} and not in ${belongs}`);
  }
  return documents;
}

function hashOf(documents: Documents): string {
  const sorted = [...documents.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return createHash('sha256').update(canonicalJson(sorted)).digest('hex');
}

/** Everything at the centre but signs of life, to see whether anything was written. */
export function fingerprintOf(world: World): string {
  const databases = [COMPANY_DATABASE, ...new Set(world.desks.map(({ branch }) => branchDatabase(branch)))];
  const rows = databases.flatMap((name) =>
    (world.couch.database(name)?.all() ?? []).flatMap(({ id, rev }) => (isNote(id) ? [] : [`${name} ${id} ${rev}`])),
  );
  return createHash('sha256').update(rows.join('\n')).digest('hex');
}
