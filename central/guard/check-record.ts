import { isSame } from '#shared/core/canonical.ts';
import { foldBody } from '#shared/documents/edited-body.ts';
import { deskRole } from '#shared/exchange/books.ts';
import { checkShape, type GuardedEvent, type GuardedRecord } from './check-shape.ts';
import { refuse, type Fields, type UserContext } from './refuse.ts';
import type { GuardRules, KindRules } from './rules.ts';

/**
 * A business document of a branch's or the company's book. Business rules are not looked at: the centre is never to hold up a desk for
 * them. What is refused is forgery (design 5).
 */
export function checkRecord(rules: GuardRules, newDoc: Fields, oldDoc: Fields | null, user: UserContext, now: number): void {
  const next = checkShape(newDoc);
  const before = oldDoc ? (oldDoc as unknown as GuardedRecord) : null;
  checkPlace(rules, next, before, user);
  const known = rules.kinds[next.kind];
  const kind = known && next.v <= known.v ? known : null;
  checkNumber(kind, next, before, user);
  const added = before ? checkKept(kind, next, before) : next.events;
  for (const event of added) checkNewEvent(rules, next, event, user, now);
  checkBody(kind, next, before, added.length);
}

function checkPlace(rules: GuardRules, record: GuardedRecord, before: GuardedRecord | null, user: UserContext): void {
  if (record.branch !== rules.branch || record.branch === '') refuse('wrong-branch', record.branch);
  const isJudge = user.roles.includes(rules.judgeRole);
  const isVerdict = rules.judgeKinds.includes(record.kind);
  // What people decide about a verdict is added to it at their desks; verdicts are made by the judge alone.
  if (isVerdict ? !isJudge && !before : isJudge) refuse('judge-only', record.kind);
  if (isVerdict) {
    if (record.desk !== rules.judgeDesk) refuse('fields-changed', 'desk');
  } else if (!isOfBranch(rules, record.desk)) refuse('wrong-branch', record.desk);
  if (rules.book !== 'company') return;
  if (!rules.companyKinds.includes(record.kind)) refuse('wrong-book', record.kind);
  if (!user.roles.includes(rules.headOfficeRole)) refuse('head-office-only', record.kind);
}

const isOfBranch = (rules: GuardRules, desk: string): boolean => desk.slice(0, rules.branch.length + 1) === `${rules.branch}-`;

const numberPattern = /^([A-Z]{2})-([A-Z]{2}\d{2}-[A-Z])-\d{4}-\d{4,}$/;

function checkNumber(kind: KindRules | null, next: GuardedRecord, before: GuardedRecord | null, user: UserContext): void {
  if (before && before.no !== '') {
    if (next.no !== before.no) refuse('number-changed', `${before.no} ${next.no}`);
    return;
  }
  if (next.no === '') return;
  const [, type = '', desk = ''] = numberPattern.exec(next.no) ?? [];
  if (type === '' || (kind && kind.numberType !== type)) refuse('number-wrong', next.no);
  if (!user.roles.includes(deskRole(desk))) refuse('number-not-yours', next.no);
}

/** What the centre has stays as it is; returns the events that are new. */
function checkKept(kind: KindRules | null, next: GuardedRecord, before: GuardedRecord): GuardedEvent[] {
  for (const field of ['kind', 'v', 'branch', 'desk', 'source'] as const)
    if (next[field] !== before[field]) refuse('fields-changed', field);
  const byId: Record<string, GuardedEvent> = {};
  for (const event of next.events) byId[event.id] = event;
  for (const event of before.events) {
    const kept = byId[event.id];
    if (!kept || !isSame(kept, event)) refuse('events-changed', event.id);
    delete byId[event.id];
  }
  const added = Object.keys(byId).map((id) => byId[id] as GuardedEvent);
  for (const field of ['day', 'party', 'owner'] as const) {
    if (next[field] === before[field]) continue;
    if (added.length === 0 || (kind && !kind.derives.includes(field))) refuse('fields-changed', field);
  }
  return added;
}

function checkNewEvent(rules: GuardRules, { kind }: GuardedRecord, event: GuardedEvent, user: UserContext, now: number): void {
  const isJudge = user.roles.includes(rules.judgeRole);
  // Events of other desks of the branch pass: a desk heals a centre that lost documents with all that it knows of its own.
  const mayCarry = isJudge ? event.desk === rules.judgeDesk : isOfBranch(rules, event.desk);
  if (!mayCarry) refuse('event-not-yours', event.id);
  if (!isJudge && rules.judgeKinds.includes(kind) && !rules.decisions.includes(event.type)) refuse('judge-only', event.type);
  if (Number(event.id.slice(0, 13)) > now + rules.mostAhead) refuse('clock-ahead', event.id);
}

/** A committed body is frozen; one that may be edited is what its edits make of it. Of kinds it does not know the guard asks for an event. */
function checkBody(kind: KindRules | null, next: GuardedRecord, before: GuardedRecord | null, added: number): void {
  if (kind?.editable) {
    if (!isSame(next.body, foldBody(inOrder(next) as never).body)) refuse('body-changed', next.kind);
    return;
  }
  if (!before || isSame(next.body, before.body)) {
    if (before && kind && next.amount !== before.amount) refuse('fields-changed', 'amount');
    return;
  }
  if (kind || added === 0) refuse('body-changed', next.kind);
}

function inOrder({ events }: GuardedRecord): GuardedEvent[] {
  return events.slice().sort((a, b) => (a.id < b.id ? -1 : 1));
}
