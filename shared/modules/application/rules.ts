/** Use cases of the contract application (CON-01, S5.4–S5.8): filled in, submitted, signed along the chain, sent back, corrected. */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { act, commitNew, editRecord, untyped, type Blocked, type GateFacts, type Overrides } from '#shared/documents/act.ts';
import { submit } from '#shared/documents/approve.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { approvalFacts, approvalOf, chainFor } from '#shared/policy/approvals.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { fileFacts } from '../customer/facts.ts';
import { customer, type Customer } from '../customer/module.ts';
import { termFacts } from '../contract/facts.ts';
import { settleTerms } from '../contract/settle-terms.ts';
import { floorFacts } from '../order/facts.ts';
import { soldFrom } from '../order/quoted.ts';
import { priceLines } from '../policy/price-lines.ts';
import { policyFacts, readPolicy } from '../policy/rules.ts';
import { concessionOf } from '../quotation/concession.ts';
import { customerFacts } from '../quotation/facts.ts';
import { inheritedPosts } from '../quotation/inherit.ts';
import { withCreditSigner } from './credit-signer.ts';
import { application, type Application } from './module.ts';

/** As typed: the total is worked out, and the policy is the one in force that day. */
export type ApplicationForm = Omit<Application, 'total' | 'policy' | 'policyVersion'>;

export interface ApplicationInput {
  body: ApplicationForm;
  party: string;
  /** Quotation or visit it came from. */
  source?: string;
}

/** Fills in the form. Refuses with NotFound, CustomerIsMerged, NoLines, QuantityNotPositive, TotalIsNegative, PlanDiffers. */
export function fillApplication({ body, party, source = '' }: ApplicationInput): Decide<{ application: string }> {
  return async (read, moment) => {
    const file = await fileOf(read, party);
    if (!file.ok) return file;
    const settled = settleTerms(await underPolicy(read, moment.today, body, file.value));
    if (!settled.ok) return settled;
    const made = commitNew(application, settled.value, moment, { party, source: source || body.quotation });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { application: made.value.id } }) : made;
  };
}

/** Corrects it while it is with the business section: before it was submitted, and after it was sent back. Refuses with StatusPassed and as `fillApplication`. */
export function correctApplication(id: string, body: ApplicationForm): Decide {
  return async (read, moment) => {
    const record = await readAs(read, application, id);
    if (!record) return refuse('NotFound', { id });
    if (record.status !== 'drafted' && record.status !== 'returned') return refuse('StatusPassed', { status: record.status });
    const file = await fileOf(read, record.party);
    if (!file.ok) return file;
    const settled = settleTerms(await underPolicy(read, moment.today, body, file.value));
    if (!settled.ok) return settled;
    const edited = editRecord(application, record, settled.value, moment);
    return edited.ok ? ok({ records: [untyped(edited.value)], answer: null }) : edited;
  };
}

/** Sends it on its way (again). Refuses with NotFound, or Blocked by G-01 (policy in force), G-02 (floor), G-05 (customer file), G-12 (terms the contract will need). */
export function submitApplication(id: string, { comment = '', overrides }: { comment?: string; overrides?: Overrides } = {}): Decide {
  return async (read, moment) => {
    const record = await readAs(read, application, id);
    if (!record) return refuse('NotFound', { id });
    const facts = await submissionFacts(read, record, moment.today);
    if (!facts.ok) return facts;
    const value = record.body.total;
    const chain = await withCreditSigner(read, record, moment, chainFor(moment.policy.parameters, 'application', value));
    const submitted = submit(application, record, moment, {
      matter: 'application',
      value,
      chain,
      comment,
      facts: facts.value,
      overrides,
    });
    return submitted.ok ? ok({ records: [untyped(submitted.value)], answer: null }) : submitted;
  };
}

/** What the gates of the submission read. */
export async function submissionFacts(read: Reader, record: DocumentRecord<Application>, today: Day): Promise<Result<GateFacts, Blocked>> {
  const file = await fileOf(read, record.party);
  if (!file.ok) return file;
  return ok({
    'G-01': await policyFacts(read, today, record.body.policyVersion),
    'G-02': {
      ...floorFacts(await underPolicy(read, today, record.body, file.value)),
      approved: (await quotedPosts(read, record)) !== null,
    },
    'G-05': fileFacts(file.value),
    'G-12': termFacts(record.body),
  });
}

/** The form with the policy of the day: list prices, what it asks of this customer, and floors are looked up, not typed. */
async function underPolicy<Form extends ApplicationForm>(read: Reader, today: Day, form: Form, file: Customer) {
  const found = await readPolicy(read, today);
  const lines = await priceLines(read, form.lines, found?.body ?? null, file.class);
  return { ...form, lines, policy: found?.id ?? '', policyVersion: found?.body.version ?? 0 };
}

/** Posts that approved the quotation it came from, where it asks for no more than is left of that. */
async function quotedPosts(read: Reader, { party, body }: DocumentRecord<Application>): Promise<string | null> {
  return inheritedPosts(read, body.quotation, { ...body, party }, body.quotation === '' ? [] : await soldFrom(read, body.quotation));
}

/** The customer will not buy after all. Refuses with ReasonMissing. */
export function withdrawApplication(id: string, reason: string): Decide {
  return async (read, moment) => {
    const record = await readAs(read, application, id);
    if (!record) return refuse('NotFound', { id });
    if (reason.trim() === '') return refuse('ReasonMissing');
    const withdrawn = act(application, record, 'withdrawn', { reason: reason.trim() }, moment);
    return withdrawn.ok ? ok({ records: [untyped(withdrawn.value)], answer: null }) : withdrawn;
  };
}

/** What G-11 reads: all signatures of the chain, in its order, on the form as it stands. */
export function applicationFacts(record: DocumentRecord<Application>): Facts {
  const approval = approvalOf(record);
  const chain = approval?.chain.flat() ?? [];
  const signed = new Set(approval?.signatures.map(({ post }) => post));
  return {
    managerSigned: chain.length > 0 && chain.slice(0, -1).every((post) => signed.has(post)),
    gmApproved: approval?.state === 'approved' && (approvalFacts(record).approved || approval.isStale),
    unchanged: approval !== null && !approval.isStale,
  };
}

/** What G-03 and G-04 read of a contract drawn up from it: how far below the policy's prices it goes, and who signed for that, here or on its quotation. */
export async function concessionFacts(read: Reader, record: DocumentRecord<Application>): Promise<GateFacts> {
  const { amount, share } = concessionOf(record.body);
  const posts = [approvalFacts(record).posts, (await quotedPosts(read, record)) ?? ''].filter((some) => some !== '').join(',');
  return {
    'G-03': { share, ...(await customerFacts(read, record.party)), posts },
    'G-04': { concession: amount, listed: true, signed: posts !== '' },
  };
}

async function fileOf(read: Reader, party: string): Promise<Result<Customer, Blocked>> {
  const record = await readAs(read, customer, party);
  if (!record) return refuse('NotFound', { id: party });
  return record.status === 'merged' ? refuse('CustomerIsMerged', { name: record.body.name }) : ok(record.body);
}
