import { HostFailure } from '#shared/host/contract.ts';
import { problemText } from '../../book/problem-text.ts';
import { dynamicWords } from '../../ui/dynamic-words.ts';
import { translate } from '../../ui/i18n.ts';

/** Why a desk could not join, and what to do about it. `branch`: where this desk's papers belong, '' on a fresh one. */
export function joinProblem(problem: unknown, branch: string): string {
  if (!(problem instanceof HostFailure)) return translate('sync.join.problem.other', { problem: problemText(problem) });
  const code = problem.code === 'centre-failed' ? problem.message : problem.code;
  return (
    dynamicWords(`sync.join.problem.${code}`, { branch }) ??
    translate('sync.join.problem.other', { problem: dynamicWords(`sync.problem.${code}`) ?? problemText(problem) })
  );
}
