/** What the judge finds in a chain of papers of which a desk's program left out one thing that a gate asks for. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { wholeChain } from '#shared/modules/contract/whole-chain.fixture.ts';
import { judgementOf } from '#shared/modules/verdict/judgement.ts';
import type { Role } from '#shared/policy/roles.ts';
import { aTestCentre } from './judge.fixture.ts';

type Left = (record: AnyRecord) => AnyRecord | null;

const SOMEBODY = '01JZZZZZZZZZZZZZZZZZZZZZZZ';

let chain: AnyRecord[] = [];

beforeAll(async () => {
  const book = (await aTestCentre()).desk('A');
  await wholeChain(book);
  chain = book.records();
});

/** Somebody's staff file, from before the chain. */
function somebody(post: Role): AnyRecord[] {
  const file = chain.find(({ kind }) => kind === 'staff') ?? expect.fail('nobody works here');
  const changed = { ...file.body, name: '某人', roles: [post] };
  return [{ ...(body(() => changed)(file) as AnyRecord), id: SOMEBODY }];
}

/** Only papers of this kind are touched. */
const of =
  (kind: string, left: Left): Left =>
  (record) =>
    record.kind === kind ? left(record) : record;

/** Without the events of this type, or the signatures of this post. */
const without = (what: string): Left => {
  return (record) => ({ ...record, events: record.events.filter(({ type, data }) => type !== what && data['post'] !== what) });
};

type Body = Record<string, unknown>;

const body =
  (change: (body: Body) => Body): Left =>
  (record) => {
    const changed = { ...record.body, ...change(record.body) };
    // A frozen body lies in the record, one still edited in the event that made it.
    const events = record.events.map((event) => ('body' in event.data ? { ...event, data: { ...event.data, body: changed } } : event));
    return { ...record, body: changed, events };
  };

const dropped: Left = () => null;

const emptied = (type: string): Left => {
  return (record) => ({ ...record, events: record.events.map((event) => (event.type === type ? { ...event, data: {} } : event)) });
};

/** The n-th receipt. */
const receipt = (at: number, left: Left): Left => {
  return (record) => (record.id === chain.filter(({ kind }) => kind === 'receipt').at(at)?.id ? left(record) : record);
};

/** 2,000 yuan a drum less, and so much less in the balance. */
const cheaper: Left = body((found) => ({
  lines: (found['lines'] as Body[]).map((line, at) => (at === 0 ? { ...line, price: 2_800_000, amount: 28_000_000 } : line)),
  plan: (found['plan'] as Body[]).map((part) => (part['kind'] === 'balance' ? { ...part, amount: 1_000_000 } : part)),
  total: 28_000_000,
}));

const plan = (due: (part: Body) => unknown) => (found: Body) => ({
  plan: (found['plan'] as Body[]).map((part) => ({ ...part, due: due(part) })),
});
const undated = plan((part) => (part['kind'] === 'balance' ? '' : part['due']));

/** The last receipt never came, and the balance was due three days before the contract was closed on 4 November. */
const unpaid: Left = (record) =>
  receipt(-1, dropped)(record) && of('contract', body(plan((part) => (part['kind'] === 'balance' ? '2026-11-01' : part['due']))))(record);

/** As if somebody had let this gate pass. */
const letThrough = (gate: string): Left => {
  return (record) => ({
    ...record,
    events: record.events.map((event) =>
      event.stamp
        ? {
            ...event,
            stamp: event.stamp.map((one) =>
              one.gate === gate ? { ...one, result: 'overridden' as const, overriddenBy: SOMEBODY, reason: '客户急用' } : one,
            ),
          }
        : event,
    ),
  });
};

