/** A list as it leaves the program: headings and rows of texts and numbers. */
export interface ExportTable {
  name: string;
  headings: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front: a customer called `=HYPERLINK(…)` stays a name.
 * Source: OWASP, CSV injection.
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** The same table with every text cell safe. Numbers stay numbers. */
export function safeTable(table: ExportTable): ExportTable {
  const safe = (cell: string | number) => (typeof cell === 'string' ? safeText(cell) : cell);
  return { ...table, headings: table.headings.map(safeText), rows: table.rows.map((row) => row.map(safe)) };
}
