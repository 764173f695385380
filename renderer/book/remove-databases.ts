import type { Profile } from '#shared/host/contract.ts';
import { bookName } from './book-names.ts';

/** A connection of this page that will not let go must not hold the user up; the database is deleted when it does. */
const BLOCKED_MS = 5_000;

/** Deletes the working copies of all books of a profile. The host's journal and snapshots are not touched. */
export async function removeBookDatabases(profile: Profile): Promise<void> {
  await removeWhere((name) => name.startsWith(`rxdb-dexie-bd-${profile}-`) || name.startsWith(`bd-figures-${profile}-`));
}

/** Deletes the working copy of one epoch, which a restore or a new installation has left behind. */
export async function removeEpoch(profile: Profile, epoch: string): Promise<void> {
  const own = `rxdb-dexie-${bookName({ profile, epoch })}--`;
  await removeWhere((name) => name.startsWith(own));
}

async function removeWhere(isOld: (name: string) => boolean): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]));
  await Promise.all(names.filter(isOld).map(remove));
}

function remove(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error(`${name} was not deleted`)));
    setTimeout(resolve, BLOCKED_MS);
  });
}
