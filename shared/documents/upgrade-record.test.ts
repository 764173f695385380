import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { act, commitNew, editRecord, untyped } from './act.ts';
import { aMemoryBook, aPerson } from './memory-book.fixture.ts';
import { defineModule, type ModuleDefinition } from './module.ts';
import type { AnyRecord } from './record.ts';
import { mergeRecords } from './merge.ts';
import { keptForm, sealKept, upgradeRecord } from './upgrade-record.ts';

const lifecycle = { initial: 'open', steps: { closed: { from: ['open'], to: 'closed', by: ['manager'] as const } } };
const first = { kind: 'note', numberType: '', lifecycle, makers: ['manager'] as const, v: 1 };
type Old = { text: string };
type New = { words: string[]; colour: string };
const old: ModuleDefinition<Old> = {
  ...first,
  fields: { text: 'text' },
  schema: z.strictObject({ text: z.string() }),
  describe: ({ text }) => ({ title: text, amount: 0 }),
};
const current: ModuleDefinition<New> = {
  ...first,
  fields: { words: 'text', colour: 'text' },
  v: 3,
  schema: z.strictObject({ words: z.array(z.string()), colour: z.string() }),
  describe: ({ words }) => ({ title: words.join('+'), amount: words.length }),
  upgrades: {
    1: (body) => ({ words: String(body.text).split(' ') }),
    2: (body) => ({ ...body, colour: 'white' }),
  },
};
const moment = aMemoryBook().moment(aPerson('经理', 'manager'));

function written(editable: boolean): AnyRecord {
  const module = defineModule({ ...old, editable });
  const made = commitNew(module, { text: 'a b c' }, moment);
  const closed = made.ok ? act(module, made.value, 'closed', {}, moment) : made;
  if (!closed.ok) throw new Error(closed.refusal.code);
  return untyped(closed.value);
}

describe('a document of an older version', () => {
  it.each([false, true])('is read in the present one, step by step; editable: %s', (editable) => {
    const module = defineModule({ ...current, editable });
    const upgraded = upgradeRecord(written(editable), module);
    expect(upgraded).toMatchObject({
      v: 3,
      body: { words: ['a', 'b', 'c'], colour: 'white' },
      title: 'a+b+c',
      amount: 3,
      status: 'closed',
    });
    expect(module.schema.safeParse(upgraded.body).success).toBe(true);
    expect(upgradeRecord(upgraded, module)).toBe(upgraded);
  });

  it('can be changed afterwards', () => {
    const module = defineModule({ ...current, editable: true });
    const upgraded = module.read(upgradeRecord(written(true), module));
    const edited = editRecord(module, upgraded, { ...upgraded.body, colour: 'red' }, moment);
    expect(edited.ok && edited.value.body).toEqual({ words: ['a', 'b', 'c'], colour: 'red' });
  });

  it.each([false, true])('is kept with the body and the first event it was committed with; editable: %s', (editable) => {
    const stored = written(editable);
    const module = defineModule({ ...current, editable });
    const read = module.read(upgradeRecord(stored, module));
    const decided = editable ? editRecord(module, read, { ...read.body, colour: 'red' }, moment) : null;
    const next = decided?.ok ? untyped(decided.value) : upgradeRecord(stored, module);
    const kept = keptForm(next, stored, module);
    expect(kept).toMatchObject({ v: 1, title: 'a+b+c', amount: 3, status: 'closed' });
    expect(kept.events[0]).toEqual(stored.events[0]);
    expect(kept.body).toEqual(editable ? { text: 'a b c', colour: 'red' } : stored.body);
    expect(upgradeRecord(kept, module)).toEqual(next);
  });

  it('unites with what another desk did to it, in the version it was committed in', () => {
    const module = defineModule({ ...current, editable: true });
    const stored = written(true);
    const here = module.read(upgradeRecord(stored, module));
    const change = (colour: string) => {
      const made = editRecord(module, here, { ...here.body, colour }, moment);
      if (!made.ok) throw new Error(made.refusal.code);
      return keptForm(untyped(made.value), stored, module);
    };
    const seal = (record: AnyRecord) => sealKept(module, record);
    const [red, blue] = [change('red'), change('blue')];
    const united = mergeRecords(red, blue, seal);
    expect(united).toEqual(mergeRecords(blue, red, seal));
    expect(united).toMatchObject({ v: 1, title: 'a+b+c', body: { text: 'a b c', colour: 'blue' } });
    expect(upgradeRecord(united, module).body).toEqual({ words: ['a', 'b', 'c'], colour: 'blue' });
  });

  it('of a newer version or an unknown kind is left alone', () => {
    const newer = { ...written(false), v: 9 };
    expect(upgradeRecord(newer, defineModule(current))).toBe(newer);
    expect(upgradeRecord(newer, undefined)).toBe(newer);
  });
});
