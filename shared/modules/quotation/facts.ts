/** What the gates of a quotation read. */
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { GateFacts } from '#shared/documents/act.ts';
import type { Day } from '#shared/core/calendar.ts';
import { approvalFacts } from '#shared/policy/approvals.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer } from '../customer/module.ts';
import { floorFacts } from '../order/facts.ts';
import { policyFacts } from '../policy/rules.ts';
import { concessionOf } from './concession.ts';
import type { Quotation } from './module.ts';

/** Supervisor-level leaders, whose signature makes a concession the company's (S12.20). */
const supervisors = new Set(['manager', 'dgmSales', 'gm']);

export function needFacts(body: Pick<Quotation, 'phone' | 'contact' | 'need' | 'fit'>): Facts {
  return { reachable: body.phone !== '' || body.contact !== '', need: body.need !== '', fit: body.fit !== '' };
}

export async function sendingFacts(read: Reader, record: DocumentRecord<Quotation>, today: Day): Promise<GateFacts> {
  const { body, party } = record;
  const { amount, share } = concessionOf(body);
  const { approved, posts } = approvalFacts(record);
  return {
    'G-01': await policyFacts(read, today, body.policyVersion),
    'G-02': { ...floorFacts(body), approved },
    'G-03': { share, ...(await customerFacts(read, party)), posts },
    'G-04': { concession: amount, listed: true, signed: posts.split(',').some((post) => supervisors.has(post)) },
    'G-10': needFacts(body),
  };
}

/** Whether the rule on large discounts is about this customer: an organisation, or somebody who bought before (S15.26). */
export async function customerFacts(read: Reader, party: string): Promise<{ organisation: boolean; known: boolean }> {
  const file = await readAs(read, customer, party);
  return { organisation: file?.body.type === 'organisation', known: file?.events.some(({ type }) => type === 'bought') === true };
}
