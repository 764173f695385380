import type { Reader, RecordQuery } from '#shared/documents/reader.ts';
import type { FieldType } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import type { ExportTable } from '#shared/transfer/export-table.ts';
import type { DocumentWords } from '../words.ts';

const PAGE = 500;
/** Fields that say nothing in a cell. */
const left = new Set<FieldType>(['hidden', 'lines', 'file', 'products', 'documents']);

/** Every document of a query as a table: the head all kinds share, then the fields of its body. Yuan and whole units, so that sums work. */
export async function collectRecords(
  read: Reader,
  query: RecordQuery & { kind: string },
  matches: ((record: AnyRecord) => boolean) | undefined,
  words: DocumentWords,
  nameOf: (staff: string) => string,
  onProgress: (rows: number) => void,
): Promise<ExportTable> {
  const { kind } = query;
  const fields = Object.entries(moduleOf(kind)?.fields ?? {}).filter(([, type]) => !left.has(type));
  const rows: (string | number)[][] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: { rows: AnyRecord[]; next: string | null } = await read.list({ ...query, after, limit: PAGE });
    const found = matches ? page.rows.filter(matches) : page.rows;
    const pointed = await read.getMany([...new Set(found.flatMap((record) => pointers(record, fields)))]);
    for (const record of found) {
      const title = (id: string) => pointed.get(id)?.title ?? id;
      rows.push([
        record.no,
        record.day,
        words.status(record),
        record.title,
        title(record.party),
        nameOf(record.owner),
        record.amount / 100,
        ...fields.map(([field, type]) => cellOf(field, type, record.body[field], words, nameOf, title)),
      ]);
    }
    onProgress(rows.length);
    after = page.next;
  }
  const head = (['no', 'day', 'status', 'title', 'party', 'owner', 'amount'] as const).map((column) => words.column(column));
  return { name: words.kind(kind), headings: [...head, ...fields.map(([field]) => words.field(kind, field))], rows };
}

const pointing = new Set<FieldType>(['customer', 'product', 'location', 'document']);

function pointers(record: AnyRecord, fields: readonly (readonly [string, FieldType])[]): string[] {
  const own = fields.flatMap(([field, type]) => (pointing.has(type) ? [record.body[field]] : []));
  return [record.party, ...own].filter((id): id is string => typeof id === 'string' && id !== '');
}

function cellOf(
  field: string,
  type: FieldType,
  value: unknown,
  words: DocumentWords,
  nameOf: (staff: string) => string,
  title: (id: string) => string,
): string | number {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'number') return type === 'money' ? value / 100 : type === 'quantity' ? value / 1000 : value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (type === 'serials' && Array.isArray(value)) return value.join(' / ');
  if (Array.isArray(value))
    return value.map((one) => (field === 'roles' ? words.role(String(one)) : words.value(field, String(one)))).join(' / ');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  if (type === 'choice') return words.value(field, text);
  if (type === 'staff') return nameOf(text);
  return pointing.has(type) ? title(text) : text;
}
