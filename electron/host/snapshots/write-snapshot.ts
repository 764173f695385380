import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { BLOCK_BYTES, sealBlock, SNAPSHOT_MARK, type SnapshotContents, type SnapshotHead } from './snapshot-format.ts';

/**
 * Writes a snapshot from JSON texts, one per document, without ever holding more than one block of them. It appears under its name only
 * when it is complete and flushed.
 */
export async function writeSnapshot(
  disk: Disk,
  path: string,
  key: Uint8Array,
  head: SnapshotHead,
  counters: Record<string, number>,
  documents: AsyncIterable<string>,
): Promise<void> {
  const beside = `${path}.new`;
  await disk.remove(beside);
  const file = await disk.open(beside, 'write');
  const hash = createHash('sha256');
  let position = 0;
  const put = async (bytes: Buffer): Promise<void> => {
    await file.write(position, bytes);
    hash.update(bytes);
    position += bytes.length;
  };
  try {
    const headBytes = Buffer.from(`${SNAPSHOT_MARK}${JSON.stringify(head)}\n`);
    await put(headBytes);
    const contents: SnapshotContents = { documents: 0, counters, blocks: [] };
    let lines: string[] = [];
    let size = 0;
    const putBlock = async (): Promise<void> => {
      if (lines.length === 0) return;
      contents.blocks.push({ offset: position, before: contents.documents });
      contents.documents += lines.length;
      const text = lines.join('\n');
      lines = [];
      size = 0;
      await put(await sealBlock(text, key, headBytes, contents.blocks.length - 1));
    };
    for await (const line of documents) {
      lines.push(line);
      size += line.length;
      if (size >= BLOCK_BYTES) await putBlock();
    }
    await putBlock();
    const offset = Buffer.alloc(8);
    offset.writeBigUInt64LE(BigInt(position));
    await put(await sealBlock(JSON.stringify(contents), key, headBytes, -1));
    await put(offset);
    await file.write(position, hash.digest());
    await file.flush();
    await file.close();
  } catch (problem) {
    // On a full disk the half of a snapshot is the first thing to go.
    await file.close().catch(() => undefined);
    await disk.remove(beside).catch(() => undefined);
    throw problem;
  }
  await disk.rename(beside, path);
  await disk.flushFolder(dirname(path));
}
