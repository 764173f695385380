/** Which instance judges which branch: a note in the branch's book, taken with a check of its revision, that runs out. */
import { z } from 'zod';
import type { CouchDatabase } from '#shared/exchange/couch-database.ts';
import { CentreProblem } from '#shared/exchange/transport.ts';

/** Milliseconds after which another instance takes over from one that fell silent. Each renewal wakes the branch's desks once. */
export const LEASE = 90_000;

const noteSchema = z.looseObject({ instance: z.string(), until: z.number() });

/** What the note says besides: for people, not read by the judge. */
export interface Progress {
  /** How far the verdicts are complete. */
  since: string;
  documents: number;
  setAside: number;
  unknown: number;
}

export interface Lease {
  /** Takes or renews it; false: another instance has it. */
  hold(progress: Progress): Promise<boolean>;
  /** Gives it back, so that nobody has to wait. */
  release(): Promise<void>;
}

export function openLease(database: CouchDatabase, branch: string, instance: string, now: () => number): Lease {
  const id = `bd:judge:${branch}`;
  let heldUntil = 0;
  let progress: Progress = { since: '0', documents: 0, setAside: 0, unknown: 0 };

  async function write(until: number): Promise<boolean> {
    const present = await database.read(id);
    const note = noteSchema.safeParse(present);
    const isOthers = note.success && note.data.instance !== instance && note.data.until > now();
    if (isOthers) return false;
    try {
      await database.write({ _id: id, ...(present ? { _rev: present._rev } : {}), instance, until, at: now(), ...progress });
      heldUntil = until;
      return true;
    } catch (problem) {
      if (problem instanceof CentreProblem && problem.code === 'conflict') return false;
      throw problem;
    }
  }

  return {
    hold: async (next) => {
      progress = next;
      // Half of it is left: no need to write yet.
      if (heldUntil - now() > LEASE / 2) return true;
      heldUntil = 0;
      return write(now() + LEASE);
    },
    release: async () => {
      if (heldUntil <= now()) return;
      heldUntil = 0;
      await write(0);
    },
  };
}
