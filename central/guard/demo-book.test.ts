/** Months of honest work pass the guard, as they are and event by event: nothing a desk really does may be taken for forgery. */
import { expect, it } from 'vitest';
import { demoRecords } from '#shared/demo/demo-records.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { bookOf, DESK_ROLE, branchRole, deskRole, HEAD_OFFICE_ROLE } from '#shared/exchange/books.ts';
import { toCouch } from '#shared/exchange/wire-record.ts';
import { seal } from '#shared/modules/registry.ts';
import { guard } from './guard.ts';
import { guardRules } from './rules.ts';

it('The guard lets the demonstration’s papers in, whole and one signature at a time', async () => {
  const records: AnyRecord[] = [];
  for await (const batch of demoRecords({ size: 800, today: '2026-11-24', pinHash: 'x' })) records.push(...batch.records);
  const now = Date.parse('2026-11-25');
  const headOffice = records.find(({ kind }) => kind === 'policy')?.branch ?? '';
  const rules = { company: guardRules('company', headOffice), branch: guardRules('branch', headOffice) };
  const refused = new Map<string, string>();
  const tell = (record: AnyRecord, before: AnyRecord | null): void => {
    const book = bookOf(record, headOffice);
    const user = {
      name: 'desk',
      roles: [DESK_ROLE, branchRole(record.branch), deskRole(record.desk), HEAD_OFFICE_ROLE],
    };
    try {
      guard(rules[book], toCouch(record, before ? '1-a' : undefined), before ? toCouch(before, '1-a') : null, user, now);
    } catch (problem) {
      const { forbidden } = problem as { forbidden?: string };
      refused.set(`${record.kind} ${forbidden?.split(':')[0]}`, forbidden ?? String(problem));
    }
  };
  for (const record of records) {
    tell(record, null);
    const [first] = record.events;
    if (!first) continue;
    let before = seal({ ...record, events: [first] });
    for (let count = 2; count <= record.events.length; count += 1) {
      const next = seal({ ...record, events: record.events.slice(0, count) });
      tell(next, before);
      before = next;
    }
  }
  expect(records.length).toBeGreaterThan(600);
  expect([...refused]).toEqual([]);
});
