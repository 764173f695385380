/** Pages of a running text whose pieces may have to stay together. */
export interface FlowItem<Draw> {
  /** Points. */
  height: number;
  /** Stays on the page of the piece after it. */
  keep: boolean;
  /** Dropped at the head of a page. */
  space?: boolean;
  /** Drawn again above this piece when it begins a page (a table's head). */
  repeat?: FlowItem<Draw>;
  draw: Draw;
}

/**
 * Fills pages of `room` points. Pieces chained by `keep` move to the next page together, unless the chain is higher than a page:
 * then it is broken where the page ends.
 */
export function planFlow<Draw>(items: readonly FlowItem<Draw>[], room: number): FlowItem<Draw>[][] {
  const pages: FlowItem<Draw>[][] = [[]];
  let used = 0;

  function add(item: FlowItem<Draw>): void {
    const page = pages.at(-1);
    if (!page) return;
    if (page.length === 0 && item.space && pages.length > 1) return;
    page.push(item);
    used += item.height;
  }

  function turn(first: FlowItem<Draw> | undefined): void {
    if (pages.at(-1)?.length === 0) return;
    pages.push([]);
    used = 0;
    if (first?.repeat) add(first.repeat);
  }

  for (const chain of chains(items)) {
    const height = chain.reduce((sum, item) => sum + item.height, 0);
    if (used + height <= room) {
      chain.forEach(add);
      continue;
    }
    if (height <= room) turn(chain.find((item) => !item.space));
    for (const item of chain) {
      if (used + item.height > room) turn(item);
      add(item);
    }
  }
  return pages;
}

function chains<Draw>(items: readonly FlowItem<Draw>[]): FlowItem<Draw>[][] {
  const all: FlowItem<Draw>[][] = [];
  let chain: FlowItem<Draw>[] = [];
  for (const item of items) {
    chain.push(item);
    if (item.keep) continue;
    all.push(chain);
    chain = [];
  }
  if (chain.length > 0) all.push(chain);
  return all;
}
