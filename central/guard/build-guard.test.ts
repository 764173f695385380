import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { toCouch } from '#shared/exchange/wire-record.ts';
import { editRecord, untyped } from '#shared/documents/act.ts';
import { aCustomerBody, made, manager, value } from '#shared/modules/branch.fixture.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { buildGuard } from './build-guard.ts';
import { guardRules } from './rules.ts';

type Guard = (newDoc: unknown, oldDoc: unknown, userCtx: unknown, secObj: unknown) => void;

/** An engine that has nothing newer than ES2017, as CouchDB's may be. */
const removeNewer = `
  for (const name of ['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']) delete Array.prototype[name];
  for (const name of ['replaceAll', 'at', 'matchAll', 'trimStart', 'trimEnd', 'isWellFormed', 'toWellFormed']) delete String.prototype[name];
  for (const name of ['fromEntries', 'groupBy', 'hasOwn']) delete Object[name];
  for (const name of ['union', 'intersection', 'difference', 'isSubsetOf']) delete Set.prototype[name];
  delete globalThis.BigInt;
  delete globalThis.globalThis;
`;

async function load(): Promise<{ guard: Guard; text: string }> {
  const text = await buildGuard(guardRules('branch', 'HZ01'));
  const context = createContext({});
  runInContext(removeNewer, context);
  return { guard: runInContext(`(${text})`, context) as Guard, text };
}

const user = { name: 'desk-hz01-a', roles: ['desk', 'branch:HZ01', 'desk:HZ01-A'], db: 'bd-branch-hz01' };

describe('the guard', () => {
  it('is one function of a few kilobytes without anything outside it', async () => {
    const { text } = await load();
    expect(text.startsWith('function (newDoc, oldDoc, userCtx, secObj) {')).toBe(true);
    expect(text).not.toMatch(/\brequire\(|\bimport\(|\?\?|\?\.[a-z]|[^\x20-\x7e\n]/);
    console.log(`validate_doc_update: ${text.length} characters`);
    expect(text.length).toBeLessThan(20_000);
  });

  it('runs in an engine of ES2017', async () => {
    const { guard } = await load();
    const book = aMemoryBook('HZ01-A');
    value(await book.run(manager, made(customer, aCustomerBody())));
    const [found] = book.records();
    if (!found) throw new Error('no record');
    const card = { ...found, no: 'KH-HZ01-A-2611-0001' };
    expect(() => guard(toCouch(card), null, user, {})).not.toThrow();
    const edited = untyped(value(editRecord(customer, customer.read(card), aCustomerBody({ notes: '约周六' }), book.moment(manager))));
    const stored = { ...toCouch(card, '1-a'), _revisions: { start: 1, ids: ['a'] } };
    expect(() => guard(toCouch(edited, '1-a'), stored, user, {})).not.toThrow();
    expect(() => guard(toCouch({ ...edited, body: card.body }, '1-a'), stored, user, {})).toThrow(
      expect.objectContaining({ forbidden: 'body-changed: customer' }) as Error,
    );
  });

  it('takes no revision that was made up, and no deletion', async () => {
    const { guard } = await load();
    const forged = { _id: '01M6CWACM191D30C9D84000002', _rev: '9-b', _revisions: { start: 9, ids: ['b'] } };
    expect(() => guard(forged, null, user, {})).toThrow(expect.objectContaining({ forbidden: 'not-a-desk: 9-b' }) as Error);
    expect(() => guard({ _id: forged._id, _rev: '1-a', _deleted: true }, { _id: forged._id, _rev: '1-a' }, user, {})).toThrow(
      expect.objectContaining({ forbidden: `no-deletion: ${forged._id}` }) as Error,
    );
  });
});
