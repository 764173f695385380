/** A company with a policy, a product and a customer, for tests of what is quoted. */
import { aMemoryBook, aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import { policyOn, decidePolicy, draftPolicy, issueDraft, type PolicyInput } from '../policy/rules.ts';
import { aCustomer, aProduct, made, manager, value } from '../branch.fixture.ts';
import { staff } from '../staff/module.ts';
import type { QuotationInput } from './rules.ts';

export const deputy = aPerson('副总', 'dgmSales');
export const chief = aPerson('总经理', 'gm');

export const someMinutes = { day: '2026-11-02', minutes: '同意', present: ['总经理', '副总'], file: '' };

export function aPolicyInput(rest: Partial<PolicyInput> = {}): PolicyInput {
  return { validFrom: '', parameters: {}, prices: [], discounts: [], reminder: '', note: '', ...rest };
}

/** Drafted by the manager, decided, issued by the general manager, and in force for what the book decides from now on. */
export async function aPolicy(book: MemoryBook, rest: Partial<PolicyInput> = {}): Promise<string> {
  const { today } = book.moment(chief);
  const id = value(await book.run(manager, draftPolicy(aPolicyInput(rest)))).answer.policy;
  value(await book.run(manager, decidePolicy(id, { ...someMinutes, day: today })));
  value(await book.run(chief, issueDraft(id)));
  book.parameters = policyOn(book.records(), today)?.body.parameters ?? {};
  return id;
}

export interface Office {
  book: MemoryBook;
  pot: string;
  party: string;
}

/** A pot at 100 yuan, floor 80; an organisation that buys. The general manager is on the staff, so the meeting decides. */
export async function anOffice(policy: Partial<PolicyInput> | null = {}, parameters: Parameters = {}): Promise<Office> {
  const book = aMemoryBook();
  const person = { code: 'G1', name: '总经理', roles: ['gm' as const], phone: '', pinHash: '' };
  value(await book.run(manager, made(staff, person)));
  const pot = await aProduct(book);
  const party = await aCustomer(book, { type: 'organisation', name: '远山厨具' });
  if (policy) await aPolicy(book, { ...policy, parameters: { ...policy.parameters, ...parameters } });
  return { book, pot, party };
}

export function anOffer(
  { pot, party }: Pick<Office, 'pot' | 'party'>,
  price: number,
  rest: Partial<QuotationInput['body']> = {},
  source = '',
): QuotationInput {
  const line = { product: pot, code: 'P1', name: '砂锅', spec: '', unit: '只', quantity: 10_000, price, gift: false };
  return {
    party,
    source,
    body: {
      customerName: '远山厨具',
      contact: '李敏',
      phone: '13900002222',
      address: '杭州',
      need: '食堂换锅',
      fit: '耐火，带盖',
      lines: [line],
      discount: 0,
      reason: price < 10_000 ? '开业支持' : '',
      payment: '货到付款',
      creditDays: 0,
      deliverOn: '',
      deliverTo: '',
      validUntil: '',
      notes: '',
      ...rest,
    },
  };
}
