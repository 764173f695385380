/** The host: every service behind the contract, put together. Both shells open it and carry its calls; neither adds any. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makeUlid } from '#shared/core/ulid.ts';
import {
  HostFailure,
  type HostEvent,
  type HostEventData,
  type HostHandlers,
  type HostInfo,
  type HostInput,
} from '#shared/host/contract.ts';
import { createAnswer, type Answer } from './answer.ts';
import { readDeskKeys, type DeskKeys } from './desk/desk-keys.ts';
import { lockFolder } from './desk/lock-folder.ts';
import type { OpenProfile } from './desk/open-profile.ts';
import { createStage } from './journal/stage.ts';
import { openProfileSwitch } from './desk/profile-switch.ts';
import type { Disk } from './disk/disk.ts';
import { realDisk } from './disk/real-disk.ts';
import { watchFreeSpace } from './disk/watch-free-space.ts';
import { connectByFetch } from './exchange/fetch-transport.ts';
import type { Connect } from './exchange/join-centre.ts';
import { openLog, type LogLevel } from './log/open-log.ts';
import { createPaperEngine, type PaperEngine } from './papers/create-paper-engine.ts';
import { createPrinting } from './printing/create-printing.ts';
import type { PrintBackend } from './printing/print-backend.ts';
import { createSerial } from './serial.ts';
import { scheduleSnapshots } from './snapshots/schedule-snapshots.ts';

export interface HostOptions {
  /** Absolute; made when it is missing. */
  dataFolder: string;
  version: string;
  shell: HostInfo['shell'];
  shellReason: HostInfo['shellReason'];
  emit<E extends HostEvent>(name: E, data: HostEventData<E>): void;
  printBackends: { printer: PrintBackend; viewer: PrintBackend };
  /** The key kept by the system's keychain; null where there is none. */
  sealedKey?: (() => Promise<Uint8Array>) | null;
  /** Milliseconds since 1970. */
  now?: () => number;
  disk?: Disk;
  papers?: PaperEngine;
  connect?: Connect;
}

export interface HostProcess {
  handlers: HostHandlers;
  /** Parses the input; never rejects. */
  answer(name: string, input: unknown): Promise<Answer>;
  log(level: LogLevel, message: string): void;
  /** Finishes what is being written and lets go of the folder. Safe to call twice. */
  close(): Promise<void>;
}

