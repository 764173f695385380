/** Reads and writes spreadsheets off the page's thread: a file of 20,000 rows takes seconds. */
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { decodeText } from '#shared/transfer/decode-text.ts';
import { safeTable } from '#shared/transfer/export-table.ts';
import type { TableAnswer, TableRequest } from './tables.ts';

/** Rows handed over at once. */
const PIECE = 1_000;

addEventListener('message', (event: MessageEvent<TableRequest>) => {
  void work(event.data);
});

async function work(request: TableRequest): Promise<void> {
  const answer = (message: TableAnswer): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    postMessage(message);
  };
  try {
    if (request.type === 'read') {
      const rows = await readRows(request.name, request.bytes);
      while (rows.length > PIECE) answer({ type: 'some', rows: rows.splice(0, PIECE) });
      answer({ type: 'rows', rows });
    } else if (request.format === 'csv') answer({ type: 'file', bytes: toCsv(request.table) });
    else answer({ type: 'file', bytes: await toXlsx(request.table) });
  } catch (problem) {
    answer({ type: 'failed', message: problem instanceof Error ? problem.message : String(problem) });
  }
}

/** Any spreadsheet's first sheet with something in it, as texts. A zip is an XLSX whatever its name says. */
async function readRows(name: string, bytes: Uint8Array): Promise<string[][]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOldExcel = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isOldExcel || /\.xls$/i.test(name)) throw new Error('old-excel');
  if (isZip) return readXlsx(bytes);
  const { text } = decodeText(bytes, (encoding, fatal) => new TextDecoder(encoding, { fatal }));
  return Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data.map((row) => row.map(String));
}

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const sheet = book.worksheets.find((one) => one.actualRowCount > 0);
  const rows: string[][] = [];
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = [];
    for (let column = 1; column <= sheet.columnCount; column += 1) cells.push(cellText(row.getCell(column).value));
    rows.push(cells);
  });
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  return rows;
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  // Excel keeps 19.99 as 19.989999999999998: fifteen digits are what it shows.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value !== 'object') return String(value);
  if ('result' in value) return cellText(value.result ?? null);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('text' in value) return String(value.text);
  return '';
}

/** With a byte order mark, so that Excel takes it for UTF-8. */
function toCsv(table: Parameters<typeof safeTable>[0]): Uint8Array {
  const safe = safeTable(table);
  return new TextEncoder().encode(
    `\uFEFF${Papa.unparse([[...safe.headings], ...safe.rows.map((row) => [...row])], { newline: '\r\n' })}\r\n`,
  );
}

async function toXlsx(table: Parameters<typeof safeTable>[0]): Promise<Uint8Array> {
  const safe = safeTable(table);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(safe.name.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31) || 'Sheet1', {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.addRow([...safe.headings]).font = { bold: true };
  for (const row of safe.rows) sheet.addRow([...row]);
  for (const [index, heading] of safe.headings.entries()) {
    const widest = safe.rows.slice(0, 200).reduce((most, row) => Math.max(most, widthOf(String(row[index] ?? ''))), widthOf(heading));
    sheet.getColumn(index + 1).width = Math.min(60, widest + 2);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Columns a text takes: a hanzi is two wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
}
