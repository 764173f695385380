/** Milliseconds of each of several ways to the same end, taken in turn, so that whatever else the machine does falls on all alike. */
export async function takeTurns<Name extends string>(
  times: number,
  ways: Readonly<Record<Name, (at: number) => Promise<unknown>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(ways) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let at = 0; at < times; at += 1) {
    for (const [turn] of names.entries()) {
      const name = names[(at + turn) % names.length];
      if (name === undefined) continue;
      const start = performance.now();
      await ways[name](at);
      taken[name].push(performance.now() - start);
    }
  }
  return taken;
}
