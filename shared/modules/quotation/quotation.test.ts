import { describe, expect, it } from 'vitest';
import { evaluateGate } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import { manager, refusal, seller, value } from '../branch.fixture.ts';
import { decideOn } from '../decisions.ts';
import { concessionOf } from './concession.ts';
import { quotation } from './module.ts';
import { anOffer, anOffice, aPolicy, deputy, type Office } from './quotation.fixture.ts';
import {
  acceptQuotation,
  declineQuotation,
  draftQuotation,
  expireQuotations,
  noteRound,
  sendQuotation,
  submitQuotation,
  type QuotationInput,
} from './rules.ts';

const byMail = { channel: 'email', to: '李敏' };
const sign = decideWith('sign');

function decideWith(verb: 'sign' | 'sendBack' | 'refuse') {
  return (id: string, comment = '') => decideOn(id, { verb, comment });
}

async function offered({ book }: Office, input: QuotationInput): Promise<string> {
  return value(await book.run(seller, draftQuotation(input))).answer.quotation;
}

async function stateOf({ book }: Office, id: string) {
  const row = await book.get(id);
  if (!row) throw new Error('no quotation');
  return quotation.read(row);
}

describe('a quotation at the policy’s price', () => {
  it('needs nobody: drafted, sent, accepted, with the policy, its reminder and a last day on it [QPA-02 QPA-09 G-01]', async () => {
    const office = await anOffice({ reminder: '请于月底前付款' }, { 'quotation.valid_days': 10 });
    const id = await offered(office, anOffer(office, 10_000));
    expect((await stateOf(office, id)).body).toMatchObject({
      policyVersion: 1,
      reminder: '请于月底前付款',
      validUntil: '2026-11-12',
      total: 100_000,
      revision: 1,
    });
    expect(refusal(await office.book.run(seller, submitQuotation(id))).code).toBe('NothingToApprove');
    value(await office.book.run(seller, sendQuotation(id, byMail)));
    value(await office.book.run(seller, acceptQuotation(id, { name: '李敏', day: '2026-11-02', file: '' })));
    const record = await stateOf(office, id);
    expect(record.status).toBe('accepted');
    const stamps = record.events.find(({ type }) => type === 'sent')?.stamp;
    expect(stamps?.map(({ gate, result, version }) => [gate, result, version])).toEqual(
      ['G-01', 'G-02', 'G-03', 'G-04', 'G-10'].map((gate) => [gate, 'passed', 1]),
    );
  });

  it('takes the price list and the discount of the customer’s class from the policy [QPA-01 ORD-05]', async () => {
    const office = await anOffice();
    const { pot } = office;
    await aPolicy(office.book, {
      prices: [{ product: pot, name: '砂锅', price: 12_000, floor: 9000 }],
      discounts: [
        { class: 'any', group: 'any', share: 100 },
        { class: 'ordinary', group: 'general', share: 500 },
        { class: 'key', group: 'any', share: 2000 },
      ],
    });
    const id = await offered(office, anOffer(office, 11_400));
    expect((await stateOf(office, id)).body.lines[0]).toMatchObject({ listPrice: 12_000, policyPrice: 11_400, floor: 9000 });
    value(await office.book.run(seller, sendQuotation(id, byMail)));
  });

  it('is not sent without a policy in force, nor under one that another has followed [G-01]', async () => {
    const without = await anOffice(null);
    const early = await offered(without, anOffer(without, 10_000));
    expect(refusal(await without.book.run(seller, sendQuotation(early, byMail)))).toMatchObject({ gate: 'G-01', values: { version: 0 } });
    const office = await anOffice();
    const id = await offered(office, anOffer(office, 10_000));
    await aPolicy(office.book, { note: '第二版' });
    expect(refusal(await office.book.run(seller, sendQuotation(id, byMail)))).toMatchObject({
      gate: 'G-01',
      values: { missing: 'currentPolicy', version: 2, bound: 1 },
    });
    const next = await offered(office, anOffer(office, 10_000, {}, id));
    value(await office.book.run(seller, sendQuotation(next, byMail)));
  });
});

