import type { Day } from '#shared/core/calendar.ts';
import type { Hlc } from '#shared/core/hybrid-clock.ts';
import { ok, refuse, type Refusal, type Result } from '#shared/core/result.ts';
import { mirror, type Ulid } from '#shared/core/ulid.ts';
import { cutText } from '#shared/core/cut-text.ts';
import { evaluateGate, type Facts, type GateOutcome, type Override, type Parameters } from '#shared/policy/gate.ts';
import { gates, type GateId } from '#shared/policy/gates.ts';
import { holdsAny, wholeLoans, type Actor, type Deputy } from '#shared/policy/roles.ts';
import { editOf, foldBody } from './edited-body.ts';
import { FIRST, foldStatus, type Step } from './lifecycle.ts';
import type { AnyModule, Module } from './module.ts';
import type { AnyRecord, DocumentEvent, DocumentRecord } from './record.ts';

/** Who acts, where and when. The clock and the id generator come in as functions: nothing here reads a clock. */
export interface Moment {
  /** Milliseconds since 1970. */
  now: number;
  today: Day;
  hlc(): Hlc;
  newId(): Ulid;
  actor: Actor;
  /** 'HZ01-A' */
  desk: string;
  branch: string;
  policy: { version: number; parameters: Parameters };
}

/** What each gate of a step is to read, by gate id. A gate without facts blocks: an absent fact never lets anything through. */
export type GateFacts = Partial<Record<GateId, Facts>>;
export type Overrides = Partial<Record<GateId, Override>>;

export interface Blocked extends Refusal {
  /** The gates that said no, with their numbers, when `code` is 'Blocked'. */
  outcomes?: readonly GateOutcome[];
}

export interface Links {
  id?: Ulid;
  owner?: string;
  party?: string;
  source?: string;
  day?: Day;
  /** Gates that guard the making itself, with what they read. Each named gate is judged; one without facts blocks. */
  gates?: readonly GateId[];
  facts?: GateFacts;
  overrides?: Overrides;
}

/**
 * A new document: body, first event, everything derived; or why not: the actor's post may not make one, or a gate holds it back.
 * `no` stays '' until the host gives it with the durable write.
 */
export function commitNew<Body>(
  module: Module<Body>,
  body: Body,
  moment: Moment,
  links: Links = {},
): Result<DocumentRecord<Body>, Blocked> {
  if (!holdsAny(moment.actor, module.makers)) return refuse('PostMayNot', { posts: module.makers.join(',') });
  const outcomes = checkGates(links.gates ?? [], links.facts ?? {}, moment, links.overrides);
  const blocked = blockedBy(outcomes);
  if (blocked) return { ok: false, refusal: blocked };
  const id = links.id ?? moment.newId();
  const first: DocumentEvent = {
    id: moment.hlc(),
    by: moment.actor.id,
    desk: moment.desk,
    type: FIRST,
    data: module.editable ? { body } : {},
  };
  if (outcomes.length > 0) first.stamp = outcomes.map((outcome) => outcome.stamp);
  const day = links.day ?? moment.today;
  return ok(
    module.read(
      sealRecord(module, {
        id,
        kind: module.kind,
        v: module.v,
        no: '',
        branch: moment.branch,
        desk: moment.desk,
        owner: links.owner ?? moment.actor.id,
        party: links.party ?? '',
        source: links.source ?? '',
        day,
        seek: seekOf(day, id),
        status: module.lifecycle.initial,
        amount: 0,
        title: '',
        body: body as Record<string, unknown>,
        events: [first],
      }),
    ),
  );
}

function blockedBy(outcomes: readonly GateOutcome[]): Blocked | null {
  const blocked = outcomes.filter((outcome) => outcome.result === 'blocked');
  return blocked.length > 0 ? { code: 'Blocked', outcomes: blocked } : null;
}

/**
 * Adds one event to a document, or says why not: the step does not exist from this status, the actor's post may not,
 * the actor did the step that somebody else must check, or a gate holds it back. A signature given on a lent post says for whom.
 */
export function act<Body>(
  module: Module<Body>,
  record: DocumentRecord<Body>,
  type: string,
  data: Record<string, unknown>,
  moment: Moment,
  facts: GateFacts = {},
  overrides: Overrides = {},
): Result<DocumentRecord<Body>, Blocked> {
  const allowed = mayAct(module, record, type, moment.actor);
  if (!allowed.ok) return allowed;
  const foreign = keptElsewhere(record, moment);
  if (foreign) return foreign;
  const outcomes = checkGates(allowed.value, facts, moment, overrides);
  const blocked = blockedBy(outcomes);
  if (blocked) return { ok: false, refusal: blocked };
  const loan = standIn(module.lifecycle.steps[type], record, moment.actor);
  const inPlace = loan ? { onBehalfOf: loan.from, delegation: loan.delegation } : {};
  const event: DocumentEvent = { id: moment.hlc(), by: moment.actor.id, desk: moment.desk, type, data: { ...data, ...inPlace } };
  if (outcomes.length > 0) event.stamp = outcomes.map((outcome) => outcome.stamp);
  return ok(module.read(sealRecord(module, { ...untyped(record), events: [...record.events, event] })));
}

