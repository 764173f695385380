import { afterEach, describe, expect, it } from 'vitest';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { aTestBook, closeTestBooks } from './book.fixture.ts';
import { aCustomer, countIn, manager, registerCustomer } from './goods.fixture.ts';

afterEach(closeTestBooks);

const elsewhere = aMemoryBook('HZ01-B');
function files(count: number, rest: Partial<AnyRecord> = {}): AnyRecord[] {
  const moment = elsewhere.moment(manager);
  return Array.from({ length: count }, (_, at) => {
    const made = commitNew(customer, aCustomer({ name: `顾客 ${at}` }), moment, { day: '2026-03-05' });
    if (!made.ok) throw new Error(made.refusal.code);
    return { ...untyped(made.value), ...rest };
  });
}

describe('loading documents made elsewhere', () => {
  it('journals and stores them in batches, keeps the numbers they have, and numbers the rest by their own month', async () => {
    const on = await aTestBook();
    const numbered = files(1, { no: 'KH-HZ01-Z-2603-0001' });
    const progress: number[] = [];
    await on.book.load([numbered, files(700)], (documents) => progress.push(documents));
    expect(progress).toEqual([1, 501, 701]);
    expect(on.host.entries()).toHaveLength(3);
    expect(await on.book.size()).toBe(701);
    expect((await on.book.get(numbered[0]?.id ?? ''))?.no).toBe('KH-HZ01-Z-2603-0001');
    const { rows } = await on.book.all({ kind: 'customer' });
    expect(new Set(rows.map(({ no }) => no)).size).toBe(701);
    expect(rows.filter(({ no }) => /^KH-HZ01-A-2603-\d{4}$/.test(no))).toHaveLength(700);
    expect(on.host.documents()).toEqual(new Map(rows.map((row) => [row.id, row])));
  });

  it('lets commands through between the batches, and stops between them when asked', async () => {
    const on = await aTestBook();
    const stop = new AbortController();
    let command: ReturnType<typeof on.book.run<string>> | undefined;
    const loading = on.book.load(
      [files(10), files(10), files(10)],
      (documents) => {
        if (documents === 10) command = on.book.run(manager, countIn('kettle', 1000));
        if (documents === 20) stop.abort();
      },
      stop.signal,
    );
    await expect(loading).rejects.toThrow(/abort/i);
    expect((await command)?.ok).toBe(true);
    expect(await on.book.size()).toBe(21);
    expect(on.host.entries().map(({ documents }) => documents.length)).toEqual([10, 1, 10]);
  });

  it('refuses a batch with a body its module does not accept, before anything of it is written', async () => {
    const on = await aTestBook();
    const [wrong] = files(1, { body: { name: '' } });
    await expect(on.book.load([[...files(3), ...(wrong ? [wrong] : [])]], () => undefined)).rejects.toThrow();
    expect(on.host.entries()).toHaveLength(0);
    expect(await on.book.size()).toBe(0);
  });

  it('the same again changes nothing, and does not take another number', async () => {
    const on = await aTestBook();
    await on.book.run(manager, registerCustomer());
    const batch = files(3);
    await on.book.load([batch], () => undefined);
    const before = await on.book.all({});
    await on.book.load([batch, batch], () => undefined);
    expect(await on.book.all({})).toEqual(before);
    await on.book.close();
    const again = await aTestBook({ host: on.host });
    expect(await again.book.all({})).toEqual(before);
  });
});
