import type { Plan } from './plan.ts';
import { runPlan } from './run-plan.ts';

/** Leaves out operations while the plan still fails in the same way: halves first, then single ones. */
export async function shrink(plan: Plan, mostRuns = 400): Promise<{ plan: Plan; broken: string[] }> {
  let best = plan;
  let { broken } = await runPlan(plan);
  const sorts = new Set(broken.map(sortOf));
  const isSame = (other: readonly string[]): boolean => other.some((line) => sorts.has(sortOf(line)));
  let runs = 0;
  for (let size = plan.operations.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < best.operations.length && runs < mostRuns;) {
      const operations = [...best.operations.slice(0, at), ...best.operations.slice(at + size)];
      const candidate = { ...best, operations };
      runs += 1;
      const outcome = await runPlan(candidate);
      if (!isSame(outcome.broken)) {
        at += size;
        continue;
      }
      ({ broken } = outcome);
      best = candidate;
    }
  }
  for (const trouble of [0, 0.02]) {
    if (trouble >= best.trouble) continue;
    const outcome = await runPlan({ ...best, trouble });
    if (!isSame(outcome.broken)) continue;
    return { plan: { ...best, trouble }, broken: outcome.broken };
  }
  return { plan: best, broken };
}

/** What is broken, whatever it is broken of: another fault found on the way is not the one looked for. */
function sortOf(line: string): string {
  return line.replaceAll(/[0-9A-Z]{26}|\d+/g, '');
}
