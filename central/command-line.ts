import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import type { CentreNote } from '#shared/exchange/centre-notes.ts';
import type { Language } from './words.ts';

export type Command =
  | { is: 'start' }
  | { is: 'provision' }
  | { is: 'help' }
  | { is: 'branch add'; code: string; name: string; headOffice: boolean }
  | { is: 'desk enrol'; branch: string; letter: string; headOffice: boolean; replaces: string[]; hours: number }
  | { is: 'desk revoke'; desk: string; heir: string }
  | { is: 'secrets rotate'; desk: string; hours: number }
  | { is: 'status' }
  | { is: 'backup'; folder: string }
  | { is: 'restore'; folder: string }
  | { is: 'epoch' }
  | { is: 'demo' }
  | { is: 'conflicts'; heal: boolean };

export interface Options {
  command: Command;
  language: Language;
  /** '': the embedded server in `folder`. */
  url: string;
  folder: string;
  host: string;
  port: number;
  /** What is to be different from now on: the company's name, the oldest version of a desk that may send. */
  change: Partial<Pick<CentreNote, 'company' | 'oldestVersion'>>;
}

const options = {
  url: { type: 'string', default: '' },
  data: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '5985' },
  company: { type: 'string', default: '' },
  oldest: { type: 'string', default: '' },
  language: { type: 'string' },
  'head-office': { type: 'boolean', default: false },
  letter: { type: 'string', default: '' },
  replaces: { type: 'string', multiple: true, default: [] as string[] },
  heir: { type: 'string', default: '' },
  hours: { type: 'string', default: '72' },
  heal: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const HOURS = 24 * 90;

export function readCommandLine(args: readonly string[], env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Result<Options> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (problem) {
    return refuse('OptionUnknown', { detail: problem instanceof Error ? problem.message : String(problem) });
  }
  const { values, positionals } = parsed;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || values.port === '') return refuse('PortWrong', { port: values.port });
  const hours = Number(values.hours);
  if (!(hours > 0 && hours <= HOURS)) return refuse('HoursWrong', { hours: values.hours });
  if (values.url !== '' && !URL.canParse(values.url)) return refuse('AddressWrong', { url: values.url });
  if (values.oldest !== '' && !/^\d+\.\d+\.\d+$/.test(values.oldest)) return refuse('VersionWrong', { version: values.oldest });
  const command = values.help ? { is: 'help' as const } : commandOf(positionals, { ...values, hours });
  if (!command) return refuse('CommandUnknown', { command: positionals.join(' ') });
  return ok({
    command,
    language: languageOf(values.language, env),
    url: values.url,
    folder: resolve(values.data ?? env['BRANCH_DESK_CENTRE'] ?? programFolder(env, platform)),
    host: values.host,
    port,
    change: {
      ...(values.company.trim() === '' ? {} : { company: values.company.trim() }),
      ...(values.oldest === '' ? {} : { oldestVersion: values.oldest }),
    },
  });
}

interface Values {
  'head-office': boolean;
  letter: string;
  replaces: string[];
  heir: string;
  hours: number;
  heal: boolean;
}

function commandOf(words: readonly string[], values: Values): Command | null {
  const [noun = 'start', first = '', second = '', ...more] = words;
  const { hours } = values;
  const code = (text: string): string => text.trim().toUpperCase();
  switch (words.length > 1 && ['branch', 'desk', 'secrets'].includes(noun) ? `${noun} ${first}` : noun) {
    case 'start':
      return { is: 'start' };
    case 'provision':
    case 'status':
    case 'epoch':
    case 'demo':
    case 'help':
      return { is: noun as 'provision' | 'status' | 'epoch' | 'demo' | 'help' };
    case 'branch add':
      return second === '' || more.length === 0
        ? null
        : { is: 'branch add', code: code(second), name: more.join(' ').trim(), headOffice: values['head-office'] };
    case 'desk enrol':
      return second === ''
        ? null
        : {
            is: 'desk enrol',
            branch: code(second),
            letter: code(values.letter),
            headOffice: values['head-office'],
            replaces: values.replaces.flatMap((one) => code(one).split(',')),
            hours,
          };
    case 'desk revoke':
      return second === '' ? null : { is: 'desk revoke', desk: code(second), heir: code(values.heir) };
    case 'secrets rotate':
      return { is: 'secrets rotate', desk: code(second), hours };
    case 'backup':
    case 'restore':
      return first === '' ? null : { is: noun as 'backup' | 'restore', folder: resolve(first) };
    case 'conflicts':
      return { is: 'conflicts', heal: values.heal };
    default:
      return null;
  }
}

function languageOf(asked: string | undefined, env: NodeJS.ProcessEnv): Language {
  const said = asked ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return /^en/i.test(said) ? 'en' : 'zh-CN';
}

/** Beside the desk's own folder, on the computer that has both for a trial. */
function programFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const name = 'Branch Desk Centre';
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), name);
}
