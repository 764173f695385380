import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const reasons = ['no-electron-binary', 'asked'] as const;

export interface LoopbackArguments {
  dataFolder: string;
  /** null: the folder's own. */
  port: number | null;
  opens: boolean;
  reason: (typeof reasons)[number];
}

/** @throws TypeError with a sentence for the user when an option is unknown or makes no sense */
export function readArguments(args: readonly string[], env: NodeJS.ProcessEnv, platform: NodeJS.Platform): LoopbackArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      reason: { type: 'string', default: 'asked' },
    },
  });
  const port = z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .nullable()
    .safeParse(values.port ?? null);
  if (!port.success || values.port === '') throw new TypeError(`--port ${values.port}: 0–65535`);
  const reason = z.enum(reasons).safeParse(values.reason);
  if (!reason.success) throw new TypeError(`--reason ${values.reason}: ${reasons.join(', ')}`);
  return { dataFolder: dataFolderIn(values.data, env, platform), port: port.data, opens: !values['no-open'], reason: reason.data };
}

/** The host's folder inside the one the user named (`--data`, `BRANCH_DESK_DATA`), or inside the program's own. */
export function dataFolderIn(asked: string | undefined, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  return join(resolve(asked ?? env['BRANCH_DESK_DATA'] ?? programFolder(env, platform)), 'data');
}

/** Where the desktop keeps its data too, so that either shell shows the same book. */
function programFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const name = 'Branch Desk';
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), name);
}
