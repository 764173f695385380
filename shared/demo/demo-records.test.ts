import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/core/canonical.ts';
import { daysBetween } from '#shared/core/calendar.ts';
import { eventSchema, recordSchema, type AnyRecord } from '#shared/documents/record.ts';
import { sealRecord } from '#shared/documents/act.ts';
import { sumPostings, type Posting } from '#shared/ledger/posting.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { bookOf } from '#shared/exchange/books.ts';
import { demoBranches, headBranch } from './company.ts';
import { demoPhoto } from './photo.ts';
import { demoRecords, type DemoOptions } from './demo-records.ts';

const TODAY = '2026-11-24';

async function collect(
  options: Partial<DemoOptions> = {},
): Promise<{ records: AnyRecord[]; fractions: number[]; kept: ReadonlyMap<string, number> }> {
  const records: AnyRecord[] = [];
  const fractions: number[] = [];
  const batches = demoRecords({ size: 'small', today: TODAY, pinHash: 'argon2', ...options });
  for (let next = await batches.next(); ; next = await batches.next()) {
    if (next.done) return { records, fractions, kept: next.value };
    records.push(...next.value.records);
    fractions.push(next.value.fraction);
  }
}

function digest(records: readonly AnyRecord[]): string {
  return createHash('sha256').update(canonicalJson(records)).digest('hex');
}

function moduleFor(record: AnyRecord) {
  const module = moduleOf(record.kind);
  if (!module) throw new Error(record.kind);
  return module;
}