describe('what is given away', () => {
  it('is measured by line against the policy’s price; a dear line makes up for no cheap one, 5 % and a fen is more than 5 % [QPA-04]', () => {
    const line = (price: number, gift = false) => ({
      name: '锅',
      quantity: 1000,
      listPrice: 10_000,
      policyPrice: 10_000,
      price,
      amount: price,
      gift,
    });
    expect(concessionOf({ lines: [line(12_000), line(9000)], total: 21_000 })).toMatchObject({ amount: 1000, share: 500 });
    expect(concessionOf({ lines: [line(10_000), line(10_000)], total: 19_000 })).toMatchObject({ amount: 1000, share: 500 });
    expect(concessionOf({ lines: [line(10_000), line(10_000)], total: 18_999 })).toMatchObject({ amount: 1001, share: 501 });
    expect(concessionOf({ lines: [line(10_000), line(0, true)], total: 10_000 }).items).toMatchObject([{ kind: 'gift', amount: 10_000 }]);
    expect(concessionOf({ lines: [line(10_000)], total: 10_000 })).toEqual({ items: [], amount: 0, share: 0 });
  });

  it('is signed by the manager alone up to his limit, and by the deputy too beyond it; no earlier is it sent [QPA-03 QPA-04 G-03 G-04]', async () => {
    const office = await anOffice({}, { 'discount.large_bp': 500 });
    const { book } = office;
    const small = await offered(office, anOffer(office, 9500));
    expect(refusal(await book.run(seller, sendQuotation(small, byMail))).gate).toBe('G-04');
    value(await book.run(seller, submitQuotation(small)));
    value(await book.run(manager, sign(small)));
    value(await book.run(seller, sendQuotation(small, byMail)));

    const large = await offered(office, anOffer(office, 9499));
    value(await book.run(seller, submitQuotation(large)));
    value(await book.run(manager, sign(large, '同意')));
    const half = await stateOf(office, large);
    expect(half.status).toBe('submitted');
    expect(approvalOf(half)).toMatchObject({ value: 501, waiting: ['dgmSales'], signatures: [{ post: 'manager', comment: '同意' }] });
    expect(refusal(await book.run(seller, sendQuotation(large, byMail))).code).toBe('StatusPassed');
    value(await book.run(deputy, sign(large)));
    value(await book.run(seller, sendQuotation(large, byMail)));
  });

  it('until a limit is set every discount goes to the deputy, whatever the matrix says [G-03 QPA-08]', async () => {
    const office = await anOffice({}, { 'approval.quotation': 'manager' });
    const id = await offered(office, anOffer(office, 9999));
    value(await office.book.run(seller, submitQuotation(id)));
    expect(approvalOf(await stateOf(office, id))?.chain).toEqual([['manager'], ['dgmSales']]);
  });

  it('below the floor the deputy signs too; without that it is held back with the numbers [QPA-03 G-02]', async () => {
    const office = await anOffice({}, { 'approval.quotation': 'manager', 'discount.large_bp': 10_000 });
    const { book } = office;
    const id = await offered(office, anOffer(office, 7900));
    const direct = refusal(await book.run(seller, sendQuotation(id, byMail)));
    expect(direct).toMatchObject({ gate: 'G-02', values: { price: 7900, floor: 8000, lines: 1 } });
    value(await book.run(seller, submitQuotation(id)));
    value(await book.run(manager, sign(id)));
    expect((await stateOf(office, id)).status).toBe('submitted');
    value(await book.run(deputy, sign(id)));
    value(await book.run(seller, sendQuotation(id, byMail)));
    const atFloor = await offered(office, anOffer(office, 8000));
    value(await book.run(seller, submitQuotation(atFloor)));
    value(await book.run(manager, sign(atFloor)));
    expect((await stateOf(office, atFloor)).status).toBe('approved');
  });

  it('nobody approves his own discount; a reason is asked for; it may come back any number of times [QPA-06 S15.26]', async () => {
    const office = await anOffice({}, { 'discount.large_bp': 500 });
    const { book } = office;
    const own = value(await book.run(manager, draftQuotation(anOffer(office, 9600)))).answer.quotation;
    value(await book.run(manager, submitQuotation(own)));
    expect(refusal(await book.run(manager, sign(own))).code).toBe('MustBeAnother');

    const id = await offered(office, anOffer(office, 9600, { reason: '' }));
    expect(refusal(await book.run(seller, submitQuotation(id))).code).toBe('ReasonMissing');
    value(await book.run(seller, submitQuotation(id, '开业')));
    expect(refusal(await book.run(manager, decideWith('sendBack')(id))).code).toBe('ReasonMissing');
    value(await book.run(manager, decideWith('sendBack')(id, '写清用途')));
    value(await book.run(seller, submitQuotation(id, '开业当天用')));
    value(await book.run(manager, decideWith('sendBack')(id, '附订货意向')));
    value(await book.run(seller, submitQuotation(id, '意向已附')));
    value(await book.run(manager, sign(id)));
    expect((await stateOf(office, id)).status).toBe('approved');
    const refused = await offered(office, anOffer(office, 9600));
    value(await book.run(seller, submitQuotation(refused)));
    value(await book.run(manager, decideWith('refuse')(refused, '利润太薄')));
    expect((await stateOf(office, refused)).status).toBe('refused');
  });
});

