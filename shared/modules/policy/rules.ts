/** The sales policy: prices, discounts, gate parameters and authority, one version after the other (design, idea 4; QPA-01). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Moment } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { parsePosts } from '#shared/policy/approvals.ts';
import type { Facts, Parameters } from '#shared/policy/gate.ts';
import { policyDefaults } from '#shared/policy/parameters.ts';
import { holdsAny, type Role } from '#shared/policy/roles.ts';
import { staff } from '../staff/module.ts';
import { checkParameters } from './check-parameters.ts';
import { policy, policyAtOnce, type Policy } from './module.ts';

/** Statuses of a policy that holds or held. */
const standing = new Set(['issued', 'superseded']);

/**
 * The policy in force on a day: the highest version that was issued and whose first day has come; two desks that issued the same number apart
 * agree on the later document. null: none yet.
 */
export function policyOn(known: readonly AnyRecord[], day: Day): DocumentRecord<Policy> | null {
  const held = known.filter(({ kind, status }) => kind === policy.kind && standing.has(status)).map((row) => policy.read(row));
  return (
    held
      // A body of version 1, as the centre may hold it, has no first day.
      .filter(({ body }) => (body.validFrom ?? '') <= day)
      .toSorted((a, b) => b.body.version - a.body.version || (a.id < b.id ? 1 : -1))[0] ?? null
  );
}

/** Version and parameters in force on a day. Version 0: defaults only. */
export function newestPolicy(known: readonly AnyRecord[], day: Day): { version: number; parameters: Parameters } {
  const newest = policyOn(known, day);
  return newest ? { version: newest.body.version, parameters: newest.body.parameters } : { version: 0, parameters: {} };
}

/** The whole policy in force on a day, with its prices. */
export async function readPolicy(read: Reader, day: Day): Promise<DocumentRecord<Policy> | null> {
  return policyOn((await read.all({ kind: policy.kind })).rows, day);
}

export async function policyInForce(read: Reader, day: Day): Promise<{ version: number; parameters: Parameters }> {
  return newestPolicy((await read.all({ kind: policy.kind })).rows, day);
}

/** What the policy in force sets; for figures that a screen computes with the rules' own functions. */
export async function parametersInForce(read: Reader, day: Day): Promise<Parameters> {
  return (await policyInForce(read, day)).parameters;
}

/** What G-01 reads. `bound`: the version the paper was made under. */
export async function policyFacts(read: Reader, day: Day, bound?: number): Promise<Facts> {
  const found = await readPolicy(read, day);
  const atOnce = found !== null && found.body.atOnce !== false;
  return {
    version: found?.body.version ?? 0,
    decided: atOnce || found?.events.some(({ type }) => type === 'decided') === true,
    issued: atOnce || found?.events.some(({ type }) => type === 'issued') === true,
    ...(bound === undefined ? {} : { bound }),
  };
}

/** Posts that may issue. Where nobody holds the post that the policy names, the sales manager does. */
async function issuers(read: Reader, parameters: Parameters): Promise<Role[]> {
  const posts = parsePosts(String(parameters['policy.issuer'] ?? policyDefaults['policy.issuer'])) ?? [];
  const people = (await read.all({ kind: staff.kind, status: 'active' })).rows.map((row) => staff.read(row).body);
  return people.some((person) => person.roles.some((role) => posts.includes(role))) ? posts : ['manager'];
}

/**
 * Puts other parameters in force at once, where there is no meeting and no general manager. Only what differs from the defaults is kept.
 * Refuses with UnknownParameter, ParameterNotAllowed, NothingChanged, MeetingDecides.
 */
export function issuePolicy(parameters: Parameters, note: string): Decide<{ version: number }> {
  return async (read, moment) => {
    const checked = checkParameters(parameters);
    if (!checked.ok) return checked;
    const whole = { ...policyDefaults, ...parameters };
    const inForce = await readPolicy(read, moment.today);
    const before = { ...policyDefaults, ...inForce?.body.parameters };
    const same = Object.keys(whole).every((name) => whole[name] === before[name]);
    if (same && inForce) return refuse('NothingChanged');
    const posts = await issuers(read, inForce?.body.parameters ?? {});
    if (!posts.includes('manager') && !holdsAny(moment.actor, posts)) return refuse('MeetingDecides', { posts: posts.join(',') });
    const version = (await lastVersion(read)) + 1;
    const { prices = [], discounts = [], reminder = '' } = inForce?.body ?? {};
    const body = { ...policyAtOnce(version, differing(parameters), note.trim()), prices, discounts, reminder };
    const made = commitNew(policy, body, moment);
    if (!made.ok) return made;
    const superseded = await supersede(read, made.value, moment.today, moment);
    return superseded.ok ? ok({ records: [untyped(made.value), ...superseded.value], answer: { version } }) : superseded;
  };
}

export type PolicyInput = Omit<Policy, 'version' | 'atOnce'>;

/**
 * A version for the operating meeting to decide. Refuses with UnknownParameter, ParameterNotAllowed, DayIsPast, FloorAbovePrice, SameProduct.
 */
