import { duty } from '#shared/modules/duty/module.ts';
import { doorState, type DoorState } from '#shared/modules/duty/rules.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { visit, type Visit } from '#shared/modules/visit/module.ts';
import type { Duty } from '#shared/modules/duty/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { useClockTime } from '../use-clock-time.ts';

export const openStatuses = ['waiting', 'greeted', 'asked', 'seen-off'] as const;

export interface ReceptionDay {
  /** Visits not closed yet, of today and of days before, the longest here first. */
  open: readonly DocumentRecord<Visit>[];
  /** Customers' names by the id of their file. */
  names: ReadonlyMap<string, string>;
  duties: readonly DocumentRecord<Duty>[];
  door: DoorState;
  /** Visits of today, closed ones too. */
  visits: number;
}

/** What the reception desk looks at all day. */
export function useReceptionDay(): Loadable<ReceptionDay> {
  const { today } = useDesk();
  const now = useClockTime();
  const found = useLive(
    async (read) => {
      const byStatus = await Promise.all(openStatuses.map((status) => read.all({ kind: visit.kind, status }, 300)));
      const turns = await read.all({ kind: duty.kind, day: { from: today, to: today } });
      const open = byStatus
        .flatMap(({ rows }) => rows)
        .map(visit.read)
        .toSorted((a, b) => (stamp(a) < stamp(b) ? -1 : 1));
      const files = await read.getMany([...new Set(open.map(({ party }) => party))].filter(Boolean));
      return {
        open,
        names: new Map([...files].map(([id, file]) => [id, file.title])),
        duties: turns.rows.map(duty.read),
        parameters: await parametersInForce(read, today),
        visits: await read.balance(`visits/${today}`),
      };
    },
    [today],
  );
  if (found.state !== 'ready') return found;
  const { open, names, duties, parameters, visits } = found.value;
  const present = open.filter(({ day }) => day === today);
  return { state: 'ready', value: { open, names, duties, visits, door: doorState(duties, present, now, parameters) } };
}

function stamp(record: DocumentRecord<Visit>): string {
  return `${record.day} ${record.body.arrived} ${record.id}`;
}
