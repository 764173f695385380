import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { policy, policyAtOnce } from '#shared/modules/policy/module.ts';
import { aTestBook, closeTestBooks } from './book.fixture.ts';
import { countIn, manager, registerCustomer, stockOf, undo } from './goods.fixture.ts';

afterEach(closeTestBooks);

describe('a command', () => {
  it('is durable before it is answered, and what the page holds is what the host journalled', async () => {
    const { book, host } = await aTestBook();
    const outcome = await book.run(manager, registerCustomer({ name: '单志强' }));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const [record] = outcome.value.records;
    expect(record?.no).toMatch(/^KH-HZ01-A-\d{4}-0001$/);
    expect(host.entries().at(-1)?.documents).toEqual([record]);
    expect(await book.get(outcome.value.answer)).toEqual(record);
  });

  it('that is refused writes nothing', async () => {
    const { book, host } = await aTestBook();
    const counted = await book.run(manager, countIn('kettle', 1000));
    if (!counted.ok) throw new Error('refused');
    await book.run(manager, undo(counted.value.answer));
    const again = await book.run(manager, undo(counted.value.answer));
    expect(again).toMatchObject({ ok: false, refusal: { code: 'StatusPassed' } });
    expect(host.entries()).toHaveLength(2);
  });

  it('runs after the one before it has been written, so that it sees its effect', async () => {
    const { book } = await aTestBook();
    const seen: number[] = [];
    const look = async (product: string) =>
      book.run(manager, async (read, moment) => {
        seen.push(await read.balance(stockOf(product)));
        return countIn(product, 1000)(read, moment);
      });
    await Promise.all([look('kettle'), look('kettle'), look('kettle')]);
    expect(seen).toEqual([0, 1000, 2000]);
    expect(await book.balances('stock/')).toEqual(new Map([[stockOf('kettle'), 3000]]));
  });

  it('with a body its module does not accept throws before anything is written', async () => {
    const { book, host } = await aTestBook();
    const wrong = book.run(manager, async (_read, moment) => {
      const made = commitNew(opening, { type: 'receivable', customerName: '', amount: 0.5, due: moment.today, reference: '' }, moment);
      return made.ok ? ok({ records: [untyped(made.value)], answer: null }) : made;
    });
    await expect(wrong).rejects.toThrow(/int/);
    expect(host.calls('journal.append')).toBe(0);
    expect(await book.size()).toBe(0);
  });

  it('decided on an outdated copy throws: events are never lost', async () => {
    const { book, host } = await aTestBook();
    const counted = await book.run(manager, countIn('kettle', 1000));
    if (!counted.ok) throw new Error('refused');
    const [old] = counted.value.records;
    await book.run(manager, undo(counted.value.answer));
    await expect(book.run(manager, async () => ok({ records: old ? [{ ...old, owner: 'x' }] : [], answer: null }))).rejects.toThrow(
      /outdated/,
    );
    expect(host.entries()).toHaveLength(2);
  });

  it('is decided by the newest version of the policy, from the command that issues it on', async () => {
    const on = await aTestBook();
    const issue = (version: number) =>
      on.book.run(manager, async (_read, moment) => {
        const made = commitNew(policy, policyAtOnce(version, { deposit: version }, ''), moment);
        return made.ok ? ok({ records: [untyped(made.value)], answer: null }) : made;
      });
    const inForce = async ({ book } = on) => {
      const outcome = await book.run(manager, async (_read, moment) => ok({ records: [], answer: moment.policy }));
      return outcome.ok ? outcome.value.answer : null;
    };
    expect(await inForce()).toEqual({ version: 0, parameters: {} });
    await issue(1);
    await issue(3);
    await issue(2);
    expect(await inForce()).toEqual({ version: 3, parameters: { deposit: 3 } });
    await on.book.close();
    expect(await inForce(await aTestBook({ host: on.host }))).toEqual({ version: 3, parameters: { deposit: 3 } });
  });

  it('gets a later clock than any event ever seen, also after a restart with the clock set back', async () => {
    let now = Date.UTC(2026, 10, 2, 1);
    const first = await aTestBook({ now: () => now });
    await first.book.run(manager, countIn('kettle', 1000));
    await first.book.close();
    now -= 86_400_000;
    const second = await aTestBook({ host: first.host, now: () => now });
    const outcome = await second.book.run(manager, countIn('kettle', 1000));
    const [before, after] = second.host.entries().map((entry) => entry.documents[0]?.events[0]?.id ?? '');
    expect(outcome.ok && before && after && after > before).toBe(true);
  });
});

