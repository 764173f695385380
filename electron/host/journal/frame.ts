/**
 * One command in the journal's file. A line of fixed length, a line about the command, one line per document:
 *
 *     BDJ1 <seq, 12> <bytes of line 2, 8> <bytes of documents, 9> <sum of the frame before, 32> <sum, 32> <check of this line, 8>
 *     {"commandId":…,"at":…,"ids":[…],"numbers":{…},"counters":{…}}
 *     {"id":…}
 *
 * The sum is over everything else in the frame, the sum before it included, so that no frame can be changed, lost or moved unseen. The
 * header has a check of its own: a header that is whole tells a frame that ends too early (torn by a power cut) from one that was altered.
 * Text, so that a person can read a book with nothing but an editor.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';

const MAGIC = 'BDJ1';
const header = /^BDJ1 (\d{12}) (\d{8}) (\d{9}) ([0-9a-f]{32}) ([0-9a-f]{32}) ([0-9a-f]{8})\n$/;
export const HEADER_BYTES = 4 + 13 + 9 + 10 + 33 + 33 + 9 + 1;
/** What the very first frame names as the one before it. */
export const NO_SUM = '0'.repeat(32);

const metaSchema = z.object({
  commandId: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Ids of the documents, in the order of their lines. */
  ids: z.array(z.string()),
  /** Document id → the printed number given to it. */
  numbers: z.record(z.string(), z.string()),
  /** Range → the last sequence given in it, after this command. */
  counters: z.record(z.string(), z.number()),
});
export type FrameMeta = z.infer<typeof metaSchema>;

export interface Frame {
  seq: number;
  before: string;
  sum: string;
  meta: FrameMeta;
  /** One JSON text per document. */
  lines: () => string[];
  /** Bytes of the whole frame. */
  length: number;
}

export type Decoded = { is: 'frame'; frame: Frame } | { is: 'short' } | { is: 'altered'; seq: number; length: number } | { is: 'unknown' };

/** @param lines one JSON text per document */
export function encodeFrame(seq: number, before: string, meta: FrameMeta, lines: readonly string[]): { content: Buffer; sum: string } {
  const about = Buffer.from(`${JSON.stringify(meta)}\n`);
  const documents = Buffer.from(`${lines.join('\n')}\n`);
  const start = `${MAGIC} ${pad(seq, 12)} ${pad(about.length, 8)} ${pad(documents.length, 9)} ${before}`;
  const sum = digest([start, about, documents], 32);
  const line = `${start} ${sum}`;
  return { content: Buffer.concat([Buffer.from(`${line} ${digest([line], 8)}\n`), about, documents]), sum };
}

/** What lies at `offset`. 'short': a whole header of a frame that goes beyond the end; 'altered': the length is known, the contents are wrong. */
export function decodeFrame(content: Buffer, offset: number): Decoded {
  if (content.length - offset < HEADER_BYTES) return { is: 'unknown' };
  const line = content.toString('latin1', offset, offset + HEADER_BYTES);
  const [, seqText = '', aboutText = '', documentsText = '', before = '', sum = '', check = ''] = header.exec(line) ?? [];
  if (check === '' || check !== digest([line.slice(0, -10)], 8)) return { is: 'unknown' };
  const aboutAt = offset + HEADER_BYTES;
  const documentsAt = aboutAt + Number(aboutText);
  const end = documentsAt + Number(documentsText);
  if (end > content.length) return { is: 'short' };
  const seq = Number(seqText);
  const altered = { is: 'altered' as const, seq, length: end - offset };
  const about = content.subarray(aboutAt, documentsAt);
  const documents = content.subarray(documentsAt, end);
  if (sum !== digest([line.slice(0, HEADER_BYTES - 43), about, documents], 32)) return altered;
  const meta = metaSchema.safeParse(JSON.parse(about.toString('utf8')));
  if (!meta.success) return altered;
  const lines = (): string[] => documents.toString('utf8', 0, documents.length - 1).split('\n');
  return { is: 'frame', frame: { seq, before, sum, meta: meta.data, lines, length: end - offset } };
}

/** The next place after `offset` where a frame may begin; -1 when there is none. */
export function nextFrameMark(content: Buffer, offset: number): number {
  return content.indexOf(`${MAGIC} `, offset, 'latin1');
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

function digest(parts: readonly (string | Buffer)[], digits: number): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, digits);
}
