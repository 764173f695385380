/**
 * Who signs what, and what was signed (QPA-06, QPA-07). A chain is a list of stages; the posts of one stage sign in any order, the stages one
 * after the other. Which chain applies follows from the authority matrix of the sales policy and is written into the paper when it is submitted.
 */
import type { Hlc } from '#shared/core/hybrid-clock.ts';
import type { DocumentEvent } from '#shared/documents/record.ts';
import type { Parameters } from './gate.ts';
import { roles, type Role } from './roles.ts';

export type Chain = readonly (readonly Role[])[];

/** A row of the matrix: the chain for values up to and with `upTo`; null: however large. */
export interface Tier {
  upTo: number | null;
  chain: Chain;
}

/**
 * The authority matrix as text: `manager:500; manager>dgmSales:2000; manager>dgmSales>gm`. Up to 500 the manager alone, and so on; `>` is
 * one after the other, `+` both in any order. Discounts in basis points of the policy price, everything else in fen.
 */
export const approvalParameters = {
  /** Price below the policy's, by basis points (QPA-04, S12.20, S15.26). */
  'approval.quotation': 'manager:500; manager>dgmSales:2000; manager>dgmSales>gm',
  /** S5.7, S5.8. */
  'approval.application': 'manager>gm',
  /** S5.22, S5.23. */
  'approval.notice': 'dgmSales',
  /** Who fixes a grade within its table (S4.16, S5.17); above it the deputy general manager for finance does. */
  'approval.credit': 'finance',
  /** S5.43; finance looks at the tax particulars first. */
  'approval.invoice': 'finance>dgmFinance',
  /** S5.35, S5.36. */
  'approval.commission': 'finance>dgmFinance>gm',
  'approval.interest': 'dgmFinance',
  /** The supervisor's signature on a claim (S8.22), by what is claimed. */
  'approval.expense': 'manager:500000; manager>dgmFinance:2000000; manager>dgmFinance>gm',
  /** Days after which a paper that waits for a signature is late. */
  'approval.late_days': 3,
} satisfies Parameters;

export const matters = ['quotation', 'application', 'notice', 'credit', 'invoice', 'commission', 'interest', 'expense'] as const;
export type Matter = (typeof matters)[number];

/** null: not a matrix. Limits rise, only the last tier may be without one, and no post signs twice. */
export function parseMatrix(text: string): Tier[] | null {
  const tiers = text.split(';').map((part) => parseTier(part.trim()));
  if (tiers.some((tier) => tier === null)) return null;
  const found = tiers.flatMap((tier) => tier ?? []);
  const rises = found.every(({ upTo }, index) => {
    const before = index === 0 ? -1 : found[index - 1]?.upTo;
    return typeof before === 'number' && (upTo === null || upTo > before);
  });
  return rises && found.at(-1)?.upTo === null ? found : null;
}

function parseTier(text: string): Tier | null {
  const match = /^([\w+>\s]+)(?::\s*(\d{1,14}))?$/.exec(text);
  const chain = (match?.[1] ?? '').split('>').map((stage) => stage.split('+').map((post) => post.trim()));
  const posts = chain.flat();
  if (!match || !posts.every(isRole) || new Set(posts).size !== posts.length) return null;
  return { upTo: match[2] === undefined ? null : Number(match[2]), chain: chain as Chain };
}

/** 'gm,dgmSales' → posts; null when one is none. */
export function parsePosts(text: string): Role[] | null {
  const posts = text.split(',').map((post) => post.trim());
  return posts.every(isRole) ? posts : null;
}

function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** The chain for this matter and value under the policy in force. A matrix the policy spoiled falls back to the usual one. */
export function chainFor(parameters: Parameters, matter: Matter, value: number): Chain {
  return tiersFor(parameters, matter, value)[0]?.chain ?? [];
}

/**
 * The same for a paper about oneself: the posts one holds are left out, and where nobody is left the next tier up signs. Somebody above whom
 * there is nobody keeps the chain: a colleague of the same post signs, or whoever stands in.
 */
export function chainAbove(parameters: Parameters, matter: Matter, value: number, own: readonly Role[]): Chain {
  const above = tiersFor(parameters, matter, value)
    .map(({ chain }) => chain.map((stage) => stage.filter((post) => !own.includes(post))).filter((stage) => stage.length > 0))
    .find((chain) => chain.length > 0);
  return above ?? chainFor(parameters, matter, value);
}

