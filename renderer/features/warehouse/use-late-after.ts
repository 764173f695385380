import { threshold } from '#shared/policy/parameters.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';

/** Days after which an unsigned copy is late (DSP-04), under the policy in force. */
export function useLateAfter(): number {
  const { today } = useDesk();
  const found = useLive(
    async (read) => threshold(await parametersInForce(read, today), 'dispatch.signed_copy_days'),
    ['late-after', today],
  );
  return found.state === 'ready' ? found.value : threshold({}, 'dispatch.signed_copy_days');
}
