import { beforeEach, describe, expect, it } from 'vitest';
import type { AnyRecord } from '#shared/documents/record.ts';
import { foldBody } from '#shared/documents/edited-body.ts';
import { CentreProblem, type CentreAnswer, type Transport } from '#shared/exchange/transport.ts';
import { HostFailure } from '#shared/host/contract.ts';
import { aCentre, aDesk, type TestCentre, type TestDesk } from '#tests/support/exchange-desk.ts';

const BRANCH = 'bd-branch-hz01';
const MINUTE = 60_000;

let centre: TestCentre;

beforeEach(async () => {
  centre = await aCentre();
  await centre.addBranch('HZ01');
});

async function joined(deskCode: string): Promise<TestDesk> {
  const desk = await aDesk(centre);
  await desk.exchange.join(centre.url, await centre.enrol(deskCode));
  await desk.exchange.round();
  return desk;
}

/** Everybody exchanges until nothing moves any more. */
async function settle(...desks: TestDesk[]): Promise<void> {
  centre.clock.now += 2 * MINUTE;
  for (let round = 0; round < 3; round += 1) for (const desk of desks) await desk.exchange.round();
}

async function sameBooks(...desks: TestDesk[]): Promise<void> {
  const [first, ...others] = await Promise.all(desks.map((desk) => desk.book()));
  for (const other of others) expect(other).toEqual(first);
}

const broken = (): Promise<CentreAnswer> => Promise.reject(new CentreProblem('unreachable', 'no network'));
/** The first request that matches is answered by `answer`; with `after`, once it has been carried out. */
function once(path: RegExp, answer: () => Promise<CentreAnswer>, when: 'before' | 'after' = 'before'): (next: Transport) => Transport {
  let isDone = false;
  return (next) => async (request) => {
    if (isDone || !path.test(`${request.method} ${request.path}`)) return next(request);
    isDone = true;
    if (when === 'after') await next(request);
    return answer();
  };
}

describe('documents between desks of a branch', () => {
  it('arrive once, and the exchange after it changes nothing', async () => {
    const a = await joined('HZ01-A');
    const b = await joined('HZ01-B');
    const made = a.aCustomer('王芳');
    await a.write(made);
    await b.write(b.aCustomer('李强'));
    await settle(a, b);
    await sameBooks(a, b);
    expect(centre.documents(BRANCH)).toHaveLength(2);
    expect((await b.book()).get(made.id)?.no).toBe('KH-HZ01-A-2611-0001');
    const before = [a.journal.lastSeq(), b.journal.lastSeq(), centre.documents(BRANCH)];
    await a.exchange.round();
    await b.exchange.round();
    expect([a.journal.lastSeq(), b.journal.lastSeq(), centre.documents(BRANCH)]).toEqual(before);
    expect(a.exchange.status()).toMatchObject({ phase: 'idle', unsent: 0, setAside: 0, lastComplete: centre.clock.now });
  });

  it('unite what both changed without knowing of each other; the same field is a conflict on both', async () => {
    const a = await joined('HZ01-A');
    const b = await joined('HZ01-B');
    const made = a.aCustomer('王芳');
    await a.write(made);
    await settle(a, b);
    const here = (await a.book()).get(made.id) as AnyRecord;
    await a.write(a.remarked(here, '要送货'));
    centre.clock.now += 1000;
    await b.write(b.remarked(here, '自提'));
    await settle(a, b);
    await sameBooks(a, b);
    const united = (await b.book()).get(made.id);
    expect(foldBody(united?.events ?? []).conflicts).toMatchObject([
      { field: 'notes', first: { value: '要送货' }, second: { value: '自提' } },
    ]);
  });

  it('written by another desk between reading and writing are united and written once more', async () => {
    const a = await joined('HZ01-A');
    const b = await joined('HZ01-B');
    const made = a.aCustomer('王芳');
    await a.write(made);
    await settle(a, b);
    const here = (await a.book()).get(made.id) as AnyRecord;
    await a.write(a.remarked(here, '要送货'));
    centre.clock.now += 1000;
    await b.write(b.remarked(here, '自提'));
    let isFirst = true;
    b.through((next) => async (request) => {
      if (isFirst && /_bulk_docs/.test(request.path)) {
        isFirst = false;
        await a.exchange.round();
      }
      return next(request);
    });
    await b.exchange.round();
    expect(centre.documents(BRANCH)[0]?.['events']).toHaveLength(3);
    await settle(a, b);
    await sameBooks(a, b);
  });

  it('are kept in the journal until the centre has them', async () => {
    const a = await joined('HZ01-A');
    await a.write(a.aCustomer('王芳'));
    await settle(a);
    const acknowledged = a.exchange.released();
    expect(acknowledged).toBeGreaterThan(0);
    a.through(() => broken);
    await a.write(a.aCustomer('李强'));
    await a.exchange.round();
    expect(a.exchange.released()).toBe(acknowledged);
    expect(a.exchange.status()).toMatchObject({ phase: 'offline', problem: 'unreachable', unsent: 1 });
    expect(await a.exchange.handlers['centre.unsent'](undefined)).toMatchObject([{ kind: 'customer', title: '李强' }]);
  });

  it('are still unsent after a restart, and sent then', async () => {
    const a = await joined('HZ01-A');
    a.through(() => broken);
    await a.write(a.aCustomer('王芳'));
    const again = await a.restart();
    expect(again.exchange.status().unsent).toBe(1);
    await settle(again);
    expect(again.exchange.status().unsent).toBe(0);
    expect(centre.documents(BRANCH)).toHaveLength(1);
  });
});