/** The tier for this value and those above it. */
function tiersFor(parameters: Parameters, matter: Matter, value: number): Tier[] {
  const usual = approvalParameters[`approval.${matter}`];
  const tiers = parseMatrix(String(parameters[`approval.${matter}`] ?? usual)) ?? parseMatrix(usual) ?? [];
  return tiers.filter(({ upTo }) => upTo === null || value <= upTo);
}

export interface Signature {
  post: Role;
  by: string;
  /** Who would have signed, '' when it was the holder of the post. */
  onBehalfOf: string;
  at: Hlc;
  comment: string;
}

export interface Approval {
  state: 'waiting' | 'approved' | 'sentBack' | 'refused' | 'recalled';
  /** The event it began with. */
  submission: Hlc;
  matter: string;
  /** What the authority was measured by: fen or basis points. */
  value: number;
  chain: Chain;
  submittedBy: string;
  signatures: readonly Signature[];
  /** Posts whose turn it is; empty when nobody is waited for. */
  waiting: readonly Role[];
  /** Last event of the approval: since then it waits. */
  since: Hlc;
  /** What was submitted was changed afterwards: it must be submitted again. */
  isStale: boolean;
  /** Policy the chain was taken from. */
  policy: number;
}

const decisions = { endorsed: true, approved: true, sentBack: true, refused: true, recalled: true };
const ends = { approved: 'approved', sentBack: 'sentBack', refused: 'refused', recalled: 'recalled' } as const;

/** Where the newest submission of a paper stands; null when it was never submitted. */
export function approvalOf(record: { events: readonly DocumentEvent[] }): Approval | null {
  const from = record.events.findLastIndex(({ type }) => type === 'submitted');
  const submitted = record.events[from];
  if (!submitted) return null;
  const chain = chainOfData(submitted.data.chain);
  const signatures: Signature[] = [];
  let state: Approval['state'] = 'waiting';
  let since = submitted.id;
  for (const { id, type, by, data } of record.events.slice(from + 1)) {
    if (state !== 'waiting') break;
    // Decided elsewhere about an earlier submission, while this one was made.
    if (type in decisions && data.submission !== undefined && data.submission !== submitted.id) continue;
    if (type === 'endorsed' || type === 'approved') {
      const post = turnOf(chain, signatures).find((one) => one === data.post);
      if (post) signatures.push({ post, by, onBehalfOf: textOf(data.onBehalfOf), at: id, comment: textOf(data.comment) });
      if (post || type === 'approved') since = id;
    }
    if (type in ends) {
      state = ends[type as keyof typeof ends];
      since = id;
    }
  }
  return {
    state,
    submission: submitted.id,
    matter: textOf(submitted.data.matter),
    value: typeof submitted.data.value === 'number' ? submitted.data.value : 0,
    chain,
    submittedBy: submitted.by,
    signatures,
    waiting: state === 'waiting' ? turnOf(chain, signatures) : [],
    since,
    isStale: contentOf(record.events) !== textOf(submitted.data.content),
    policy: typeof submitted.data.policy === 'number' ? submitted.data.policy : 0,
  };
}

/** What names the content of a document: its last edit. A frozen body never changes, so it has none. */
export function contentOf(events: readonly DocumentEvent[]): Hlc {
  return events.findLast(({ type }) => type === 'edited')?.id ?? '';
}

/** Posts of the first stage that is not signed by all. */
export function turnOf(chain: Chain, signatures: readonly Pick<Signature, 'post'>[]): Role[] {
  const signed = new Set(signatures.map(({ post }) => post));
  const stage = chain.find((posts) => posts.some((post) => !signed.has(post)));
  return (stage ?? []).filter((post) => !signed.has(post));
}

/** Whether the signature of this post would be the last one. */
export function isLast(approval: Pick<Approval, 'chain' | 'signatures'>, post: Role): boolean {
  return turnOf(approval.chain, [...approval.signatures, { post }]).length === 0;
}

/** What a gate of class A reads: approved as it stands, and by which posts, for `post` conditions. */
export function approvalFacts(record: { events: readonly DocumentEvent[] }): { approved: boolean; posts: string } {
  const approval = approvalOf(record);
  const approved = approval?.state === 'approved' && !approval.isStale && turnOf(approval.chain, approval.signatures).length === 0;
  return { approved, posts: approved ? (approval?.signatures ?? []).map(({ post }) => post).join(',') : '' };
}

function chainOfData(data: unknown): Chain {
  if (!Array.isArray(data)) return [];
  return data.map((stage) => (Array.isArray(stage) ? stage.filter((post): post is Role => typeof post === 'string' && isRole(post)) : []));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
