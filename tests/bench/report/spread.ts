/** Many measurements of one thing in four numbers. */
export interface Spread {
  median: number;
  /** Nine of ten are not below this; the smallest, when there are fewer than ten. */
  low: number;
  high: number;
  runs: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round((sorted.length - 1) * part)] ?? 0;
  const few = sorted.length < 10;
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(0.5) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return { median, low: at(few ? 0 : 0.1), high: at(few ? 1 : 0.9), runs: sorted.length };
}

/** Least squares through evenly spaced values: what one step adds. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [up, along] = [0, 0];
  for (const [at, value] of values.entries()) {
    up += (at - middle) * (value - mean);
    along += (at - middle) ** 2;
  }
  return along === 0 ? 0 : up / along;
}
