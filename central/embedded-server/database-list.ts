import PouchDB from 'pouchdb-core';
import leveldb from 'pouchdb-adapter-leveldb';
import memory from 'pouchdb-adapter-memory';
import mapreduce from 'pouchdb-mapreduce';
import replication from 'pouchdb-replication';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

// The last two are never called; the package's rights wrap their methods and fail without them.
PouchDB.plugin(leveldb).plugin(memory).plugin(mapreduce).plugin(replication);

export interface Databases {
  /** What the package takes users from. */
  constructor: PouchConstructor;
  names(): string[];
  /** null: there is none of that name. */
  open(name: string): PouchDatabase | null;
  /** false: it is there already. */
  create(name: string): Promise<boolean>;
  remove(name: string): Promise<void>;
  closeAll(): Promise<void>;
}

/**
 * Which databases exist. The package's list listens to an event that all servers of a process share, so two of them (tests,
 * simulation) would see each other's; and a desk that asks it for a new database ends the process.
 * @param folder null: everything in memory
 */
export function openDatabases(folder: string | null): Databases {
  const names = new Set<string>();
  const every = new Set<PouchDatabase>();
  const open = new Map<string, PouchDatabase>();
  if (folder !== null) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) names.add(entry.name);
  }
  const prefix = folder === null ? `${randomUUID()}/` : join(folder, sep);
  const Base = PouchDB.defaults({ prefix, adapter: folder === null ? 'memory' : 'leveldb' });

  class Database extends Base {
    constructor(name: string, options?: Record<string, unknown>) {
      super(name, options);
      names.add(name);
      every.add(this);
    }

    static allDbs(callback?: (problem: null, names: string[]) => void): Promise<string[]> {
      callback?.(null, [...names]);
      return Promise.resolve([...names]);
    }
  }

  const opened = (name: string): PouchDatabase => {
    const known = open.get(name);
    if (known) return known;
    const database = new Database(name);
    // Every desk that asks for changes listens for the database's end.
    database.setMaxListeners(0);
    open.set(name, database);
    return database;
  };

  return {
    constructor: Database,
    names: () => [...names].sort(),
    open: (name) => (names.has(name) ? opened(name) : null),
    create: async (name) => {
      if (names.has(name)) return false;
      await opened(name).info();
      return true;
    },
    remove: async (name) => {
      const database = opened(name);
      names.delete(name);
      open.delete(name);
      every.delete(database);
      await database.destroy();
    },
    closeAll: async () => {
      await Promise.allSettled([...every].map((database) => database.close()));
    },
  };
}