describe('the small demonstration', () => {
  let records: AnyRecord[] = [];
  let fractions: number[] = [];
  beforeAll(async () => {
    ({ records, fractions } = await collect());
  }, 120_000);

  const count = (kind: string, status?: string) => records.filter((row) => row.kind === kind && (!status || row.status === status)).length;

  it('has 2,000 documents within a twentieth, each once, in batches with growing fractions', () => {
    expect(Math.abs(records.length - 2_000)).toBeLessThanOrEqual(100);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    expect(fractions.toSorted((a, b) => a - b)).toEqual(fractions);
    expect(fractions.at(-1)).toBe(1);
  });

  it('is the same every time, and another day makes another one', async () => {
    expect(digest((await collect()).records)).toBe(digest(records));
    expect(digest((await collect({ today: '2026-11-25' })).records)).not.toBe(digest(records));
  }, 120_000);

  it('holds nothing but valid documents whose title, amount and status follow from body and events', () => {
    for (const record of records) {
      const module = moduleFor(record);
      expect(recordSchema.parse(record)).toEqual(record);
      expect(module.schema.parse(record.body)).toEqual(record.body);
      expect(sealRecord(module, record)).toEqual(record);
    }
  });

  it('gives every number once, from the desks A to C, without gaps in a range', () => {
    const numbers = records.filter(({ kind }) => moduleOf(kind)?.numberType !== '').map(({ no }) => no);
    expect(new Set(numbers).size).toBe(numbers.length);
    const ranges = new Map<string, number[]>();
    for (const no of numbers) {
      const match = /^([A-Z]{2}-HZ01-[ABC]-\d{4})-(\d{4})$/.exec(no);
      expect(match, no).not.toBeNull();
      ranges.set(match?.[1] ?? '', [...(ranges.get(match?.[1] ?? '') ?? []), Number(match?.[2])]);
    }
    for (const [range, given] of ranges) {
      expect(
        given.toSorted((a, b) => a - b),
        range,
      ).toEqual(given.map((_, index) => index + 1));
    }
  });

  it('never sold what was not there: in the order of the clock no stock goes below nothing [STK-01]', () => {
    const stock = new Map<string, number>();
    const moves = records.flatMap((record) => changes(record)).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    for (const { account, amount } of moves) {
      const left = (stock.get(account) ?? 0) + amount;
      expect(left, account).toBeGreaterThanOrEqual(0);
      stock.set(account, left);
    }
    expect(stock.size).toBeGreaterThan(300);
  });

  it('stamps every gated step with what the gate read', () => {
    const gated = records.flatMap((record) =>
      record.events.filter((event) => (moduleFor(record).lifecycle.steps[event.type]?.gates?.length ?? 0) > 0),
    );
    expect(gated.length).toBeGreaterThan(500);
    for (const event of gated) expect(eventSchema.parse(event).stamp?.length ?? 0).toBeGreaterThan(0);
    expect(gated.flatMap(({ stamp = [] }) => stamp).filter(({ result }) => result === 'blocked')).toEqual([]);
  });

  it('has events of one desk in the order of its clock, none after the demonstration stops', () => {
    const stop = Date.UTC(2026, 10, 24, 7, 30);
    for (const { events } of records) {
      const ids = events.map(({ id }) => id);
      expect(ids.map((id) => id.slice(0, 13))).toEqual(ids.map((id) => id.slice(0, 13)).toSorted());
      for (const id of ids) expect(Number(id.slice(0, 13))).toBeLessThanOrEqual(stop);
    }
    const all = records.flatMap(({ events }) => events.map(({ id }) => id));
    expect(new Set(all).size).toBe(all.length);
  });

  it('leaves work for the reception desk [RCP-01 RCP-03 RCP-05]', () => {
    expect(count('visit', 'waiting')).toBeGreaterThanOrEqual(2);
    expect(count('visit', 'asked')).toBeGreaterThanOrEqual(1);
    expect(count('duty', 'standing')).toBe(1);
    const open = records.filter(({ kind, status }) => kind === 'task' && status === 'open');
    expect(open.some(({ day }) => day === TODAY)).toBe(true);
    expect(open.some(({ day }) => day < TODAY)).toBe(true);
    expect(records.some(({ kind, status, day }) => kind === 'agenda' && status === 'expected' && day === TODAY)).toBe(true);
  });

  it('leaves work for the warehouse, the gate and purchasing [STK-08 DSP-03 STK-04]', () => {
    for (const status of ['released', 'picked', 'out']) expect(count('dispatch', status), status).toBeGreaterThanOrEqual(1);
    expect(count('gatepass', 'issued')).toBeGreaterThanOrEqual(1);
    for (const status of ['written', 'photographed', 'recorded', 'drawn']) expect(count('pickup', status), status).toBe(1);
    expect(count('return', 'approved')).toBe(1);
    const stock = balances(records, 'stock');
    const low = records.filter(
      (record) =>
        record.kind === 'product' && [...stock].some(([path, amount]) => path.endsWith(record.id) && amount < Number(record.body.lowStock)),
    );
    expect(low.length).toBeGreaterThan(3);
  });

  it('leaves work for the manager [ORD-05 DSP-01 ORD-09]', () => {
    expect(count('order', 'checked')).toBeGreaterThanOrEqual(2);
    expect(count('dispatch', 'drafted')).toBeGreaterThanOrEqual(2);
    expect(count('return', 'asked')).toBeGreaterThanOrEqual(2);
  });

  it('leaves money with the cashier, a bundle for finance to count, and nothing of an earlier day [PAY-02 G-38]', () => {
    const held = balances(records, 'held');
    expect(held.size).toBeGreaterThan(0);
    for (const path of held.keys()) expect(path.split('/')[2]).toBe(TODAY);
    expect(count('handover', 'offered')).toBe(1);
  });

  it('leaves finance unsigned slips of several ages, deliveries to book and overdue debts [DSP-04 PAY-04 G-32]', () => {
    const unsigned = records.filter(({ kind, status }) => kind === 'dispatch' && status === 'passed');
    expect(new Set(unsigned.map(({ day }) => Math.floor(daysBetween(day, TODAY) / 7))).size).toBeGreaterThanOrEqual(3);
    expect(count('dispatch', 'signed')).toBeGreaterThanOrEqual(1);
    const byId = new Map(records.map((record) => [record.id, record]));
    const overdue = [...balances(records, 'receivable')].filter(([path, amount]) => {
      const source = byId.get(path.split('/')[2] ?? '');
      const days = Number(source?.body.creditDays ?? 0);
      return amount > 0 && source !== undefined && daysBetween(source.day, TODAY) > days + 1;
    });
    expect(overdue.length).toBeGreaterThanOrEqual(5);
  });
});