/** The judge's word on each paper, after the centre got the chain with this left out of it; `post` is somebody's. */
async function judged(left: Left, post: Role = 'salesperson') {
  const centre = await aTestCentre();
  const records = [...somebody(post), ...chain].flatMap((record) => left(structuredClone(record)) ?? []);
  await centre.send({ records: () => records } as MemoryBook);
  centre.pass(60 * 86_400_000);
  await centre.judge();
  return (kind: string) => {
    const paper = records.findLast((record) => record.kind === kind) ?? expect.fail(`no ${kind}`);
    const verdict = centre.verdictOn(paper.id);
    return {
      status: verdict?.status,
      gates: judgementOf(verdict ?? { events: [] }).gates,
      reasons: judgementOf(verdict ?? { events: [] }).reasons,
    };
  };
}

const papers = ['application', 'contract', 'notice', 'order', 'dispatch', 'receipt', 'workorder', 'invoice', 'commission', 'closing'];

describe('a whole chain', () => {
  it('with nothing left out is confirmed paper by paper [MFG-01]', async () => {
    const on = await judged((record) => record);
    expect(papers.map((kind) => [kind, on(kind).status])).toEqual(papers.map((kind) => [kind, 'confirmed']));
  });

  /** Gate, what was left out, how, the paper that comes back, and what the explanation names. */
  it.each<[gate: string, what: string, left: Left, kind: string, values: Record<string, unknown>]>([
    ['G-01', 'no policy was issued', of('policy', dropped), 'application', { version: 0 }],
    ['G-02', 'the price is under the floor', of('application', cheaper), 'application', { price: 2_800_000, floor: 2_900_000 }],
    ['G-03', 'nobody approved the discount', of('application', without('approved')), 'contract', { share: '3.29%', large: '0%' }],
    ['G-04', 'nobody signed discount and gift', of('application', without('approved')), 'contract', { missing: 'attachmentSigned' }],
    [
      'G-05',
      'the customer’s trade is unknown',
      of(
        'customer',
        body(() => ({ industry: '' })),
      ),
      'application',
      { missing: 'industry' },
    ],
    ['G-11', 'the manager never signed', of('application', without('endorsed')), 'contract', { missing: 'managerSigned,gmApproved' }],
    [
      'G-12',
      'no day of delivery is agreed',
      of(
        'contract',
        body(() => ({ deliverOn: '' })),
      ),
      'contract',
      { missing: 'delivery' },
    ],
    ['G-13', 'the clauses were not gone through', of('contract', without('checked')), 'contract', { count: 4 }],
    ['G-14', 'it was explained to nobody', of('contract', emptied('explained')), 'contract', { missing: 'explainedTo,explainedOn' }],
    ['G-15', 'finance did not countersign', of('contract', without('financeSigned')), 'contract', { missing: 'financeSigned' }],
    ['G-16', 'the customer did not sign', of('contract', without('customerSigned')), 'contract', { missing: 'seal,signature' }],
    ['G-17', 'the contract never took effect', of('contract', without('effective')), 'notice', { missing: 'inForce' }],
    ['G-17', 'the contract never took effect', of('contract', without('effective')), 'order', { missing: 'inForce' }],
    ['G-17', 'the contract never took effect', of('contract', without('effective')), 'dispatch', { missing: 'inForce' }],
    ['G-19', 'the balance has no day', of('contract', body(undated)), 'contract', { open: 30_000_000 }],
    [
      'G-20',
      'the order bears no contract number',
      of(
        'order',
        body(() => ({ contractNo: '' })),
      ),
      'order',
      { missing: 'contractNo' },
    ],
    [
      'G-20',
      'the number is another contract’s',
      of(
        'order',
        body(() => ({ contractNo: 'HT-1' })),
      ),
      'order',
      { missing: 'contractNo' },
    ],
    ['G-27', 'the notice was never issued', of('notice', without('approved')), 'notice', { missing: 'issuedByDgm' }],
    ['G-39', 'half of the 60 % never came', receipt(1, dropped), 'invoice', { received: 9_000_000, share: '30.00', missing: 9_000_000 }],
    ['G-40', 'the first payment never came', receipt(0, dropped), 'workorder', { due: 9_000_000, received: 0, missing: 9_000_000 }],
    ['G-41', 'nobody signed the work order', of('workorder', without('signed')), 'workorder', { missing: 'signedByManager' }],
    ['G-42', 'there is no acceptance report', of('acceptance', dropped), 'invoice', { missing: 'acceptance' }],
    ['G-43', 'the deputy for finance did not confirm', of('commission', without('dgmFinance')), 'commission', { missing: 'financeDgm,gm' }],
    ['G-45', 'finance did not book the delivery', of('dispatch', without('booked')), 'closing', { differences: 1, amount: 30_000_000 }],
  ])('[%s] comes back when %s, case %#', async (gate, _what, left, kind, values) => {
    const paper = (await judged(left))(kind);
    expect(paper.gates).toContainEqual(expect.objectContaining({ gate, result: 'blocked', values: expect.objectContaining(values) }));
    expect(paper.status).toBe('returned');
  });

  it.each([
    ['G-15', 'contract', 'salesSigned'],
    ['G-29', 'dispatch', 'released'],
    ['G-41', 'workorder', 'signed'],
  ])('[%s] comes back when its %s was %s on a loan that nobody gave', async (_gate, kind, step) => {
    const loan = { onBehalfOf: SOMEBODY, delegation: 'none' };
    const lent: Left = (record) => ({
      ...record,
      events: record.events.map((event) => (event.type === step ? { ...event, data: { ...event.data, ...loan } } : event)),
    });
    const paper = (await judged(of(kind, lent)))(kind);
    expect(paper.reasons.map(({ code }) => code)).toContain('PostMayNot');
    expect(paper.status).toBe('returned');
  });

  it.each<[gate: string, what: string, left: Left, values: Record<string, unknown>]>([
    ['G-18', 'was not put away in time', of('contract', without('archived')), { days: 2, allowed: 1 }],
    ['G-106', 'was not acknowledged', of('contract', without('acknowledged')), { missing: 'acknowledged' }],
    ['G-95', 'was not paid in time', unpaid, { open: 12_000_000, overdueDays: 3 }],
  ])('[%s] waits for somebody to look at it when it %s', async (gate, _what, left, values) => {
    const paper = (await judged(left))('contract');
    expect(paper.gates).toMatchObject([{ gate, result: 'warned', values }]);
    expect(paper.status).toBe('open');
  });
});