/** Evaluates gates outside a lifecycle step, e.g. before a document is made at all. */
export function checkGates(ids: readonly GateId[], facts: GateFacts, moment: Moment, overrides: Overrides = {}): GateOutcome[] {
  return ids.map((id) => evaluateGate(gates[id], facts[id] ?? {}, moment.policy, overrides[id]));
}

/** The gates of the step when status, post and separation of duties allow it. */
export function mayAct(
  module: Pick<AnyModule, 'kind' | 'lifecycle'>,
  record: Pick<AnyRecord, 'status' | 'events'>,
  type: string,
  actor: Actor,
): Result<readonly GateId[], Refusal> {
  const step = module.lifecycle.steps[type];
  if (!step) throw new TypeError(`${module.kind} has no step ${type}`);
  if (!step.from.includes(record.status)) return refuse('StatusPassed', { status: record.status });
  if (!holdsAny(actor, step.by) && !standIn(step, record, actor)) return refuse('PostMayNot', { posts: step.by.join(',') });
  const own = doneBy(record, actor.id, step);
  if (own) return refuse('MustBeAnother', { event: own.type });
  return ok(step.gates ?? []);
}

/** The loan this person signs on, where somebody waits for the signature and the own posts do not give it. Nobody gets his own paper signed by lending his post. */
function standIn(step: Step | undefined, record: Pick<AnyRecord, 'events'>, actor: Actor): Deputy | null {
  if (!step?.awaited || holdsAny(actor, step.by)) return null;
  return wholeLoans(actor, step.by).find(({ from }) => !doneBy(record, from, step)) ?? null;
}

/** What this person did on the paper, or somebody in the person's place, that another must check. */
function doneBy({ events }: Pick<AnyRecord, 'events'>, person: string, { otherThan = [] }: Step): DocumentEvent | undefined {
  return events.find(({ type, by, data }) => otherThan.includes(type) && (by === person || data.onBehalfOf === person));
}

/** Changes fields of an editable document; the same record when nothing changed. */
export function editRecord<Body extends Record<string, unknown>>(
  module: Module<Body>,
  record: DocumentRecord<Body>,
  body: Body,
  moment: Moment,
): Result<DocumentRecord<Body>> {
  if (!module.editable) throw new TypeError(`${module.kind} is frozen once committed`);
  if (!holdsAny(moment.actor, module.makers)) return refuse('PostMayNot', { posts: module.makers.join(',') });
  const foreign = keptElsewhere(record, moment);
  if (foreign) return foreign;
  const edit = editOf(record.body, body);
  if (!edit) return ok(record);
  const event: DocumentEvent = { id: moment.hlc(), by: moment.actor.id, desk: moment.desk, type: 'edited', data: edit };
  return ok(module.read(sealRecord(module, { ...untyped(record), events: [...record.events, event] })));
}

/** The head office's master data are read by every branch and changed where they are kept: the centre would refuse it from here. */
export function keptElsewhere(record: Pick<AnyRecord, 'branch'>, moment: Pick<Moment, 'branch'>): { ok: false; refusal: Refusal } | null {
  return record.branch === moment.branch ? null : refuse('OtherBranchKeepsIt', { branch: record.branch });
}

/** Recomputes everything that follows from body and events: edited body, status, title, amount, seek key. */
export function sealRecord(module: AnyModule, record: AnyRecord): AnyRecord {
  const body = module.editable ? foldBody(record.events).body : record.body;
  const { title, amount } = module.describe(body);
  const derived = { ...record, ...module.derive({ ...record, body: { ...body } }) };
  return {
    ...derived,
    body: { ...body },
    status: foldStatus(module.lifecycle, record.events, body).status,
    title: cutText(title, 200),
    amount,
    seek: seekOf(derived.day, record.id),
  };
}

/** Mirror of business date and id: ascending is newest first. */
export function seekOf(day: Day, id: Ulid): string {
  return mirror(day.replaceAll('-', '') + id);
}

/** The record as the store holds it. */
export function untyped<Body>(record: DocumentRecord<Body>): AnyRecord {
  return record as unknown as AnyRecord;
}
