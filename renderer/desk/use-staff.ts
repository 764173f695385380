import type { DocumentRecord } from '#shared/documents/record.ts';
import { staff, type Staff } from '#shared/modules/staff/module.ts';
import { useLive } from '../book/use-live.ts';

export interface StaffList {
  /** People who work here now, by name. */
  working: readonly DocumentRecord<Staff>[];
  /** The name behind a staff id, of leavers too; '' while unknown. */
  nameOf(id: string): string;
}

/** The branch's people: a small set, read once and kept live. */
export function useStaff(): StaffList {
  const found = useLive(async (read) => (await read.all({ kind: staff.kind })).rows.map(staff.read), ['staff']);
  const people = found.state === 'ready' ? found.value : [];
  return {
    working: people.filter((person) => person.status === 'active').toSorted((a, b) => a.body.name.localeCompare(b.body.name, 'zh-CN')),
    nameOf: (id) => people.find((person) => person.id === id)?.body.name ?? '',
  };
}
