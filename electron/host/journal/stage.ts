import { HostFailure, type HostInput } from '#shared/host/contract.ts';
import type { AnyRecord } from '#shared/documents/record.ts';

type Command = HostInput<'journal.append'>;

/** Commands that come in pieces wait here, in memory: nothing is promised before the whole is appended. */
export interface Stage {
  put(piece: HostInput<'journal.stage'>): void;
  /**
   * The command with the pieces given before.
   * @throws HostFailure 'disconnected' when one is missing, because the host was started anew meanwhile: the page then sends all of it again
   */
  whole(command: Command): Command;
}

export function createStage(): Stage {
  let commandId = '';
  let pieces = new Map<number, readonly AnyRecord[]>();
  return {
    put: ({ commandId: own, piece, documents }) => {
      if (own !== commandId) pieces = new Map();
      commandId = own;
      pieces.set(piece, documents);
    },
    whole: (command) => {
      const { staged = 0 } = command;
      if (staged === 0) return command;
      const documents: AnyRecord[] = [];
      for (let piece = 0; piece < staged; piece += 1) {
        const found = command.commandId === commandId ? pieces.get(piece) : undefined;
        if (!found) throw new HostFailure('disconnected', `piece ${piece} of ${command.commandId} is missing`);
        documents.push(...found);
      }
      pieces = new Map();
      commandId = '';
      return { ...command, documents: [...documents, ...command.documents] };
    },
  };
}
