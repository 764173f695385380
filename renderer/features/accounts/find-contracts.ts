import type { Book } from '#renderer/book/book.ts';
import type { Choice } from '#renderer/ui/RecordPicker.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { contract, isInForce, type Contract } from '#shared/modules/contract/module.ts';

const SHOWN = 8;

/** Contracts by number or customer; the newest in force when nothing is typed. */
export async function findContracts(book: Book, text: string): Promise<DocumentRecord<Contract>[]> {
  if (text.trim() === '') {
    const { rows } = await book.list({ kind: contract.kind, limit: 50 });
    return rows
      .filter(({ status }) => isInForce(status))
      .slice(0, SHOWN)
      .map((row) => contract.read(row));
  }
  const hits = book.search({ text, kinds: [contract.kind], without: ['returned', 'cancelled'], limit: SHOWN });
  const records = await book.getMany(hits.map(({ id }) => id));
  return hits.flatMap(({ id }) => {
    const record = records.get(id);
    return record ? [contract.read(record)] : [];
  });
}

export function contractChoice(record: DocumentRecord<Contract>): Choice<DocumentRecord<Contract>> {
  return { key: record.id, label: record.no, detail: record.body.customerName, data: record };
}
