import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { waitingFor, waitingOf, type Pending, type Waiting } from '#shared/modules/inbox.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';

export interface Inbox {
  items: readonly Waiting[];
  complete: boolean;
}

/** What waits for the person signed in, and the own papers that wait for others; live. */
export function useInbox(): { waiting: Loadable<Inbox>; pending: Loadable<readonly Pending[]> } {
  const { actor, today, settings } = useDesk();
  const { offsetMinutes } = settings;
  const key = [actor.id, actor.roles.join(), today, offsetMinutes];
  const waiting = useLive(
    async (read) => waitingFor(read, { actor, today, offsetMinutes, parameters: await parametersInForce(read, today) }),
    ['waiting', ...key],
  );
  const pending = useLive(
    async (read) => waitingOf(read, { actor, today, offsetMinutes, parameters: await parametersInForce(read, today) }),
    ['pending', ...key],
  );
  return { waiting, pending };
}
