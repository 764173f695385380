/** The same plain data with every text in it changed; keys and numbers stay. */
export function mapText<T>(value: T, change: (text: string) => string): T {
  return walk(value) as T;

  function walk(inner: unknown): unknown {
    if (typeof inner === 'string') return change(inner);
    if (Array.isArray(inner)) return inner.map(walk);
    if (typeof inner === 'object' && inner !== null)
      return Object.fromEntries(Object.entries(inner).map(([key, part]) => [key, walk(part)]));
    return inner;
  }
}
