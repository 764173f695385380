/** What waits for somebody's signature, over all kinds, and what one's own papers wait for. Found by status, without looking through the book. */
import { dayOf, daysBetween, type Day } from '#shared/core/calendar.ts';
import { hlcMilliseconds, type Hlc } from '#shared/core/hybrid-clock.ts';
import { allowedSteps } from '#shared/documents/allowed-steps.ts';
import { seatOf, stillToSign } from '#shared/documents/approve.ts';
import type { AnyModule } from '#shared/documents/module.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { approvalOf, type Approval } from '#shared/policy/approvals.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import type { GateId } from '#shared/policy/gates.ts';
import { policyDefaults } from '#shared/policy/parameters.ts';
import { wholeLoans, type Actor, type Deputy, type Role } from '#shared/policy/roles.ts';
import { deputiesOf } from './delegation/rules.ts';
import { modules } from './registry.ts';

export interface Waiting {
  record: AnyRecord;
  /** Steps the person may take now. Under a chain: 'endorsed' or 'approved', by `decideOn`. */
  steps: readonly string[];
  /** Gates of those steps: their facts are to be looked at before. */
  gates: readonly GateId[];
  /** The chain with what was signed and said so far; null for a single signature. */
  approval: Approval | null;
  /** For which post, and in whose place ('': the own). */
  post: Role | '';
  onBehalfOf: string;
  /** Event since which it waits. */
  since: Hlc;
  days: number;
  isLate: boolean;
}

export interface Asking {
  actor: Actor;
  today: Day;
  offsetMinutes: number;
  parameters: Parameters;
}

/** Rows looked at per kind and status. */
const MOST = 300;

/** Longest waiting first. `complete`: false when there is more of a kind than was looked at. */
export async function waitingFor(read: Reader, asking: Asking): Promise<{ items: Waiting[]; complete: boolean }> {
  const deputies = await deputiesOf(read, asking.actor.id, asking.today);
  const posts = new Set([...asking.actor.roles, ...deputies.flatMap((deputy) => deputy.posts)]);
  const places = modules.flatMap((module) => statusesAwaiting(module, posts).map((status) => ({ module, status })));
  const found = await Promise.all(places.map(({ module, status }) => read.all({ kind: module.kind, status }, MOST)));
  const items = found.flatMap(({ rows }, index) => {
    const module = places[index]?.module;
    return module ? rows.flatMap((record) => waitingOn(module, record, asking, deputies) ?? []) : [];
  });
  return { items: items.toSorted((a, b) => (a.since < b.since ? -1 : 1)), complete: found.every(({ complete }) => complete) };
}

function statusesAwaiting(module: AnyModule, posts: ReadonlySet<Role>): string[] {
  const steps = Object.values(module.lifecycle.steps).filter((step) => step.awaited === true && step.by.some((role) => posts.has(role)));
  return [...new Set(steps.flatMap(({ from }) => from))];
}

function waitingOn(module: AnyModule, record: AnyRecord, asking: Asking, deputies: readonly Deputy[]): Waiting | null {
  const { steps } = module.lifecycle;
  if (steps.endorsed) {
    const seat = seatOf(record, asking.actor, deputies);
    if (!seat.ok) return null;
    const { approval, post, onBehalfOf } = seat.value;
    const isLast = approval.waiting.length === 1 && stillToSign(approval).flat().length === 1;
    const step = isLast ? 'approved' : 'endorsed';
    return { record, steps: [step], gates: steps[step]?.gates ?? [], approval, post, onBehalfOf, ...ageOf(approval.since, asking) };
  }
  const person = { ...asking.actor, lent: deputies };
  const open = allowedSteps(module, record, person).filter(
    ({ step, refusal }) => refusal === null && steps[step]?.awaited === true && isAskedFor(record, step, steps[step].after),
  );
  if (open.length === 0) return null;
  const wanted = open.flatMap(({ step }) => steps[step]?.by ?? []);
  const own = wanted.find((role) => person.roles.includes(role));
  const loan = own ? undefined : wholeLoans(person, wanted)[0];
  const asked = new Set(['committed', ...open.flatMap(({ step }) => steps[step]?.after ?? [])]);
  const moved = record.events.findLast(({ type }) => asked.has(type) || steps[type]?.to !== undefined);
  return {
    record,
    steps: open.map(({ step }) => step),
    gates: open.flatMap(({ gates }) => [...gates]),
    approval: null,
    post: own ?? loan?.posts.find((role) => wanted.includes(role)) ?? '',
    onBehalfOf: loan?.from ?? '',
    ...ageOf(moved?.id ?? '', asking),
  };
}

/** Nothing to wait for: always. Otherwise only while the event is not answered yet. */
function isAskedFor({ events }: AnyRecord, step: string, after: string | undefined): boolean {
  const at = (wanted: string) => events.findLastIndex(({ type }) => type === wanted);
  return after === undefined || at(after) > at(step);
}

export interface Pending {
  record: AnyRecord;
  approval: Approval;
  /** Stages still to sign, the one whose turn it is first. */
  still: readonly (readonly Role[])[];
  since: Hlc;
  days: number;
  isLate: boolean;
}

/** The person's own papers that wait for others, longest first: whom they wait for, and which must be submitted again (`approval.isStale`). */
export async function waitingOf(read: Reader, asking: Asking): Promise<Pending[]> {
  const places = modules.flatMap((module) =>
    (module.lifecycle.steps.endorsed?.from ?? []).map((status) => ({ kind: module.kind, status })),
  );
  const found = await Promise.all(places.map((place) => read.all(place, MOST)));
  const pending = found.flatMap(({ rows }) =>
    rows.flatMap((record): Pending[] => {
      const approval = approvalOf(record);
      if (!approval || (approval.submittedBy !== asking.actor.id && record.owner !== asking.actor.id)) return [];
      return [{ record, approval, still: stillToSign(approval), ...ageOf(approval.since, asking) }];
    }),
  );
  return pending.toSorted((a, b) => (a.since < b.since ? -1 : 1));
}

function ageOf(since: Hlc, { today, offsetMinutes, parameters }: Asking): { since: Hlc; days: number; isLate: boolean } {
  const days = since === '' ? 0 : Math.max(0, daysBetween(dayOf(hlcMilliseconds(since), offsetMinutes), today));
  const limit = parameters['approval.late_days'] ?? policyDefaults['approval.late_days'];
  return { since, days, isLate: days >= Number(limit) };
}
