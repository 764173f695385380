/** The last of up to three series stands out, the earlier ones recede. */
export function seriesColour(index: number, count: number): string {
  return `var(--bd-chart-${Math.min(3, count - index)})`;
}