describe('money of the office in the small demonstration', () => {
  it('has the safe counted and closed evening by evening, and claims at every stage [PAY-02 TRV-03 TRV-04 TRV-05 STK-09 G-46 G-47]', async () => {
    const { records } = await collect();
    const of = (kind: string, status: string) => records.filter((row) => row.kind === kind && row.status === status);
    expect(of('cashday', 'closed').length).toBeGreaterThan(5);
    expect(of('cashday', 'counted').length).toBe(1);
    for (const sheet of of('cashday', 'closed')) expect(sheet.body.counted).toBeGreaterThanOrEqual(0);
    for (const status of ['submitted', 'signed', 'paid', 'returned']) expect(of('expense', status).length, status).toBeGreaterThan(0);
    const stamps = of('expense', 'signed').flatMap(({ events }) => events.flatMap(({ stamp }) => stamp ?? []));
    expect(stamps).toContainEqual(expect.objectContaining({ gate: 'G-47', result: 'overridden' }));
    expect(of('trip', 'seen').length).toBeGreaterThan(0);
    expect(of('request', 'taken').length, 'STK-09').toBeGreaterThan(0);
  }, 120_000);
});

describe('contracts in the small demonstration', () => {
  let records: AnyRecord[] = [];
  beforeAll(async () => {
    ({ records } = await collect());
  }, 300_000);

  const of = (kind: string, status?: string) => records.filter((row) => row.kind === kind && (!status || row.status === status));

  it('stand at every stage, from the first offer to the court [QPA-02 CON-01 CON-02 MFG-02 MFG-03 AFS-05 AFS-06 PAY-06]', () => {
    for (const [kind, statuses] of [
      ['quotation', ['draft', 'submitted', 'sent', 'accepted', 'declined', 'expired', 'replaced']],
      ['application', ['submitted', 'returned', 'used']],
      ['contract', ['explained', 'salesSigned', 'countersigned', 'sealed', 'effective', 'performing', 'balanceDue', 'closed']],
      ['notice', ['submitted', 'producing', 'finished']],
      ['workorder', ['scheduled', 'accepted']],
      ['invoice', ['submitted', 'delivered']],
      ['dunning', ['sent', 'answered', 'legal']],
      ['policy', ['decided', 'issued', 'superseded']],
      ['delegation', ['given']],
      ['credit', ['submitted', 'inForce']],
    ] as const)
      for (const status of statuses) expect(of(kind, status).length, `${kind} ${status}`).toBeGreaterThan(0);
    expect(of('interest', 'confirmed').length).toBeGreaterThan(0);
    expect(of('application').some(({ events }) => events.some(({ type }) => type === 'sentBack'))).toBe(true);
    expect(
      of('policy')
        .map(({ body }) => body.version)
        .toSorted(),
    ).toEqual([1, 2, 3, 4]);
  });

  it('are compared and signed by both sides month after month; the last month has one small difference [CON-06 G-45]', () => {
    const sheets = of('closing').toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(sheets.length).toBeGreaterThan(5);
    expect(sheets.slice(0, -1).every(({ status }) => status === 'closed')).toBe(true);
    expect(sheets.at(-1)).toMatchObject({ status: 'drawn', body: { month: '2026-10' } });
    expect(sheets.at(-1)?.body.lines).toContainEqual(expect.objectContaining({ measure: 'collected', difference: 36_000 }));
  });

  it('earn commission through three signatures, held back where money is overdue; one waits short of 60 % [STF-09 G-43 G-39]', () => {
    const sheets = of('commission');
    expect(sheets.filter(({ status }) => status === 'paid').length).toBeGreaterThan(2);
    expect(sheets.some(({ status }) => status === 'submitted')).toBe(true);
    expect(sheets.some(({ body }) => Number(body.withheld) > 0)).toBe(true);
    const noted = of('contract').find(({ events }) => events.some(({ type }) => type === 'noted')) ?? expect.fail('nobody waits');
    const received = [...balances(records, 'received')].find(([path]) => path.endsWith(noted.id))?.[1] ?? 0;
    expect(received / noted.amount).toBeGreaterThan(0.5);
    expect(received / noted.amount).toBeLessThan(0.6);
    expect(of('invoice').some(({ source }) => source === noted.id)).toBe(false);
  });
});

it('names one picture, by its hash', async () => {
  expect(createHash('sha256').update(demoPhoto.content()).digest('hex')).toBe(demoPhoto.hash);
});