describe('the network', () => {
  const faults: [string, () => Promise<CentreAnswer>, string][] = [
    ['503', () => Promise.resolve({ status: 503, text: '{"error":"busy"}', at: 0 }), 'busy'],
    ['429', () => Promise.resolve({ status: 429, text: '', at: 0 }), 'busy'],
    ['a login page with status 200', () => Promise.resolve({ status: 200, text: '<html>Login</html>', at: 0 }), 'nonsense'],
    ['half an answer', () => Promise.resolve({ status: 200, text: '{"results":[', at: 0 }), 'nonsense'],
    ['JSON of something else', () => Promise.resolve({ status: 200, text: '{"ok":true}', at: 0 }), 'nonsense'],
    ['silence', () => Promise.reject(new CentreProblem('timed-out', 'no answer')), 'timed-out'],
  ];
  for (const [name, answer, problem] of faults) {
    for (const when of ['before', 'after'] as const) {
      for (const path of [/_bulk_docs/, /_changes/, /_all_docs/]) {
        it(`gives ${name} ${when} ${path.source} was carried out: nothing is lost, doubled or set aside`, async () => {
          const a = await joined('HZ01-A');
          const b = await joined('HZ01-B');
          await b.write(b.aCustomer('李强'));
          await settle(b);
          await a.write(a.aCustomer('王芳'));
          a.through(once(path, answer, when));
          await a.exchange.round();
          expect(a.exchange.status().problem).toBe(problem);
          await settle(a, b);
          await sameBooks(a, b);
          expect(centre.documents(BRANCH)).toHaveLength(2);
          expect(a.exchange.status()).toMatchObject({ phase: 'idle', problem: '', unsent: 0, setAside: 0 });
        });
      }
    }
  }

  it('refuses a large request: it is sent in smaller ones, and a document too large for itself is set aside', async () => {
    const a = await joined('HZ01-A');
    const records = Array.from({ length: 40 }, (_, at) => a.aCustomer(`客户${at}`));
    await a.write(...records);
    const huge = records[17]?.id ?? '';
    a.through((next) => async (request) => {
      const size = JSON.stringify(request.body ?? '').length;
      if (/_bulk_docs/.test(request.path) && (size > 10_000 || JSON.stringify(request.body).includes(huge))) {
        return { status: 413, text: '{"error":"too_large"}', at: 0 };
      }
      return next(request);
    });
    await settle(a);
    expect(centre.documents(BRANCH)).toHaveLength(39);
    expect(await a.exchange.handlers['centre.setAside'](undefined)).toMatchObject([{ id: huge, reason: 'too-large', withdrawn: false }]);
    expect(a.exchange.status()).toMatchObject({ unsent: 0, setAside: 1 });
  });
});

