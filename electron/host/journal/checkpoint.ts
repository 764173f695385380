/**
 * What the journal must remember beyond its own files: how far it was cleared away, and that no number is ever given twice. Written
 * before a number beyond the reserve is used, and before files are removed.
 */
import { z } from 'zod';
import type { Disk } from '../disk/disk.ts';
import { jsonFile } from '../disk/json-file.ts';

const checkpointSchema = z.strictObject({
  /** Every entry up to here was dropped or set aside on purpose; a gap after it is a loss. */
  cleared: z.number().int(),
  /** The journal was at least this far. */
  lastSeq: z.number().int(),
  /** No entry beyond this was written since. */
  reservedSeq: z.number().int(),
  /** The file that is being written to, '' when none: if it is not there, it was lost. */
  open: z.string(),
  /** Range → the last sequence given when this was written. */
  given: z.record(z.string(), z.number().int()),
  /** Range → no sequence beyond this was given since. */
  reserved: z.record(z.string(), z.number().int()),
  /** Losses, 'from-to', for which the counters were moved up to the reserve already. */
  known: z.array(z.string()),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

export interface CheckpointFile {
  /** null when there is none that can be read. */
  read(): Promise<Checkpoint | null>;
  write(checkpoint: Checkpoint): Promise<void>;
}

/** Two copies: numbers that never repeat are worth a second file. */
export function checkpointFile(disk: Disk, path: string): CheckpointFile {
  const first = jsonFile(disk, `${path}.json`, checkpointSchema);
  const second = jsonFile(disk, `${path}.copy.json`, checkpointSchema);
  return {
    read: async () => {
      const found = (await Promise.all([first.read(), second.read()])).filter((copy) => copy !== 'missing' && copy !== 'damaged');
      // A cut between the two writes leaves them different; the newer one knows more.
      return found.reduce<Checkpoint | null>((best, copy) => (best === null || knows(copy) > knows(best) ? copy : best), null);
    },
    write: async (checkpoint) => {
      await first.write(checkpoint);
      await second.write(checkpoint);
    },
  };
}

function knows({ cleared, lastSeq, reservedSeq, given, reserved, known }: Checkpoint): number {
  return [...Object.values(given), ...Object.values(reserved)].reduce(
    (sum, sequence) => sum + sequence,
    cleared + lastSeq + reservedSeq + known.length,
  );
}
