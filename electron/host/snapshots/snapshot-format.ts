/**
 * A snapshot's file:
 *
 *     BDSNAP1 {"id":…,"key":…,"epoch":…,"at":…,"reason":…,"seq":…}\n      readable without the key
 *     block*      u32 length, 12 bytes iv, AES-256-GCM of deflated JSON lines, 16 bytes tag
 *     block       the same, the contents table
 *     u64 offset of the contents table, 32 bytes SHA-256 of all before
 *
 * Every block is bound to the file's head and to its place in it, so that none can be swapped, left out or taken from another snapshot.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { z } from 'zod';

export const SNAPSHOT_MARK = 'BDSNAP1 ';
export const IV_BYTES = 12;
export const TAG_BYTES = 16;
export const TRAILER_BYTES = 8 + 32;
/** A head is a few hundred bytes; more than this is not one. */
export const HEAD_LIMIT = 4096;
/** JSON per block before it is deflated: small enough to page through, large enough to deflate well. */
export const BLOCK_BYTES = 512 * 1024;

export const headSchema = z.strictObject({
  id: z.string(),
  /** Names the key, without giving it away. */
  key: z.string(),
  epoch: z.string(),
  at: z.number().int(),
  reason: z.enum(['schedule', 'update', 'demand', 'restore']),
  seq: z.number().int(),
});
export type SnapshotHead = z.infer<typeof headSchema>;

export const contentsSchema = z.strictObject({
  documents: z.number().int(),
  counters: z.record(z.string(), z.number().int()),
  /** Where each block begins, and how many documents came before it. */
  blocks: z.array(z.strictObject({ offset: z.number().int(), before: z.number().int() })),
});
export type SnapshotContents = z.infer<typeof contentsSchema>;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

export function keyName(key: Uint8Array): string {
  return createHash('sha256').update('branch desk snapshot key').update(key).digest('hex').slice(0, 16);
}

/** @param place which block of the file it is, from 0; the contents table is -1 */
export async function sealBlock(text: string, key: Uint8Array, head: Uint8Array, place: number): Promise<Buffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(bindTo(head, place));
  const sealed = Buffer.concat([cipher.update(await deflate(text, { level: 6 })), cipher.final()]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(IV_BYTES + sealed.length + TAG_BYTES);
  return Buffer.concat([length, iv, sealed, cipher.getAuthTag()]);
}

/** @param block without its length. Throws when it is not what was sealed. */
export async function openBlock(block: Buffer, key: Uint8Array, head: Uint8Array, place: number): Promise<string> {
  const decipher = createDecipheriv('aes-256-gcm', key, block.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(bindTo(head, place));
  decipher.setAuthTag(block.subarray(block.length - TAG_BYTES));
  const opened = Buffer.concat([decipher.update(block.subarray(IV_BYTES, block.length - TAG_BYTES)), decipher.final()]);
  return (await inflate(opened)).toString('utf8');
}

function bindTo(head: Uint8Array, place: number): Buffer {
  const where = Buffer.alloc(4);
  where.writeInt32LE(place);
  return Buffer.concat([head, where]);
}
