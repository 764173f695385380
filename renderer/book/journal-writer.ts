import { HostFailure, type Host, type HostFailureCode, type HostInput, type HostOutput } from '#shared/host/contract.ts';
import type { Phases, ReadOnlyReason } from './phases.ts';
import { backOff, type Wait } from './wait.ts';

type Command = Omit<HostInput<'journal.append'>, 'staged'>;
type Obstacle = Extract<ReadOnlyReason, 'disk-full' | 'journal-failed' | 'disconnected'>;

const obstacles: Partial<Record<HostFailureCode, Obstacle>> = {
  'disk-full': 'disk-full',
  'read-only': 'journal-failed',
  'journal-failed': 'journal-failed',
  'in-use': 'journal-failed',
  disconnected: 'disconnected',
  'timed-out': 'disconnected',
};
/** Enough for a day's papers; below it the host would soon say full again. */
const ENOUGH_BYTES = 64 * 1024 * 1024;

/** Documents in one message: a few milliseconds for the page. */
const PIECE = 500;

export interface JournalWriter {
  /** Resolves when durable. Rejects only when nothing was written, or when the book closes before anybody knows. */
  append(command: Command): Promise<HostOutput<'journal.append'>>;
  /** Why nothing can be written now, as the failure a command gets; null when it can. */
  obstacle(): HostFailure | null;
}

/**
 * A lost connection leaves it open whether the command was written, so the same command is sent again until there is an answer.
 * A full disk or a failed journal refuse the command; the book then looks by itself whether they have recovered.
 */
export function createJournalWriter(host: Host, phases: Phases, wait: Wait): JournalWriter {
  let obstacle: { failure: HostFailure; reason: Obstacle } | null = null;

  function hindered(failure: HostFailure, reason: Obstacle): void {
    if (obstacle) phases.writable(obstacle.reason);
    obstacle = { failure, reason };
    phases.readOnly(reason);
  }

  function recovered(): void {
    if (obstacle) phases.writable(obstacle.reason);
    obstacle = null;
  }

  async function watchForRecovery(reason: Obstacle): Promise<void> {
    for (let attempt = 0; obstacle?.reason === reason; attempt += 1) {
      await wait(backOff(attempt));
      if (wait.isOver()) return;
      try {
        const { freeBytes } = await host.call('disk.free', undefined);
        // Whether a failed journal works again only a write can tell; the next command is that write.
        if (obstacle?.reason === reason && (reason !== 'disk-full' || freeBytes >= ENOUGH_BYTES)) recovered();
      } catch {
        // Not yet.
      }
    }
  }

  return {
    obstacle: () => obstacle?.failure ?? null,
    append: async (command) => {
      for (let attempt = 0; ; attempt += 1) {
        try {
          const answer = await send(host, command);
          recovered();
          return answer;
        } catch (problem) {
          const reason = problem instanceof HostFailure ? obstacles[problem.code] : undefined;
          // A mistake in the host may have come after the write: asking again is harmless and tells.
          if (problem instanceof HostFailure && problem.code === 'internal' && attempt < 2) continue;
          if (!(problem instanceof HostFailure) || !reason) throw problem;
          const isNew = obstacle?.reason !== reason;
          hindered(problem, reason);
          if (reason !== 'disconnected') {
            if (isNew) void watchForRecovery(reason);
            throw problem;
          }
          await wait(backOff(attempt));
          if (wait.isOver()) throw problem;
        }
      }
    },
  };
}

/** Much at once goes ahead in pieces, so that neither side is held up; what was sent before an interruption is sent again. */
async function send(host: Host, command: Command): Promise<HostOutput<'journal.append'>> {
  const { commandId, documents, numbers } = command;
  const pieces = Math.ceil(documents.length / PIECE) - 1;
  for (let piece = 0; piece < pieces; piece += 1)
    await host.call('journal.stage', { commandId, piece, documents: documents.slice(piece * PIECE, (piece + 1) * PIECE) });
  return host.call('journal.append', { commandId, documents: documents.slice(pieces * PIECE), numbers, staged: pieces });
}
