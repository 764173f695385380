/** What a spreadsheet puts on the clipboard: tabs between cells, lines between rows, quotes around cells that contain either. */
export function parseTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  for (let at = 0; at < plain.length; at += 1) {
    const character = plain[at];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === '\t') endCell();
    else if (character === '\n') endRow();
    else cell += character;
  }
  endRow();
  return rows.filter((cells) => cells.some((value) => value !== ''));
}

/** One cell goes into the field as usual. */
export function isTable(text: string): boolean {
  return /\t|\n./.test(text.replace(/\r\n?/g, '\n').replace(/\n+$/, ''));
}