describe('a document the centre refuses', () => {
  it('is set aside with the reason, and everything behind it goes on; tried again, withdrawn, sent', async () => {
    const a = await joined('HZ01-A');
    const bad = a.aCustomer('假');
    centre.couch.forbid((_, { _id }) => (_id === bad.id ? 'number-not-yours: KH-HZ01-B-2611-0001' : ''));
    await a.write(bad);
    await a.write(a.aCustomer('真'));
    await settle(a);
    expect(centre.documents(BRANCH).map(({ title }) => title)).toEqual(['真']);
    const listed = { id: bad.id, kind: 'customer', title: '假', reason: 'number-not-yours: KH-HZ01-B-2611-0001' };
    expect(await a.exchange.handlers['centre.setAside'](undefined)).toMatchObject([listed]);
    await a.exchange.handlers['centre.withdraw']({ id: bad.id });
    expect(a.exchange.status().setAside).toBe(0);
    const again = await a.restart();
    expect(await again.exchange.handlers['centre.setAside'](undefined)).toMatchObject([{ ...listed, withdrawn: true }]);
    centre.couch.forbid(() => '');
    await again.exchange.handlers['centre.retry']({ id: bad.id });
    expect(await again.exchange.handlers['centre.setAside'](undefined)).toEqual([]);
    expect(centre.documents(BRANCH)).toHaveLength(2);
  });
});

describe('the end of the program', () => {
  it('does not wait for an answer that does not come, and writes nothing when it comes after all', async () => {
    const a = await joined('HZ01-A');
    await a.write(a.aCustomer('王芳'));
    let answer: (answer: CentreAnswer) => void = () => undefined;
    a.through(
      (next) => (request) =>
        /_bulk_docs/.test(request.path) ? new Promise((resolve) => next(request).then(() => (answer = resolve))) : next(request),
    );
    const round = a.exchange.round();
    await a.exchange.close();
    const before = new Map(a.disk.paths().map((path) => [path, a.disk.contents(path)]));
    answer({ status: 201, text: '[]', at: 0 });
    await round;
    expect(new Map(a.disk.paths().map((path) => [path, a.disk.contents(path)]))).toEqual(before);
    const again = await a.restart();
    await settle(again);
    expect(again.exchange.status()).toMatchObject({ unsent: 0, setAside: 0 });
    expect(centre.documents(BRANCH)).toHaveLength(1);
  });
});

describe('joining', () => {
  it('makes a fresh machine a desk of the branch, which then has the whole book', async () => {
    const a = await joined('HZ01-A');
    await a.write(...Array.from({ length: 1200 }, (_, at) => a.aCustomer(`客户${at}`)));
    await settle(a);
    const b = await joined('HZ01-B');
    expect(b.identity()).toEqual({ company: '远山家电', branchCode: 'HZ01', branchName: 'HZ01', deskLetter: 'B' });
    await sameBooks(a, b);
    expect(b.statuses.map(({ phase }) => phase)).toContain('first-download');
    expect(b.statuses.findLast(({ progress }) => progress)?.progress?.done).toBe(1200);
  });

  it('sends the papers a desk wrote while it stood alone', async () => {
    const a = await aDesk(centre, 'HZ01-A');
    await a.write(a.aCustomer('王芳'));
    await a.exchange.join(centre.url, await centre.enrol('HZ01-C', 'HZ01-A'));
    await settle(a);
    expect(centre.documents(BRANCH)).toMatchObject([{ title: '王芳', no: 'KH-HZ01-A-2611-0001' }]);
    expect(a.identity()?.deskLetter).toBe('C');
    expect(a.exchange.status()).toMatchObject({ unsent: 0, healed: { reason: 'joined' } });
  });

  it('says why not', async () => {
    const code = await centre.enrol('HZ01-A');
    const a = await aDesk(centre);
    const failure = (join: Promise<void>) =>
      join.then(
        () => null,
        (problem: unknown) => problem instanceof HostFailure && [problem.code, problem.message],
      );
    expect(await failure(a.exchange.join(centre.url, 'HZ01-A-1234'))).toEqual(['invalid-input', 'no such code']);
    expect(await failure(a.exchange.join(centre.url, code.replace(/.$/, 'Z')))).toEqual(['centre-failed', 'unauthorized']);
    a.through(() => broken);
    expect(await failure(a.exchange.join(centre.url, code))).toEqual(['centre-failed', 'unreachable']);
    a.through((next) => next);
    const other = await aDesk(centre, 'NB01-A');
    expect(await failure(other.exchange.join(centre.url, code))).toMatchObject(['wrong-branch', expect.any(String)]);
    await a.exchange.join(centre.url, code);
    expect(await failure(a.exchange.join(centre.url, code))).toMatchObject(['already-joined', expect.any(String)]);
    const second = await aDesk(centre);
    expect(await failure(second.exchange.join(centre.url, code))).toEqual(['centre-failed', 'unauthorized']);
  });

  it('works with the same code when the answer was lost after the centre took the new password, also after a restart', async () => {
    const code = await centre.enrol('HZ01-A');
    const a = await aDesk(centre);
    let isCut = false;
    a.through((next) => async (request) => {
      if (isCut) return broken();
      if (request.method !== 'PUT') return next(request);
      isCut = true;
      await next(request);
      return broken();
    });
    await expect(a.exchange.join(centre.url, code)).rejects.toThrow('unreachable');
    const again = await a.restart();
    await again.exchange.join(centre.url, code);
    await again.exchange.round();
    expect(again.exchange.status().phase).toBe('idle');
  });
});

