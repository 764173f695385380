import { parseFen, parseMilli } from '#shared/core/money.ts';
import type { EntryColumn, PickerColumn } from './column.ts';
import type { Choice } from '../picker/choice.ts';

export interface PasteOutcome<Line> {
  lines: readonly Line[];
  /** Cells that could not be taken over, as they were on the clipboard. */
  notTaken: readonly string[];
}

/** Pasted cells as new lines: from the column pasted into to the right, computed columns skipped. A row whose product is unknown is not taken. */
export async function fillLines<Line>(
  cells: readonly (readonly string[])[],
  columns: readonly EntryColumn<Line>[],
  from: string,
  newLine: () => Line,
): Promise<PasteOutcome<Line>> {
  const start = Math.max(
    0,
    columns.findIndex((column) => column.key === from),
  );
  const targets = columns.slice(start).filter((column) => column.kind !== 'computed');
  const lines: Line[] = [];
  const notTaken: string[] = [];
  for (const row of cells) {
    let line: Line | null = newLine();
    for (const [index, text] of row.entries()) {
      const column = targets[index];
      if (column === undefined || text === '') continue;
      const filled: Line | null = line && (await fillCell(line, column, text));
      if (filled !== null) line = filled;
      else {
        notTaken.push(text);
        if (column.kind === 'picker') line = null;
      }
      if (line === null) break;
    }
    if (line !== null) lines.push(line);
  }
  return { lines, notTaken };
}

async function fillCell<Line>(line: Line, column: EntryColumn<Line>, text: string): Promise<Line | null> {
  if (column.kind === 'text') return column.set(line, text);
  if (column.kind === 'picker') {
    const choice = await findOne(column, text, line);
    return choice === 'several' || choice === null ? null : column.set(line, choice);
  }
  if (column.kind === 'computed') return null;
  const value = column.kind === 'money' ? parseFen(text) : parseMilli(text);
  return value === null ? null : column.set(line, value);
}

/** The one product a text means: its code or barcode, the only match, or the only one of exactly this name. */
export async function findOne<Line>(column: PickerColumn<Line>, text: string, line: Line): Promise<Choice | 'several' | null> {
  const plain = text.normalize('NFKC').trim();
  const exact = await column.resolve?.(plain);
  if (exact) return exact;
  const choices = (await column.search(plain, line)).filter((choice) => choice.disabled === undefined);
  if (choices.length <= 1) return choices[0] ?? null;
  const named = choices.filter((choice) => choice.label === plain);
  return named.length === 1 ? (named[0] ?? null) : 'several';
}