describe('what a desk let through with a reason', () => {
  it.each<[gate: string, kind: string, left: Left, holder: Role, other: Role]>([
    ['G-02', 'application', of('application', cheaper), 'manager', 'salesperson'],
    [
      'G-05',
      'application',
      of(
        'customer',
        body(() => ({ industry: '' })),
      ),
      'manager',
      'finance',
    ],
    ['G-45', 'closing', of('dispatch', without('booked')), 'dgmFinance', 'manager'],
    ['G-18', 'contract', of('contract', without('archived')), 'manager', 'salesperson'],
    ['G-106', 'contract', of('contract', without('acknowledged')), 'dgmSales', 'finance'],
    ['G-95', 'contract', unpaid, 'dgmFinance', 'salesperson'],
  ])('[%s] holds from whoever may, is shown, and not from another post', async (gate, kind, left, holder, other) => {
    const let_ = (role: Role) =>
      judged((record) => {
        const kept = left(record);
        return kept?.kind === kind ? letThrough(gate)(kept) : kept;
      }, role);
    const good = (await let_(holder))(kind);
    expect(good.gates.filter((outcome) => outcome.gate === gate).map(({ result }) => result)).not.toContain('blocked');
    expect(good.gates).toContainEqual(expect.objectContaining({ gate, result: 'overridden' }));
    expect(good.reasons).toContainEqual({ code: 'LetThrough', values: { gate, name: '某人', reason: '客户急用' } });
    expect(good.status).toBe('open');
    const bad = (await let_(other))(kind);
    expect(bad.gates.filter((outcome) => outcome.gate === gate).map(({ result }) => result)).not.toContain('overridden');
    expect(bad.reasons.map(({ code }) => code)).not.toContain('LetThrough');
  });
});