describe('a desk that is not what it was', () => {
  it('cloned: the second of the two stops before it sends a paper or writes one, and goes on with a code of its own', async () => {
    const a = await joined('HZ01-A');
    const b = await a.copy();
    await a.write(a.aCustomer('王芳'));
    await settle(a);
    await b.write(b.aCustomer('王方'));
    centre.clock.now += 2 * MINUTE;
    await b.exchange.round();
    expect(b.exchange.status()).toMatchObject({ phase: 'stopped', problem: 'cloned' });
    expect(b.exchange.obstacle()).toBe('read-only');
    expect(centre.documents(BRANCH)).toHaveLength(1);
    const again = await b.restart();
    expect(again.exchange.obstacle()).toBe('read-only');
    await again.exchange.join(centre.url, await centre.enrol('HZ01-B', 'HZ01-A'));
    await settle(again, a);
    expect(again.exchange.obstacle()).toBeNull();
    expect(centre.documents(BRANCH)).toHaveLength(2);
    await sameBooks(a, again);
  });

  it('revoked: it says so, keeps its papers, and sends them when it is let in again', async () => {
    const a = await joined('HZ01-A');
    await a.write(a.aCustomer('王芳'));
    a.through(
      (next) => (request) =>
        request.path.startsWith('/bd-') ? Promise.resolve({ status: 401, text: '{"error":"unauthorized"}', at: 0 }) : next(request),
    );
    await settle(a);
    expect(a.exchange.status()).toMatchObject({ phase: 'stopped', problem: 'unauthorized', unsent: 1 });
    a.through((next) => next);
    await settle(a);
    expect(a.exchange.status()).toMatchObject({ phase: 'idle', unsent: 0 });
  });

  it('away for ninety days: everything meets', async () => {
    const a = await joined('HZ01-A');
    const b = await joined('HZ01-B');
    for (let day = 0; day < 90; day += 1) {
      centre.clock.now += 24 * 60 * MINUTE;
      await a.write(a.aCustomer(`甲${day}`));
      await a.exchange.round();
      await b.write(b.aCustomer(`乙${day}`));
    }
    await settle(b, a);
    await sameBooks(a, b);
    expect(centre.documents(BRANCH)).toHaveLength(180);
  });

  it('with a clock set forward and back again: later papers are sent all the same', async () => {
    const a = await joined('HZ01-A');
    centre.clock.now += 24 * 60 * MINUTE;
    await a.write(a.aCustomer('明天'));
    await a.exchange.round();
    centre.clock.now -= 24 * 60 * MINUTE;
    await a.write(a.aCustomer('今天'));
    await a.exchange.round();
    expect(centre.documents(BRANCH)).toHaveLength(2);
  });

  it('with a clock half a day ahead: it writes nothing that the centre would refuse, and goes on when the clock is right', async () => {
    const a = await joined('HZ01-A');
    const right = centre.clock.now;
    a.through((next) => async (request) => ({ ...(await next(request)), at: right }));
    centre.clock.now += 13 * 60 * MINUTE;
    await a.exchange.round();
    expect(a.exchange.obstacle()).toBe('clock-ahead');
    expect(a.exchange.status().clockOffset).toBe(-13 * 60 * MINUTE);
    centre.clock.now = right + 30_000;
    await a.exchange.round();
    expect(a.exchange.obstacle()).toBeNull();
  });

  it('restored from a snapshot: what the centre has comes back', async () => {
    const a = await joined('HZ01-A');
    const early = await a.copy();
    const b = await joined('HZ01-B');
    await b.write(b.aCustomer('李强'));
    await settle(b);
    await early.exchange.restored();
    await settle(early, b);
    await sameBooks(early, b);
    expect(early.exchange.status().healed.reason).toBe('desk-restored');
  });
});

