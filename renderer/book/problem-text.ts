import { HostFailure } from '#shared/host/contract.ts';
import { translate } from '../ui/i18n.ts';

/** A sentence for people about something that went wrong. */
export function problemText(problem: unknown): string {
  if (problem instanceof HostFailure) return translate(`host.failure.${problem.code}`);
  return problem instanceof Error ? problem.message : String(problem);
}
