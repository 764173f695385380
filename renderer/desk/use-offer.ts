import { useDesk } from './desk.ts';
import { refusalWords } from '../ui/RefusalView.tsx';
import { mayAct } from '#shared/documents/act.ts';
import type { AnyModule } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';

/** Asks the lifecycle whether the person signed in may take a step now: undefined when so, otherwise why not, for the button. */
export function useOffer(
  module: Pick<AnyModule, 'kind' | 'lifecycle'>,
  record: Pick<AnyRecord, 'status' | 'events'>,
): (step: string) => string | undefined {
  const { actor } = useDesk();
  return (step) => {
    const allowed = mayAct(module, record, step, actor);
    return allowed.ok ? undefined : refusalWords(allowed.refusal);
  };
}
