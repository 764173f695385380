/** Which of the two books is open, and the change from one to the other. Calls that come during a change wait for it. */
import { join } from 'node:path';
import { z } from 'zod';
import { HostFailure, type Profile } from '#shared/host/contract.ts';
import { profileSchema, settingsSchema } from '#shared/host/shapes.ts';
import type { Disk } from '../disk/disk.ts';
import { jsonFile } from '../disk/json-file.ts';
import { createSerial } from '../serial.ts';
import { openProfile, type OpenProfile, type ProfileOptions } from './open-profile.ts';

export interface ProfileSwitch {
  /** The open one. */
  current(): Promise<OpenProfile>;
  name(): Profile;
  use(profile: Profile): Promise<void>;
  hasDemo(): Promise<boolean>;
  /** Back to the desk's own book, and away with the demonstration's files. */
  removeDemo(): Promise<void>;
  close(): Promise<void>;
}

const choiceSchema = z.strictObject({ profile: profileSchema });

export async function openProfileSwitch(
  disk: Disk,
  folder: string,
  options: Pick<ProfileOptions, 'keys' | 'now' | 'newId' | 'log' | 'centre'>,
): Promise<ProfileSwitch> {
  const inTurn = createSerial();
  const choiceFile = jsonFile(disk, join(folder, 'profile.json'), choiceSchema);
  const choice = await choiceFile.read();
  let name: Profile = typeof choice === 'object' ? choice.profile : 'desk';
  if (name === 'demo' && !(await hasDemo())) name = 'desk';
  const open = (profile: Profile, firstSettings = settingsSchema.parse({})): Promise<OpenProfile> =>
    openProfile({ disk, folder: join(folder, profile), firstSettings, ...options });
  let current = open(name);
  await current;

  async function hasDemo(): Promise<boolean> {
    return (await disk.list(join(folder, 'demo'))).length > 0;
  }

  async function use(profile: Profile): Promise<void> {
    if (profile === name) return;
    const from = await current;
    if (from.isRestoring()) throw new HostFailure('read-only', 'a restore is under way');
    const changed = (async () => {
      await from.close();
      // A demonstration begins with the desk's language and printers.
      return open(profile, from.settings());
    })();
    current = changed;
    try {
      await changed;
    } catch (problem) {
      current = open(name);
      throw problem;
    }
    await choiceFile.write({ profile });
    name = profile;
  }

  return {
    current: () => current,
    name: () => name,
    hasDemo,
    use: (profile) => inTurn(() => use(profile)),
    removeDemo: () =>
      inTurn(async () => {
        await use('desk');
        await disk.remove(join(folder, 'demo'));
      }),
    close: async () => {
      await inTurn(async () => (await current).close());
    },
  };
}
