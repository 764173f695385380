/** A family of goods is a grid of specifications. */
export interface Family {
  prefix: string;
  name: string;
  unit: string;
  /** Price in yuan of the smallest and the largest specification. */
  price: readonly [number, number];
  /** Specification is one of each, joined by spaces; the first grid is the one the price grows along. */
  grid: readonly (readonly string[])[];
  group?: 'domestic' | 'imported';
  /** Usual quantity in one sale, whole units. */
  usual: readonly [number, number];
  /** Share of the sales a family makes. */
  weight: number;
}