describe('the three branches', () => {
  const books = new Map<string, AnyRecord[]>();
  beforeAll(async () => {
    for (const { code } of demoBranches) books.set(code, (await collect({ size: 1_000, branch: code })).records);
  }, 120_000);
  const book = (code: string): AnyRecord[] => books.get(code) ?? [];
  const companys = (records: readonly AnyRecord[]): AnyRecord[] => records.filter((row) => bookOf(row, headBranch.code) === 'company');

  it('share the policy, the people of the head branch, the suppliers and the catalogue, equal to the last byte', () => {
    const shared = canonicalJson(companys(book('HZ01')).toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    for (const code of ['NB01', 'WZ01']) {
      const theirs = companys(book(code)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(canonicalJson(theirs)).toBe(shared);
      expect(theirs.filter(({ kind }) => kind === 'product').length).toBeGreaterThanOrEqual(60);
    }
  });

  it('have no other document, event or number in common', () => {
    const own = demoBranches.flatMap(({ code }) => book(code).filter((row) => bookOf(row, headBranch.code) === 'branch'));
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    const events = own.flatMap((row) => row.events.map(({ id }) => id));
    const headEvents = companys(book('HZ01')).flatMap((row) => row.events.map(({ id }) => id));
    expect(new Set([...events, ...headEvents]).size).toBe(events.length + headEvents.length);
    const numbers = own.map(({ no }) => no).filter((no) => no !== '');
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { code } of demoBranches) for (const row of book(code)) expect([code, 'HZ01']).toContain(row.branch);
  });

  it('differ in size, people, customers and in what sells', () => {
    expect(book('NB01').length).toBeLessThan(book('HZ01').length);
    expect(book('WZ01').length).toBeLessThan(book('NB01').length);
    const named = (code: string, kind: string) =>
      book(code).flatMap((row) => (row.kind === kind && row.branch === code ? [row.title] : []));
    for (const kind of ['staff', 'location', 'customer']) {
      expect(named('NB01', kind).length, kind).toBeGreaterThan(0);
      if (kind !== 'location') expect(named('NB01', kind).filter((name) => named('WZ01', kind).includes(name))).toHaveLength(0);
    }
    const seller = (code: string) => {
      const sold = [...balances(book(code), 'sold')].toSorted((a, b) => b[1] - a[1]).slice(0, 10);
      return sold.map(([path]) => path.split('/')[2]).join();
    };
    expect(new Set(demoBranches.map(({ code }) => seller(code))).size).toBe(3);
  });
});

it('knows no fourth branch', async () => {
  await expect(collect({ branch: 'SH01' })).rejects.toThrow('HZ01, NB01, WZ01');
});

describe('a middle-sized demonstration', () => {
  it('has the size asked for and the balances kept on the way are those of the documents', async () => {
    const { records, kept } = await collect({ size: 12_600 });
    expect(Math.abs(records.length - 12_600)).toBeLessThanOrEqual(630);
    expect(new Map([...kept].toSorted())).toEqual(new Map([...sumPostings(records.flatMap(postingsOf))].toSorted()));
    for (const [path, amount] of kept) if (path.startsWith('stock/')) expect(amount, path).toBeGreaterThanOrEqual(0);
  }, 300_000);
});

function postingsOf(record: AnyRecord): Posting[] {
  return moduleFor(record).postings(record);
}

/** Balances of all accounts below `prefix`, summed anew from the documents. */
function balances(records: readonly AnyRecord[], prefix: string): Map<string, number> {
  return sumPostings(records.flatMap(postingsOf).filter(({ account }) => account.startsWith(`${prefix}/`)));
}

/** What each event of a document did to stock, with the time it did it. */
function changes(record: AnyRecord): { at: string; account: string; amount: number }[] {
  const module = moduleFor(record);
  let before = new Map<string, number>();
  return record.events.flatMap((event, index) => {
    const until = sealRecord(module, { ...record, events: record.events.slice(0, index + 1) });
    const after = sumPostings(module.postings(until).filter(({ account }) => account.startsWith('stock/')));
    const delta = sumPostings([
      ...[...after].map(([account, amount]) => ({ account, amount })),
      ...[...before].map(([account, amount]) => ({ account, amount: -amount })),
    ]);
    before = after;
    return [...delta].map(([account, amount]) => ({ at: event.id, account, amount }));
  });
}