describe('lists', () => {
  it('come newest first, page by key, by each index', async () => {
    let now = Date.UTC(2026, 10, 1, 1);
    const { book } = await aTestBook({ now: () => now });
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      const counted = await book.run(manager, countIn(`p${i}`, 1000));
      if (counted.ok) ids.unshift(counted.value.answer);
      now += 86_400_000;
    }
    const all = async (query: Parameters<typeof book.list>[0]) => {
      const rows: string[] = [];
      for (let after = ''; ;) {
        const page = await book.list({ ...query, after });
        rows.push(...page.rows.map(({ id }) => id));
        if (page.next === null) return rows;
        after = page.next;
      }
    };
    await book.run(manager, undo(ids[3] ?? ''));
    expect(await all({ kind: 'opening', limit: 3 })).toEqual(ids);
    expect(await all({ limit: 7 })).toEqual(ids);
    expect(await all({ kind: 'opening', status: 'undone', limit: 2 })).toEqual([ids[3]]);
    expect(await all({ kind: 'opening', status: 'counted', limit: 2 })).toEqual(ids.filter((_id, at) => at !== 3));
    expect(await all({ kind: 'opening', day: { from: '2026-11-02', to: '2026-11-04' }, limit: 2 })).toEqual(ids.slice(3, 6));
    expect(await all({ day: { from: '2026-11-07', to: '2026-11-30' }, limit: 2 })).toEqual(ids.slice(0, 1));
    expect(await all({ party: '', kind: 'opening', limit: 4 })).toEqual(ids);
    expect(await all({ party: '', status: 'undone', limit: 4 })).toEqual([ids[3]]);
    expect(await all({ source: 'nothing', limit: 4 })).toEqual([]);
    expect(await book.all({ kind: 'opening' }, 5)).toMatchObject({ complete: false, rows: { length: 5 } });
    expect((await book.getMany([...ids, 'nobody'])).size).toBe(7);
  });
});

describe('a command of thousands of documents', () => {
  it('is one entry of the journal, although it goes there in pieces, also when an answer is lost on the way', async () => {
    const on = await aTestBook();
    on.host.fail('journal.stage', 'disconnected', 'after');
    on.host.fail('journal.append', 'disconnected', 'before');
    const outcome = await on.book.run(manager, async (_read, moment) => {
      const records = Array.from({ length: 1_203 }, (_, at) => {
        const body = {
          type: 'stock' as const,
          product: 'kettle',
          code: `${at}`,
          name: `${at}`,
          spec: '',
          unit: '只',
          location: 'shop',
          quantity: 1000,
        };
        const made = commitNew(opening, body, moment);
        if (!made.ok) throw new Error(made.refusal.code);
        return untyped(made.value);
      });
      return ok({ records, answer: null });
    });
    expect(outcome.ok && outcome.value.records).toHaveLength(1_203);
    expect(on.host.entries().map(({ documents }) => documents.length)).toEqual([1_203]);
    expect(on.host.entries()[0]?.documents).toEqual(outcome.ok ? outcome.value.records : null);
    expect(await on.book.balance(stockOf('kettle'))).toBe(1_203_000);
    expect(await on.book.size()).toBe(1_203);
  });
});
