/** The shop with a general manager and his deputy, and a sales policy that the meeting decided: for tests of what is approved. */
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import { decidePolicy, draftPolicy, issueDraft, type PolicyInput } from '#shared/modules/policy/rules.ts';
import { draftQuotation, submitQuotation, type QuotationInput } from '#shared/modules/quotation/rules.ts';
import { actorOf, staff } from '#shared/modules/staff/module.ts';
import { aShop, PIN, TODAY, type Shop } from './shop.fixture.ts';

export interface Office extends Shop {
  deputy: Actor;
  chief: Actor;
}

/** Up to 5 % the manager signs alone, above that the deputy too. */
export async function anOffice(parameters: Parameters = { 'discount.large_bp': 500 }): Promise<Office> {
  const shop = await aShop();
  const office = { ...shop, deputy: await aColleague(shop, '副总', 'dgmSales'), chief: await aColleague(shop, '总经理', 'gm') };
  await aPolicy(office, { parameters });
  return office;
}

/** Drafted by the manager, decided by the meeting, issued by the general manager; the answer is its id. */
export async function aPolicy(office: Office, rest: Partial<PolicyInput> = {}): Promise<string> {
  const input = { validFrom: '', parameters: {}, prices: [], discounts: [], reminder: '', note: '', ...rest };
  const { answer } = await office.does(office.manager, draftPolicy(input));
  const minutes = { day: TODAY, minutes: '同意', present: ['总经理', '副总'], file: '' };
  await office.does(office.manager, decidePolicy(answer.policy, minutes));
  await office.does(office.chief, issueDraft(answer.policy));
  return answer.policy;
}

/** Ten kettles (list ¥129.50, floor ¥110) offered to the regular customer; the answer is its id. */
export async function aQuotation(office: Office, price = 12_950, rest: Partial<QuotationInput['body']> = {}, source = ''): Promise<string> {
  const line = { product: office.kettle, code: 'SH-01', name: '电水壶', spec: '1.7L', unit: '只', quantity: 10_000, price, gift: false };
  const body = {
    customerName: '远山宾馆',
    contact: '赵敏',
    phone: '13900002222',
    address: '杭州文三路 1 号',
    need: '客房换壶',
    fit: '容量和颜色都合',
    lines: [line],
    discount: 0,
    reason: price < 12_950 ? '开业支持' : '',
    payment: '货到付款',
    creditDays: 0,
    deliverOn: '',
    deliverTo: '',
    validUntil: '',
    notes: '',
    ...rest,
  };
  return (await office.does(office.seller, draftQuotation({ body, party: office.regular, source }))).answer.quotation;
}

export async function aSubmittedQuotation(office: Office, price: number): Promise<string> {
  const id = await aQuotation(office, price);
  await office.does(office.seller, submitQuotation(id));
  return id;
}

async function aColleague(shop: Shop, name: string, ...posts: Role[]): Promise<Actor> {
  const body = { name, code: name, roles: posts, phone: '', pinHash: `hash of ${PIN}` };
  const { answer } = await shop.does(shop.manager, async (_read, moment) => {
    const made = commitNew(staff, body, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: made.value.id }) : made;
  });
  return actorOf(answer, body);
}
