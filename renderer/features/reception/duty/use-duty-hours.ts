import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { dutyHours } from '#shared/policy/parameters.ts';
import { useLive } from '#renderer/book/use-live.ts';

/** When somebody is to be at the door, as the policy in force says; the usual hours until it has been read. */
export function useDutyHours(): { from: string; to: string } {
  const found = useLive(async (read) => dutyHours(await parametersInForce(read)), []);
  return found.state === 'ready' ? found.value : dutyHours({});
}
