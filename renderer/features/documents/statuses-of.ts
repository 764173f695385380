import type { Lifecycle } from '#shared/documents/lifecycle.ts';

/** Every status a document of this life can be in, in the order of the steps. */
export function statusesOf(lifecycle: Lifecycle): string[] {
  const reached = Object.values(lifecycle.steps).flatMap((step) => (step.to === undefined ? [] : [step.to]));
  return [...new Set([lifecycle.initial, ...reached])];
}