describe('talks', () => {
  it('are kept round by round, another price is another version, and only the last can be agreed [QPA-02 QPA-05]', async () => {
    const office = await anOffice();
    const { book } = office;
    const first = await offered(office, anOffer(office, 10_000));
    value(await book.run(seller, sendQuotation(first, byMail)));
    const round = { ours: '100', theirs: '90', concession: '', agreed: '数量', next: '请示' };
    value(await book.run(seller, noteRound(first, round)));
    value(await book.run(seller, noteRound(first, { ...round, theirs: '95' })));
    expect(refusal(await book.run(seller, noteRound(first, { ...round, ours: '', theirs: ' ' }))).code).toBe('TextMissing');
    const rounds = (await stateOf(office, first)).events.filter(({ type }) => type === 'negotiated').map(({ data }) => data.round);
    expect(rounds).toEqual([1, 2]);
    const second = await offered(office, anOffer(office, 10_500, {}, first));
    expect((await stateOf(office, second)).body.revision).toBe(2);
    expect((await stateOf(office, first)).status).toBe('replaced');
    const agreed = { name: '李敏', day: '2026-11-02', file: '' };
    expect(refusal(await book.run(seller, acceptQuotation(first, agreed))).code).toBe('StatusPassed');
    value(await book.run(seller, sendQuotation(second, byMail)));
    expect(refusal(await book.run(seller, acceptQuotation(second, { ...agreed, name: ' ' }))).code).toBe('NameMissing');
    expect(refusal(await book.run(seller, declineQuotation(second, ''))).code).toBe('ReasonMissing');
    value(await book.run(seller, acceptQuotation(second, agreed)));
    expect(refusal(await book.run(seller, draftQuotation(anOffer(office, 9000, {}, second)))).code).toBe('StatusPassed');
  });

  it('an offer ends with its last day: on it it can be accepted, after it no more [QPA-02]', async () => {
    const office = await anOffice();
    const { book } = office;
    const id = await offered(office, anOffer(office, 10_000, { validUntil: '2026-11-03' }));
    const later = await offered(office, anOffer(office, 10_000, { validUntil: '2026-11-04' }));
    value(await book.run(seller, sendQuotation(id, byMail)));
    expect(value(await book.run(seller, expireQuotations())).answer.expired).toBe(0);
    book.pass(2);
    const agreed = { name: '李敏', file: '' };
    expect(refusal(await book.run(seller, acceptQuotation(id, { ...agreed, day: '2026-11-04' }))).code).toBe('QuotationExpired');
    expect(value(await book.run(seller, expireQuotations())).answer.expired).toBe(1);
    expect((await stateOf(office, id)).status).toBe('expired');
    value(await book.run(seller, sendQuotation(later, byMail)));
    expect(refusal(await book.run(seller, draftQuotation(anOffer(office, 10_000, { validUntil: '2026-11-03' })))).code).toBe('DayIsPast');
  });

  it('begins without a need or a way to reach the customer only with a warning on it [G-09 G-10]', async () => {
    const office = await anOffice();
    const id = await offered(office, anOffer(office, 10_000, { need: '', phone: '', contact: '' }));
    const record = await stateOf(office, id);
    expect(record.events[0]?.stamp).toMatchObject([{ gate: 'G-09', result: 'warned' }]);
    value(await office.book.run(seller, sendQuotation(id, byMail)));
    const sent = (await stateOf(office, id)).events.at(-1)?.stamp?.find(({ gate }) => gate === 'G-10');
    expect(sent?.result).toBe('warned');
  });

  it('the judge, reading the same facts, says the same [G-03]', async () => {
    const office = await anOffice({}, { 'discount.large_bp': 500 });
    const id = await offered(office, anOffer(office, 9500));
    value(await office.book.run(seller, submitQuotation(id)));
    value(await office.book.run(manager, sign(id)));
    value(await office.book.run(seller, sendQuotation(id, byMail)));
    const stamp = (await stateOf(office, id)).events.at(-1)?.stamp?.find(({ gate }) => gate === 'G-03');
    const again = (parameters: Record<string, number>) =>
      evaluateGate(gates['G-03'], stamp?.facts ?? {}, { version: 1, parameters }).result;
    expect(again({ 'discount.large_bp': 500 })).toBe('passed');
    expect(again({ 'discount.large_bp': 499 })).toBe('blocked');
  });
});