describe('a centre that is not what it was', () => {
  it('restored from a backup and given another life: every desk brings what is missing', async () => {
    const a = await joined('HZ01-A');
    const b = await joined('HZ01-B');
    await a.write(a.aCustomer('旧'));
    await settle(a, b);
    const backup = centre.couch.backup();
    await a.write(a.aCustomer('新甲'));
    await b.write(b.aCustomer('新乙'));
    await settle(a, b);
    centre.couch.restore(backup);
    await centre.setEpoch('second');
    await settle(a, b);
    expect(centre.documents(BRANCH).map(({ title }) => title)).toHaveLength(3);
    await sameBooks(a, b);
    expect(a.exchange.status().healed.reason).toBe('centre-restored');
  });

  it('put back without a word: noticed all the same', async () => {
    const a = await joined('HZ01-A');
    const b = await joined('HZ01-B');
    const backup = centre.couch.backup();
    await a.write(a.aCustomer('新甲'));
    await settle(a, b);
    centre.couch.restore(backup);
    centre.clock.now += 60 * MINUTE;
    await settle(b, a);
    expect(centre.documents(BRANCH)).toHaveLength(1);
    await sameBooks(a, b);
    expect(a.exchange.status().healed.reason).toBe('centre-lost-documents');
  });

  it('has documents of a newer program: kept there, counted, and read once this one is updated', async () => {
    const a = await joined('HZ01-A');
    const strange = { _id: '01JABCDEFGHJKMNPQRSTVWXYZ0', shape: 'new' };
    await centre.couch.admin({ method: 'PUT', path: `/${BRANCH}/${strange._id}`, body: strange, timeout: 1000 });
    await settle(a);
    expect(a.exchange.status()).toMatchObject({ phase: 'idle', unreadable: 1 });
    const older = await a.restart('1.0.0');
    expect(older.exchange.status().unreadable).toBe(1);
    const newer = await older.restart('1.1.0');
    expect(newer.exchange.status().unreadable).toBe(0);
    await settle(newer);
    expect(newer.exchange.status().unreadable).toBe(1);
  });
});

describe('the company’s book', () => {
  it('is read by every branch and written by the head office', async () => {
    await centre.addBranch('ZB01');
    const head = await joined('ZB01-A');
    const a = await joined('HZ01-A');
    const made = head.aProduct('电水壶');
    await head.write(made);
    await settle(head, a);
    expect(centre.documents('bd-company')).toHaveLength(1);
    expect(centre.documents('bd-branch-zb01')).toHaveLength(0);
    expect((await a.book()).get(made.id)?.title).toBe(made.title);
    await a.write(a.aProduct('本店自采'));
    await settle(a, head);
    expect(centre.documents('bd-company')).toHaveLength(1);
    expect(centre.documents(BRANCH)).toHaveLength(1);
  });
});

describe('photos and scans', () => {
  const bytes = (length: number, seed: number) => Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 7 + (at >> 8)) & 255);

  it('follow their papers in pieces, and a piece that is there is not sent again', async () => {
    const a = await joined('HZ01-A');
    const b = await joined('HZ01-B');
    const content = bytes(1_300_000, 1);
    const { hash } = await a.files.handlers['files.put']({ type: 'image/jpeg', name: '回单.jpg', content });
    expect(a.exchange.status().filesUnsent).toBe(1);
    a.through(once(/PUT .*chunk.*%3A2$/, broken));
    await a.exchange.round();
    expect(a.exchange.status().phase).toBe('offline');
    const asked: string[] = [];
    a.through((next) => (request) => {
      if (request.method === 'PUT' && request.path.includes('chunk')) asked.push(request.path);
      return next(request);
    });
    await settle(a, b);
    expect(asked).toHaveLength(1);
    const { content: arrived, ...rest } = await b.files.handlers['files.get']({ hash });
    expect(rest).toEqual({ type: 'image/jpeg', name: '回单.jpg' });
    expect(Buffer.compare(arrived, content)).toBe(0);
    expect(b.exchange.status().filesUnsent).toBe(0);
  });

  it('one whose piece is not there yet is asked for again', async () => {
    const a = await joined('HZ01-A');
    const b = await joined('HZ01-B');
    const { hash } = await a.files.handlers['files.put']({ type: 'image/png', name: '章.png', content: bytes(600_000, 2) });
    await settle(a);
    b.through(
      (next) => async (request) =>
        /GET .*chunk.*%3A1$/.test(`${request.method} ${request.path}`)
          ? { status: 404, text: '{"error":"not_found"}', at: 0 }
          : next(request),
    );
    await settle(b);
    expect(b.files.has(hash)).toBe(false);
    expect(b.exchange.status().phase).toBe('idle');
    const again = await b.restart();
    await settle(again);
    expect(again.files.has(hash)).toBe(true);
  });
});
