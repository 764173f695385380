import type { Column, TableView } from './column.ts';

const CHECK = 36;
const EDGE = 10;
/** Beside the last header, for the column chooser. */
const CHOOSER = 34;

/** The grid's tracks and the least width before the list scrolls sideways. */
export function columnTemplate<Row>(columns: readonly Column<Row>[], view: TableView, checks: boolean): { columns: string; least: number } {
  const tracks = columns.map((given, index) => {
    // The first cell stands in from the edge.
    const column = index === 0 && !checks ? { ...given, width: given.width + EDGE } : given;
    const chosen = view.widths?.[column.key];
    if (chosen !== undefined) return { width: chosen, track: `${chosen}px`, grows: false };
    if (column.grow === undefined) return { width: column.width, track: `${column.width}px`, grows: false };
    return { width: column.width, track: `minmax(${column.width}px, ${column.grow}fr)`, grows: true };
  });
  const rest = tracks.some((track) => track.grows) ? `${CHOOSER}px` : `minmax(${CHOOSER}px, 1fr)`;
  const names = [...(checks ? [`${CHECK}px`] : []), ...tracks.map(({ track }) => track), rest];
  return {
    columns: names.join(' '),
    least: tracks.reduce((sum, { width }) => sum + width, 0) + (checks ? CHECK : 0) + CHOOSER,
  };
}