export function draftPolicy(input: PolicyInput): Decide<{ policy: string; version: number }> {
  return async (read, moment) => {
    const checked = checkParameters(input.parameters);
    if (!checked.ok) return checked;
    if (input.validFrom !== '' && input.validFrom < moment.today) return refuse('DayIsPast', { day: input.validFrom });
    const crossed = input.prices.find(({ price, floor }) => floor > price);
    if (crossed) return refuse('FloorAbovePrice', { floor: crossed.floor, price: crossed.price });
    const twice = input.prices.find(({ product }, index) => input.prices.findIndex((other) => other.product === product) !== index);
    if (twice) return refuse('SameProduct', { name: twice.name });
    const version = (await lastVersion(read)) + 1;
    const body: Policy = { ...input, parameters: differing(input.parameters), version, atOnce: false };
    const made = commitNew(policy, body, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: { policy: made.value.id, version } }) : made;
  };
}

export interface Minutes {
  day: Day;
  minutes: string;
  /** Who was there. */
  present: readonly string[];
  /** Signed minutes, '' when none are kept here. */
  file: string;
}

/** The operating meeting (经营联席会) decided it. Refuses with NotFound, TextMissing, NobodyPresent, DayInFuture. */
export function decidePolicy(id: string, minutes: Minutes): Decide {
  return async (read, moment) => {
    const draft = await readAs(read, policy, id);
    if (!draft) return refuse('NotFound', { id });
    if (minutes.minutes.trim() === '') return refuse('TextMissing');
    if (minutes.present.length === 0) return refuse('NobodyPresent');
    if (minutes.day > moment.today) return refuse('DayInFuture', { day: minutes.day });
    const decided = act(policy, draft, 'decided', { ...minutes, minutes: minutes.minutes.trim() }, moment);
    return decided.ok ? ok({ records: [untyped(decided.value)], answer: null }) : decided;
  };
}

/**
 * Issued: from its first day on it is the policy, and the ones before are superseded. Refuses with NotFound, PostMayNot, PolicyOvertaken (another
 * one was issued meanwhile), DayIsPast (a policy never reaches back).
 */
export function issueDraft(id: string): Decide<{ version: number }> {
  return async (read, moment) => {
    const draft = await readAs(read, policy, id);
    if (!draft) return refuse('NotFound', { id });
    const { version, validFrom } = draft.body;
    const posts = await issuers(read, moment.policy.parameters);
    if (!holdsAny(moment.actor, posts)) return refuse('PostMayNot', { posts: posts.join(',') });
    const rows = (await read.all({ kind: policy.kind })).rows.filter(({ status }) => standing.has(status));
    const last = Math.max(0, ...rows.map((row) => policy.read(row).body.version));
    if (last >= version) return refuse('PolicyOvertaken', { version, last });
    if (validFrom !== '' && validFrom < moment.today) return refuse('DayIsPast', { day: validFrom });
    const post = posts.find((one) => moment.actor.roles.includes(one)) ?? '';
    const issued = act(policy, draft, 'issued', { post, day: moment.today }, moment);
    if (!issued.ok) return issued;
    const superseded = await supersede(read, issued.value, validFrom || moment.today, moment);
    return superseded.ok ? ok({ records: [untyped(issued.value), ...superseded.value], answer: { version } }) : superseded;
  };
}

/** Refuses with NotFound, ReasonMissing. */
export function withdrawPolicy(id: string, reason: string): Decide {
  return async (read, moment) => {
    const draft = await readAs(read, policy, id);
    if (!draft) return refuse('NotFound', { id });
    if (reason.trim() === '') return refuse('ReasonMissing');
    const withdrawn = act(policy, draft, 'withdrawn', { reason: reason.trim() }, moment);
    return withdrawn.ok ? ok({ records: [untyped(withdrawn.value)], answer: null }) : withdrawn;
  };
}

/**
 * Says on the earlier versions that another one follows. Those of another branch are left alone, and so are those of a body version before 2:
 * a frozen body that comes back in a newer shape is refused at the centre. Which one holds is worked out from all of them anyway.
 */
async function supersede(read: Reader, next: DocumentRecord<Policy>, day: Day, moment: Moment): Promise<Result<AnyRecord[]>> {
  const rows = (await read.all({ kind: policy.kind, status: 'issued' })).rows;
  const done: AnyRecord[] = [];
  for (const row of rows) {
    if (row.id === next.id || row.branch !== moment.branch || !row.events.some(({ type }) => type === 'issued')) continue;
    const data = { policy: next.id, version: next.body.version, day };
    const marked = act(policy, policy.read(row), 'superseded', data, moment);
    if (!marked.ok) return marked;
    done.push(untyped(marked.value));
  }
  return ok(done);
}

async function lastVersion(read: Reader): Promise<number> {
  return Math.max(0, ...(await read.all({ kind: policy.kind })).rows.map((row) => policy.read(row).body.version));
}

function differing(parameters: Parameters): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name, value]) => value !== policyDefaults[name]));
}
