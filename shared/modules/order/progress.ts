import type { Fen, Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { z } from 'zod';
import { handedLines, lineValues, type Order } from './module.ts';
import { piecesGone } from './sold-pieces.ts';

interface Part {
  quantity: Milli;
  value: Fen;
}

/** How far one line of an order is. */
export interface LineProgress {
  ordered: Part;
  /** On a dispatch note that counts, whether its goods are out or not. */
  noted: Part;
  /** Gone to the customer, over the counter or by stock-out slip. */
  gone: Part;
  /** Will not be delivered any more. */
  shortened: Part;
  /** Asked back or back on an accepted return slip. */
  returned: Part;
  /** Neither gone, noted nor shortened: what can be handed over or put on the next note. */
  open: Part;
  /** Numbers of the pieces the customer has and is not bringing back. */
  serials: readonly string[];
}

const outLines = z.array(z.object({ line: z.number(), quantity: z.number(), value: z.number(), serials: z.array(z.string()).optional() }));

/** Sums an order's hand-overs, dispatch notes and return slips by line. Reads the documents made from the order. */
export async function orderProgress(read: Reader, sale: DocumentRecord<Order>): Promise<LineProgress[]> {
  const notes = (await read.all({ kind: 'dispatch', source: sale.id })).rows.filter(
    (row) => !['returned', 'cancelled'].includes(row.status),
  );
  const returns = (await read.all({ kind: 'return', source: sale.id })).rows.filter(
    (row) => !['refused', 'withdrawn'].includes(row.status),
  );
  const values = lineValues(sale.body);
  return sale.body.lines.map(({ quantity }, index) => {
    const ordered = { quantity, value: values[index] ?? 0 };
    const handed = sum(index, ...sale.events.filter(({ type }) => type === 'handed').map(handedLines));
    const shortened = sum(index, ...sale.events.filter(({ type }) => type === 'shortened').map(handedLines));
    const noted = sum(index, ...notes.map(linesOf));
    const out = sum(index, ...notes.filter(({ status }) => !['drafted', 'released', 'picked'].includes(status)).map(linesOf));
    return {
      ordered,
      noted,
      gone: { quantity: handed.quantity + out.quantity, value: handed.value + out.value },
      shortened,
      returned: sum(index, ...returns.map(linesOf)),
      open: {
        quantity: ordered.quantity - handed.quantity - noted.quantity - shortened.quantity,
        value: ordered.value - handed.value - noted.value - shortened.value,
      },
      serials: piecesWith(sale, index, returns),
    };
  });
}

/** Each return takes one of its number away: a piece may come back and go out under the same order again. */
function piecesWith(sale: DocumentRecord<Order>, index: number, returns: readonly AnyRecord[]): string[] {
  const left = piecesGone(sale.events, index);
  for (const serial of returns.flatMap(linesOf).flatMap(({ line, serials = [] }) => (line === index ? serials : []))) {
    const at = left.indexOf(serial);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

function linesOf(record: AnyRecord): z.infer<typeof outLines> {
  return outLines.parse(record.body.lines);
}

function sum(line: number, ...papers: readonly (readonly { line: number; quantity: Milli; value: Fen }[])[]): Part {
  const parts = papers.flat().filter((part) => part.line === line);
  return {
    quantity: parts.reduce((total, part) => total + part.quantity, 0),
    value: parts.reduce((total, part) => total + part.value, 0),
  };
}
