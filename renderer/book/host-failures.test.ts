import { afterEach, describe, expect, it } from 'vitest';
import { aTestBook, closeTestBooks } from './book.fixture.ts';
import type { BookPhase } from './book.ts';
import { countIn, manager, registerCustomer, stockOf } from './goods.fixture.ts';

afterEach(closeTestBooks);

const ready = (on: { book: { phase(): BookPhase; onPhase(listener: (phase: BookPhase) => void): () => void } }) =>
  new Promise<void>((resolve) => {
    if (on.book.phase().phase === 'ready') return resolve();
    const stop = on.book.onPhase(({ phase }) => {
      if (phase !== 'ready') return;
      stop();
      resolve();
    });
  });

describe('the host cannot write', () => {
  it.each([
    ['disk-full', 'disk-full'],
    ['journal-failed', 'journal-failed'],
    ['read-only', 'journal-failed'],
  ] as const)('%s: the command is rejected, nothing is left behind, the book says why and resumes by itself', async (code, reason) => {
    const on = await aTestBook();
    await on.book.run(manager, countIn('kettle', 1000));
    on.host.fail('journal.append', code);
    await expect(on.book.run(manager, countIn('kettle', 500))).rejects.toMatchObject({ name: 'HostFailure', code });
    expect(on.book.phase()).toEqual({ phase: 'read-only', reason });
    await expect(on.book.run(manager, countIn('kettle', 600))).rejects.toMatchObject({ code });
    expect(await on.book.balance(stockOf('kettle'))).toBe(1000);
    expect(on.host.entries()).toHaveLength(1);
    await ready(on);
    await on.book.run(manager, countIn('kettle', 2000));
    expect(await on.book.balance(stockOf('kettle'))).toBe(3000);
  });

  it('a lost answer does not lose or double the command: it is asked for again by its id', async () => {
    const on = await aTestBook();
    on.host.fail('journal.append', 'disconnected', 'after');
    on.host.fail('journal.append', 'timed-out', 'before');
    const outcome = await on.book.run(manager, registerCustomer());
    expect(on.phases).toContainEqual({ phase: 'read-only', reason: 'disconnected' });
    expect(on.book.phase()).toEqual({ phase: 'ready' });
    expect(on.host.entries()).toHaveLength(1);
    expect(outcome.ok && outcome.value.records[0]?.no).toMatch(/-0001$/);
    expect(await on.book.size()).toBe(1);
  });

  it('a mistake of the host after the write does not double the command either', async () => {
    const on = await aTestBook();
    on.host.fail('journal.append', 'internal', 'after');
    expect((await on.book.run(manager, countIn('kettle', 1000))).ok).toBe(true);
    expect(on.host.entries()).toHaveLength(1);
  });

  it('while nobody knows whether the last command was written, no other one is taken', async () => {
    const on = await aTestBook();
    on.host.fail('journal.append', 'disconnected', 'before', 2);
    const first = on.book.run(manager, countIn('kettle', 1000));
    await new Promise<void>((resolve) => {
      on.book.onPhase(() => resolve());
    });
    await expect(on.book.run(manager, countIn('kettle', 1))).rejects.toMatchObject({ code: 'disconnected' });
    expect((await first).ok).toBe(true);
    expect(await on.book.balance(stockOf('kettle'))).toBe(1000);
  });

  it('a host that is away while the book opens is waited for', async () => {
    const first = await aTestBook();
    await first.book.run(manager, countIn('kettle', 1000));
    await first.book.close();
    first.host.fail('journal.lines', 'disconnected', 'before', 2);
    const second = await aTestBook({ host: first.host });
    expect(second.phases).toEqual([{ phase: 'read-only', reason: 'disconnected' }, { phase: 'opening' }, { phase: 'ready' }]);
    expect(await second.book.balance(stockOf('kettle'))).toBe(1000);
  });

  it('another window took the desk: nothing is written here any more', async () => {
    const on = await aTestBook();
    await on.book.run(manager, countIn('kettle', 1000));
    on.host.emit('desk.taken');
    expect(on.book.phase()).toEqual({ phase: 'read-only', reason: 'taken' });
    await expect(on.book.run(manager, countIn('kettle', 1000))).rejects.toMatchObject({ code: 'taken' });
    expect(await on.book.balance(stockOf('kettle'))).toBe(1000);
    expect(on.host.entries()).toHaveLength(1);
  });
});
