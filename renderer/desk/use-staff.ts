import type { DocumentRecord } from '#shared/documents/record.ts';
import { staff, type Staff } from '#shared/modules/staff/module.ts';
import { sharedLive } from '../book/shared-live.ts';

export interface StaffList {
  /** People who work here now, by name. */
  working: readonly DocumentRecord<Staff>[];
  /** The name behind a staff id, of leavers too; '' while unknown. */
  nameOf(id: string): string;
}

const useList = sharedLive(async (read): Promise<StaffList> => {
  const people = (await read.all({ kind: staff.kind })).rows.map(staff.read);
  const names = new Map(people.map(({ id, body }) => [id, body.name]));
  return {
    working: people.filter(({ status }) => status === 'active').toSorted((a, b) => a.body.name.localeCompare(b.body.name, 'zh-CN')),
    nameOf: (id) => names.get(id) ?? '',
  };
});
const nobody: StaffList = { working: [], nameOf: () => '' };

/** The branch's people: a small set, read once for the whole page and kept live. */
export function useStaff(): StaffList {
  const found = useList();
  return found.state === 'ready' ? found.value : nobody;
}
