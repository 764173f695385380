/**
 * Which rows (by index) stand on which page. Heights and room are in ruled lines.
 * Pages hold `full` lines; the last one `last`, because totals and signatures take room there. It keeps a row, so that a total does not stand alone, unless not even one fits beside the totals.
 * @throws RangeError when one row alone is higher than a page
 */
export function planRows(heights: readonly number[], room: { full: number; last: number }): number[][] {
  if (room.full < Math.max(1, ...heights)) throw new RangeError('a row does not fit on this paper');
  const pages: number[][] = [[]];
  let used = 0;
  heights.forEach((height, index) => {
    if (used + height > room.full) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(index);
    used += height;
  });
  if (used > room.last) {
    const fits = (heights.at(-1) ?? 0) <= room.last;
    pages.push(fits ? (pages.at(-1)?.splice(-1) ?? []) : []);
  }
  return pages;
}
