import type { Moment } from '#shared/documents/act.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Chain } from '#shared/policy/approvals.ts';
import { evaluateGate, type Parameters } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import { deferredOf } from '../credit/facts.ts';
import { creditFacts } from '../order/facts.ts';
import type { Application } from './module.ts';

/**
 * Over the limit, or without a grade in force, an application is no dead end: the deputy general manager for finance signs as well, before
 * the last of the chain (CRM-07, G-06, G-07). Only where the policy asks for grades on contracts.
 */
export async function withCreditSigner(read: Reader, record: DocumentRecord<Application>, moment: Moment, chain: Chain): Promise<Chain> {
  const { policy, today } = moment;
  const parameters: Parameters = { ...gates['G-06'].parameters, ...policy.parameters };
  const deferred = deferredOf(record.body);
  if (parameters['credit.required_contract'] !== true || deferred === 0) return chain;
  const facts = await creditFacts(read, record.party, deferred, today);
  const said = facts && [
    evaluateGate(gates['G-06'], { ...facts.grade, use: 'contract' }, policy),
    evaluateGate(gates['G-07'], facts.limit, policy),
  ];
  if (said?.every(({ result }) => result === 'passed')) return chain;
  return chain.some((posts) => posts.includes('dgmFinance')) ? chain : [...chain.slice(0, -1), ['dgmFinance'], ...chain.slice(-1)];
}
