import type { Moment } from '#shared/documents/act.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Chain } from '#shared/policy/approvals.ts';
import { evaluateGate, type GateOutcome, type Parameters } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import { deferredOf } from '../credit/facts.ts';
import { creditFacts } from '../order/facts.ts';
import type { Application } from './module.ts';

type Form = Pick<DocumentRecord<Application>, 'party' | 'body'>;

/**
 * What speaks against the credit an application asks for, as warnings with their numbers: no grade in force, more than the limit. Nothing where
 * the policy asks for no grades on contracts.
 */
export async function creditDoubts(read: Reader, form: Form, { policy, today }: Pick<Moment, 'policy' | 'today'>): Promise<GateOutcome[]> {
  const parameters: Parameters = { ...gates['G-06'].parameters, ...policy.parameters };
  const deferred = deferredOf(form.body);
  if (parameters['credit.required_contract'] !== true || deferred === 0) return [];
  const facts = await creditFacts(read, form.party, deferred, today);
  const said = [
    evaluateGate(gates['G-06'], { ...(facts?.grade ?? { graded: false, lapsedDays: 0, credit: deferred }), use: 'contract' }, policy),
    ...(facts ? [evaluateGate(gates['G-07'], facts.limit, policy)] : []),
  ];
  return said.filter(({ result }) => result !== 'passed').map((outcome) => ({ ...outcome, result: 'warned' }));
}

/**
 * Over the limit, or without a grade in force, an application is no dead end: the deputy general manager for finance signs as well, before
 * the last of the chain (CRM-07, G-06, G-07).
 */
export async function withCreditSigner(read: Reader, form: Form, moment: Moment, chain: Chain): Promise<Chain> {
  const isAsked = chain.some((posts) => posts.includes('dgmFinance'));
  if (isAsked || (await creditDoubts(read, form, moment)).length === 0) return chain;
  return [...chain.slice(0, -1), ['dgmFinance'], ...chain.slice(-1)];
}
