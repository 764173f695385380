import { addDays } from '#shared/core/calendar.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { task, type Task } from '#shared/modules/task/module.ts';
import { dueTasks } from '#shared/modules/task/rules.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import type { Loadable } from '#renderer/ui/loadable.ts';

export interface TaskList {
  /** Due today or before, longest overdue first. */
  due: readonly DocumentRecord<Task>[];
  /** Of the seven days after. */
  soon: readonly DocumentRecord<Task>[];
  overdue: number;
  /** Customers' names by id. */
  names: ReadonlyMap<string, string>;
}

/** What the person signed in promised to do. */
export function useTasks(): Loadable<TaskList> {
  const { actor, today } = useDesk();
  return useLive(
    async (read) => {
      const due = await dueTasks(read, today, actor.id);
      const later = await read.all({ kind: task.kind, status: 'open', day: { from: addDays(today, 1), to: addDays(today, 7) } }, 500);
      const soon = later.rows
        .filter(({ owner }) => owner === actor.id)
        .map(task.read)
        .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
      const parties = await read.getMany([...new Set([...due, ...soon].map(({ party }) => party))].filter(Boolean));
      const names = new Map([...parties].map(([id, record]) => [id, record.kind === customer.kind ? record.title : '']));
      return { due, soon, overdue: due.filter(({ day }) => day < today).length, names };
    },
    [actor.id, today],
  );
}
