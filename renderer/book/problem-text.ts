import { HostFailure } from '#shared/host/contract.ts';
import { i18n } from '../ui/i18n.ts';

/** A sentence for people about something that went wrong. */
export function problemText(problem: unknown): string {
  if (problem instanceof HostFailure) return i18n.t(`host.failure.${problem.code}` as never, { defaultValue: problem.message }) as string;
  return problem instanceof Error ? problem.message : String(problem);
}
