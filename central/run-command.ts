/** The sub-commands that end by themselves. */
import { ok, type Result } from '#shared/core/result.ts';
import { demoPin, headBranch } from '#shared/demo/company.ts';
import type { Transport } from '#shared/exchange/transport.ts';
import { backUp } from './backup/back-up.ts';
import { beginEpoch, restore } from './backup/restore.ts';
import { healConflict, scanConflicts } from './backup/scan-conflicts.ts';
import type { Command, Options } from './command-line.ts';
import { addBranch } from './provision/add-branch.ts';
import { deskUsers, sweepCodes } from './provision/desk-users.ts';
import { bequeath } from './provision/bequeath.ts';
import { fillWithDemo } from './provision/fill-with-demo.ts';
import { enrolDesk, renewCode, revokeDesk, type Enrolled } from './provision/enrol-desk.ts';
import { overviewOfDesks } from './provision/overview.ts';
import { provisionCentre, type Centre } from './provision/provision-centre.ts';
import { fill, type CentralWords } from './words.ts';

export interface Speaker {
  words: CentralWords;
  say(line: string): void;
}

const HOUR = 3_600_000;

export async function runCommand(
  transport: Transport,
  command: Command,
  change: Options['change'],
  { words, say }: Speaker,
): Promise<Result<null>> {
  const now = Date.now();
  const tell = (text: string, values?: Record<string, string | number>): void => say(fill(text, values));
  const tellCode = ({ deskCode, code, expiresAt }: Enrolled): void => {
    tell(words.code, { desk: deskCode, until: timeOf(expiresAt) });
    say(`\n    ${code}\n`);
  };
  switch (command.is) {
    case 'provision':
      sayCentre(await provisionCentre(transport, change), { words, say });
      return ok(null);
    case 'branch add': {
      const added = await addBranch(transport, { code: command.code, name: command.name, isHeadOffice: command.headOffice });
      if (!added.ok) return added;
      tell(added.value.isNew ? words.branchAdded : words.branchKept, { code: command.code, name: command.name });
      tell(words.nextDesk, { code: command.code });
      return ok(null);
    }
    case 'desk enrol': {
      const { branch: branchCode, letter, headOffice: mustBeHeadOffice, replaces, hours } = command;
      const enrolled = await enrolDesk(transport, { branchCode, letter, mustBeHeadOffice, replaces, now, goodFor: hours * HOUR });
      if (!enrolled.ok) return enrolled;
      for (const one of replaces) tell(words.replaced, { desk: `${branchCode}-${one}`, by: enrolled.value.deskCode });
      tellCode(enrolled.value);
      say(words.codeHint);
      return ok(null);
    }
    case 'desk revoke': {
      const { desk, heir } = command;
      const revoked = heir === '' ? await revokeDesk(transport, desk, now) : await bequeath(transport, desk, heir, now);
      if (!revoked.ok) return revoked;
      tell(words.revoked, { desk });
      if (heir !== '') tell(words.inherited, { desk, heir });
      return ok(null);
    }
    case 'secrets rotate': {
      const all = (await deskUsers(transport)).filter(({ desk }) => desk.revokedAt === 0).map(({ desk }) => desk.code);
      for (const desk of command.desk === '' ? all : [command.desk]) {
        const renewed = await renewCode(transport, desk, now, command.hours * HOUR);
        if (!renewed.ok) return renewed;
        tellCode(renewed.value);
      }
      say(words.rotated);
      return ok(null);
    }
    case 'status':
      await sayStatus(transport, now, { words, say });
      return ok(null);
    case 'backup': {
      const made = await backUp(transport, command.folder, now);
      if (!made.ok) return made;
      const files = Object.values(made.value.files);
      const count = files.reduce((sum, { documents }) => sum + documents, 0);
      tell(words.backedUp, { count, files: files.length, folder: command.folder });
      return ok(null);
    }
    case 'restore': {
      const restored = await restore(transport, command.folder);
      if (!restored.ok) return restored;
      tell(words.restored, { ...restored.value });
      return ok(null);
    }
    case 'epoch':
      tell(words.newEpoch, { epoch: await beginEpoch(transport) });
      return ok(null);
    case 'demo': {
      const filled = await fillWithDemo(transport, {
        now,
        size: 'small',
        written: ({ name }, documents) => void process.stderr.write(`\r${name} ${documents}`),
      });
      if (!filled.ok) return filled;
      process.stderr.write('\r');
      tell(words.filled, { documents: filled.value.documents, pin: demoPin });
      tell(words.nextDesk, { code: headBranch.code });
      return ok(null);
    }
    case 'conflicts': {
      let found = 0;
      for await (const conflict of scanConflicts(transport)) {
        found += 1;
        const healed = command.heal ? ((await healConflict(transport, conflict)) ? words.healed : words.notHealed) : '';
        tell(words.conflict, { database: conflict.database, id: conflict.id, count: conflict.revisions.length, healed });
      }
      if (found === 0) say(words.noConflicts);
      return ok(null);
    }
    case 'start':
    case 'help':
      say(words.help);
      return ok(null);
  }
}

export function sayCentre({ company, branches }: Centre, { words, say }: Speaker): void {
  say(fill(words.provisioned, { company: company.company || words.noName, count: branches.length, epoch: company.epoch }));
  if (branches.length === 0) say(words.nextBranch);
}

async function sayStatus(transport: Transport, now: number, { words, say }: Speaker): Promise<void> {
  const swept = await sweepCodes(transport, now);
  if (swept.length > 0) say(fill(words.swept, { desks: swept.join(', ') }));
  const lines = await overviewOfDesks(transport, now);
  if (lines.length === 0) return say(words.noDesks);
  const rows = lines.map(({ code, state, expiresAt, note }) => [
    code,
    fill(words.state[state], { until: timeOf(expiresAt) }),
    note && note.lastComplete > 0 ? timeOf(note.lastComplete) : words.never,
    note ? timeOf(note.at) : words.never,
    String(note?.unsent ?? ''),
    String(note?.setAside ?? ''),
    note?.version ?? '',
  ]);
  for (const line of table([words.columns.split(' | '), ...rows])) say(line);
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** A Chinese character takes two columns of a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/.test(character) ? 2 : 1), 0);
}

function timeOf(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace('T', ' ');
}