/** Rejects with HostFailure 'in-use' when another process has the folder, 'damaged' when it cannot be told whose desk it is. */
export async function createHost(options: HostOptions): Promise<HostProcess> {
  const {
    dataFolder,
    emit,
    now = Date.now,
    disk = realDisk,
    papers = createPaperEngine(),
    sealedKey = null,
    connect = connectByFetch,
  } = options;
  await disk.makeFolder(dataFolder);
  const lock = await lockFolder(disk, dataFolder, now());
  const log = openLog(dataFolder, now);
  const newId = (): string => makeUlid(now(), randomBytes(10));
  let keysRead: Promise<DeskKeys> | null = null;
  const keys = (): Promise<DeskKeys> => {
    keysRead ??= readDeskKeys(disk, dataFolder, sealedKey).catch((problem: unknown) => {
      keysRead = null;
      throw problem;
    });
    return keysRead;
  };
  const profiles = await openProfileSwitch(disk, dataFolder, {
    keys,
    now,
    newId,
    log,
    centre: {
      connect,
      version: options.version,
      changed: (status) => emit('centre.changed', status),
      grew: (lastSeq) => emit('journal.grew', { lastSeq }),
    },
  }).catch(async (problem: unknown) => {
    await lock.release();
    throw problem;
  });
  const printing = createPrinting({
    render: papers.render,
    spoolFolder: join(dataFolder, 'spool'),
    now,
    newId,
    backends: options.printBackends,
    emit,
  });
  log('info', `started: ${options.shell} ${options.version}${lock.wasUnclean ? ', after a run that did not end by itself' : ''}`);

  async function describe(): Promise<HostInfo> {
    const profile = await profiles.current();
    const { identity, epoch } = profile.desk();
    return {
      shell: options.shell,
      shellReason: options.shellReason,
      version: options.version,
      platform: process.platform,
      profile: profiles.name(),
      identity: identity && { ...identity, deskCode: deskCodeOf(identity) },
      epoch,
      lastSeq: profile.journal.lastSeq(),
      damaged: profile.journal.damaged(),
      unclean: lock.wasUnclean,
      freeBytes: await disk.freeBytes(dataFolder),
      hasDemo: await profiles.hasDemo(),
      settings: profile.settings(),
    };
  }

  const inTurn = createSerial();
  const { current } = profiles;

  const stage = createStage();
  const handlers: HostHandlers = {
    'desk.describe': describe,
    'desk.setUp': (identity) =>
      inTurn(async () => {
        const profile = await current();
        const desk = profile.desk();
        if (desk.identity !== null) throw new HostFailure('already-set-up', `this is desk ${deskCodeOf(desk.identity)}`);
        await profile.saveDesk({ ...desk, identity });
        return describe();
      }),
    'desk.useProfile': async ({ profile }) => {
      await profiles.use(profile);
      return describe();
    },
    'desk.removeDemo': async () => {
      await profiles.removeDemo();
      return describe();
    },
    'journal.stage': async (piece) => {
      stage.put(piece);
      return undefined;
    },
    'journal.append': async (given) => {
      const profile = await current();
      mustBeOwn(profile, given);
      const command = stage.whole(given);
      const appended = await profile.journal.append(command);
      profile.exchange.wrote(
        appended.seq,
        command.documents.map((document) => ({ ...document, no: document.no || (appended.numbers[document.id] ?? '') })),
      );
      return appended;
    },
    'journal.read': async ({ after, limit }) => (await current()).journal.read(after, limit),
    'journal.lines': async ({ after, skip }) => (await current()).journal.lines(after, skip),
    'snapshots.list': async () => (await current()).snapshots.list(),
    'snapshots.make': async ({ reason }) => (await current()).snapshots.make(reason),
    'snapshots.read': async ({ name, after, limit }) => (await current()).snapshots.read(name, after, limit),
    'snapshots.lines': async ({ name, after }) => (await current()).snapshots.lines(name, after),
    'snapshots.restore': async ({ name, keepJournal }) => {
      await (await current()).restore(name, keepJournal);
      return describe();
    },
    'drafts.list': async (input) => (await current()).handlers['drafts.list'](input),
    'drafts.put': async (input) => (await current()).handlers['drafts.put'](input),
    'drafts.remove': async (input) => (await current()).handlers['drafts.remove'](input),
    'files.put': async (input) => (await current()).handlers['files.put'](input),
    'files.get': async (input) => (await current()).handlers['files.get'](input),
    'pin.hash': async (input) => (await current()).handlers['pin.hash'](input),
    'pin.verify': async (input) => (await current()).handlers['pin.verify'](input),
    'centre.join': async ({ url, code }) => {
      if (profiles.name() === 'demo') throw new HostFailure('refused', 'a demonstration joins no centre');
      await (await current()).exchange.join(url, code);
      return describe();
    },
    'centre.status': async () => (await current()).exchange.status(),
    'centre.exchange': async () => {
      const { exchange } = await current();
      await exchange.round();
      return exchange.status();
    },
    'centre.unsent': async (input) => (await current()).exchange.handlers['centre.unsent'](input),
    'centre.setAside': async (input) => (await current()).exchange.handlers['centre.setAside'](input),
    'centre.retry': async (input) => (await current()).exchange.handlers['centre.retry'](input),
    'centre.withdraw': async (input) => (await current()).exchange.handlers['centre.withdraw'](input),
    'centre.overview': async (input) => (await current()).exchange.handlers['centre.overview'](input),
    'settings.save': async (settings) => (await current()).saveSettings(settings),
    'papers.render': (job) => papers.render(job),
    ...printing.handlers,
    'disk.free': async () => ({ freeBytes: await disk.freeBytes(dataFolder) }),
    'log.write': async ({ level, message }) => {
      log(level, `page: ${message}`);
      return undefined;
    },
  };

  await printing.start().catch((problem: unknown) => log('error', `the print queue was not taken up: ${String(problem)}`));
  const stopWatching = watchFreeSpace(disk, dataFolder, (freeBytes) => emit('disk.low', { freeBytes }));
  const stopSnapshots = scheduleSnapshots(
    async () => {
      const { snapshots, journal, desk, isRestoring } = await current();
      return { snapshots, lastSeq: journal.lastSeq, epoch: () => desk().epoch, isBusy: isRestoring };
    },
    now,
    log,
  );
  let closing: Promise<void> | null = null;

  async function close(): Promise<void> {
    stopWatching();
    stopSnapshots();
    await printing.close().catch((problem: unknown) => log('error', `the print queue was not closed: ${String(problem)}`));
    await profiles.close();
    await papers.close();
    log('info', 'ended');
    await log.flush();
    await lock.release();
  }

  return {
    handlers,
    answer: createAnswer(handlers, log),
    log,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function deskCodeOf({ branchCode, deskLetter }: { branchCode: string; deskLetter: string }): string {
  return `${branchCode}-${deskLetter}`;
}

/** Another desk's numbers are not given out here, nor are any before the desk has a name. */
function mustBeOwn(profile: OpenProfile, command: HostInput<'journal.append'>): void {
  const { identity } = profile.desk();
  if (identity === null) throw new HostFailure('not-set-up', 'the desk has no identity yet');
  if (profile.isRestoring()) throw new HostFailure('read-only', 'a restore is under way');
  const obstacle = profile.exchange.obstacle();
  if (obstacle) throw new HostFailure(obstacle, 'see what the exchange says');
  const own = `-${deskCodeOf(identity)}-`;
  const foreign = command.numbers.find(({ range }) => range.slice(2, -4) !== own);
  if (foreign) throw new HostFailure('invalid-input', `${foreign.range} is not a range of this desk`);
}
