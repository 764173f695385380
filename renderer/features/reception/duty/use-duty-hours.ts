import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { dutyHours } from '#shared/policy/parameters.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';

/** When somebody is to be at the door, as the policy in force says; the usual hours until it has been read. */
export function useDutyHours(): { from: string; to: string } {
  const { today } = useDesk();
  const found = useLive(async (read) => dutyHours(await parametersInForce(read, today)), [today]);
  return found.state === 'ready' ? found.value : dutyHours({});
}
