/** Submitting and deciding under an approval chain: one set of events for every kind that needs signatures (QPA-06). */
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { approvalOf, contentOf, isLast, turnOf, type Approval, type Chain, type Matter } from '#shared/policy/approvals.ts';
import { holdsAny, type Deputy, type Role } from '#shared/policy/roles.ts';
import { act, type Blocked, type GateFacts, type Moment, type Overrides } from './act.ts';
import type { Step } from './lifecycle.ts';
import type { Module } from './module.ts';
import type { DocumentRecord } from './record.ts';

/** Posts that may stand in a chain. */
export const approvers: readonly Role[] = ['manager', 'finance', 'planner', 'quality', 'dgmSales', 'dgmFinance', 'gm'];

export interface ApprovalStatuses {
  /** From where it is submitted. */
  from: readonly string[];
  waiting: string;
  approved: string;
  /** After it was sent back or called back: where it is corrected and submitted again, or replaced. */
  back: string;
  refused: string;
}

/**
 * The steps of an approval, to be spread into a lifecycle. `endorsed` is a signature on the way, `approved` the last one. Decide with
 * `sign`, `sendBack`, `refuseApproval`: the posts of a chain are its policy's, a lifecycle only knows who might be one.
 */
export function approvalSteps(statuses: ApprovalStatuses, makers: readonly Role[], gates: Step['gates'] = []) {
  const { from, waiting, approved, back, refused } = statuses;
  const authors = ['committed', 'submitted'];
  return {
    /** data: matter, value, chain, content, policy, comment */
    submitted: { from, to: waiting, by: makers },
    /** data: post, submission (the event it is about), onBehalfOf, delegation, comment */
    endorsed: { from: [waiting], by: approvers, otherThan: authors, awaited: true },
    approved: { from: [waiting], to: approved, by: approvers, otherThan: authors, awaited: true, gates },
    /** data: post, onBehalfOf, delegation, comment. For correction; any number of times. */
    sentBack: { from: [waiting], to: back, by: approvers, otherThan: authors },
    refused: { from: [waiting], to: refused, by: approvers, otherThan: authors },
    /** data: comment. By whoever submitted it. */
    recalled: { from: [waiting], to: back, by: makers },
  } satisfies Record<string, Step>;
}

export interface Submission {
  matter: Matter;
  /** What the authority is measured by; stays on the paper. */
  value: number;
  chain: Chain;
  comment?: string;
  facts?: GateFacts;
  overrides?: Overrides | undefined;
}

export function submit<Body>(
  module: Module<Body>,
  record: DocumentRecord<Body>,
  moment: Moment,
  { matter, value, chain, comment = '', facts = {}, overrides = {} }: Submission,
): Result<DocumentRecord<Body>, Blocked> {
  const data = { matter, value, chain, content: contentOf(record.events), policy: moment.policy.version, comment: comment.trim() };
  return act(module, record, 'submitted', data, moment, facts, overrides);
}

export type Verb = 'sign' | 'sendBack' | 'refuse';

export interface DecisionInput {
  verb: Verb;
  comment: string;
  deputies?: readonly Deputy[];
  facts?: GateFacts;
  overrides?: Overrides | undefined;
}

/**
 * In whose name this person may decide now, or why not: NotWaiting, ApprovalStale, MustBeAnother, PostMayNot. Nobody signs what he wrote, what
 * is written for him (a commission), or twice.
 */
export function seatOf(
  record: Pick<DocumentRecord<unknown>, 'owner' | 'events'>,
  actor: Moment['actor'],
  deputies: readonly Deputy[] = [],
): Result<{ approval: Approval; post: Role; onBehalfOf: string; delegation: string }> {
  const approval = approvalOf(record);
  if (!approval || approval.state !== 'waiting') return refuse('NotWaiting');
  if (approval.isStale) return refuse('ApprovalStale');
  const writers = record.events.filter(({ type }) => type === 'committed' || type === 'submitted').map(({ by }) => by);
  const authors = [...writers, record.owner];
  const signers = approval.signatures.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf]);
  const known = new Set([...authors, ...signers]);
  if (known.has(actor.id)) return refuse('MustBeAnother', { event: authors.includes(actor.id) ? 'submitted' : 'endorsed' });
  const own = approval.waiting.find((post) => actor.roles.includes(post));
  if (own) return ok({ approval, post: own, onBehalfOf: '', delegation: '' });
  const standsIn = ({ posts, matters }: Deputy, post: Role) =>
    posts.includes(post) && (matters.length === 0 || matters.includes(approval.matter));
  for (const post of approval.waiting) {
    const deputy = deputies.filter((one) => standsIn(one, post)).find(({ from }) => !known.has(from));
    if (deputy) return ok({ approval, post, onBehalfOf: deputy.from, delegation: deputy.delegation });
    // Nobody gets his own paper signed by lending his post.
    if (deputies.some((one) => standsIn(one, post))) return refuse('MustBeAnother', { event: 'submitted' });
  }
  return refuse('PostMayNot', { posts: approval.waiting.join(',') });
}

/**
 * Signs, sends back or refuses in the seat the person has. Refuses as `seatOf`, with ReasonMissing (a paper is not sent back without a word),
 * OwnPaper (nobody lets the own paper past a gate) and whatever `act` says.
 */
export function decide<Body>(
  module: Module<Body>,
  record: DocumentRecord<Body>,
  moment: Moment,
  { verb, comment, deputies = [], facts = {}, overrides = {} }: DecisionInput,
): Result<DocumentRecord<Body>, Blocked> {
  const seat = seatOf(record, moment.actor, deputies);
  if (!seat.ok) return seat;
  const { approval, post, onBehalfOf, delegation } = seat.value;
  if (verb !== 'sign' && comment.trim() === '') return refuse('ReasonMissing');
  if (Object.values(overrides).some(({ by }) => by.id === record.owner)) return refuse('OwnPaper');
  const type = verb === 'sign' ? (isLast(approval, post) ? 'approved' : 'endorsed') : verb === 'sendBack' ? 'sentBack' : 'refused';
  const data = { post, submission: approval.submission, comment: comment.trim(), ...(onBehalfOf === '' ? {} : { onBehalfOf, delegation }) };
  // The lifecycle asks for the post itself; the deputy has it by the delegation, and the event keeps the real author.
  const seated: Moment = { ...moment, actor: { ...moment.actor, roles: [...moment.actor.roles, post] } };
  return act(module, record, type, data, seated, facts, overrides);
}

/** Takes a submission back. Only who submitted it may. */
export function recall<Body>(
  module: Module<Body>,
  record: DocumentRecord<Body>,
  moment: Moment,
  comment: string,
): Result<DocumentRecord<Body>, Blocked> {
  const approval = approvalOf(record);
  if (approval?.state !== 'waiting') return refuse('NotWaiting');
  if (approval.submittedBy !== moment.actor.id && !holdsAny(moment.actor, ['manager', 'gm'])) return refuse('OnlySubmitter');
  return act(module, record, 'recalled', { submission: approval.submission, comment: comment.trim() }, moment);
}

/** Signatures still to come, stage by stage, for whoever waits: the stage whose turn it is first. */
export function stillToSign(approval: Approval): Role[][] {
  if (approval.state !== 'waiting') return [];
  const signed = new Set(approval.signatures.map(({ post }) => post));
  const now = turnOf(approval.chain, approval.signatures);
  const rest = approval.chain.map((stage) => stage.filter((post) => !signed.has(post))).filter((stage) => stage.length > 0);
  return now.length === 0 ? [] : rest;
}
