import type { ExportTable } from '#shared/transfer/export-table.ts';

export type TableRequest =
  | { type: 'read'; name: string; bytes: Uint8Array }
  | { type: 'write'; format: 'csv' | 'xlsx'; table: ExportTable };
/** Rows come in pieces, the last of them as `rows`: unpacking twenty thousand at once holds the page up. */
export type TableAnswer =
  | { type: 'some' | 'rows'; rows: string[][] }
  | { type: 'file'; bytes: Uint8Array }
  | { type: 'failed'; message: string };

/** Rows of a CSV (UTF-8, UTF-16, GB18030) or XLSX file as texts. Rejects with 'old-excel' for the format before 2007. */
export async function readTable(name: string, bytes: Uint8Array): Promise<string[][]> {
  const answer = await ask({ type: 'read', name, bytes });
  return answer.type === 'rows' ? answer.rows : [];
}

/** The file of a table, its texts safe against being run as formulas. */
export async function writeTable(table: ExportTable, format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const answer = await ask({ type: 'write', format, table });
  if (answer.type !== 'file') throw new Error('no file');
  return answer.bytes;
}

function ask(request: TableRequest): Promise<Exclude<TableAnswer, { type: 'failed' }>> {
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module' });
  const rows: string[][] = [];
  return new Promise<Exclude<TableAnswer, { type: 'failed' }>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TableAnswer>) => {
      if (data.type === 'failed') return reject(new Error(data.message));
      if (data.type === 'file') return resolve(data);
      for (const row of data.rows) rows.push(row);
      if (data.type === 'rows') resolve({ type: 'rows', rows });
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
