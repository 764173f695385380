import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { jsonFile } from '../disk/json-file.ts';
import { aloneState, exchangeStateSchema, type ExchangeState } from './exchange-state.ts';

/** What is known about the centre, in memory as on the disk. */
export interface ExchangeMemory {
  state(): ExchangeState;
  /** Durable when it resolves. After `end` nothing is written any more: the folder may be another process's. */
  save(change: Partial<ExchangeState>): Promise<void>;
  end(): void;
  /** Own writes that will come back; kept with the next `save`. */
  echoes: Set<string>;
  isJoined(): boolean;
  /** '' while alone. */
  deskCode(): string;
}

const MOST_ECHOES = 5_000;

export async function openExchangeMemory(
  disk: Disk,
  folder: string,
  log: (level: 'error', message: string) => void,
): Promise<ExchangeMemory> {
  await disk.makeFolder(folder);
  const file = jsonFile(disk, join(folder, 'state.json'), exchangeStateSchema);
  const found = await file.read();
  // Without it the desk cannot know what it sent: it stands alone until somebody joins it again, and then compares everything.
  if (found === 'damaged') log('error', 'what was known about the centre cannot be read; the desk must join again');
  let state = typeof found === 'object' ? found : aloneState;
  const echoes = new Set(state.echoes);
  let isEnded = false;
  return {
    state: () => state,
    end: () => {
      isEnded = true;
    },
    save: async (change) => {
      if (isEnded) return;
      const next = { ...state, ...change, echoes: [...echoes].slice(-MOST_ECHOES) };
      await file.write(next);
      state = next;
    },
    echoes,
    isJoined: () => state.url !== '',
    deskCode: () => state.deskCodes[0] ?? '',
  };
}
