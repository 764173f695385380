/** The parts of these packages that are used; they ship no types of their own. */
interface UserContext {
  name: string | null;
  roles: string[];
}

interface PouchOptions {
  userCtx?: UserContext;
  secObj?: unknown;
  keys?: readonly string[];
  include_docs?: boolean;
  since?: number | string;
  limit?: number;
  [option: string]: unknown;
}

interface StoredDocument {
  _id: string;
  _rev?: string;
  _deleted?: boolean;
  [field: string]: unknown;
}

interface AllDocsRow {
  id?: string;
  key: string;
  error?: string;
  value?: { rev: string; deleted?: boolean };
  doc?: StoredDocument | null;
}

interface BulkRow {
  ok?: boolean;
  id?: string;
  rev?: string;
  error?: boolean | string;
  name?: string;
  message?: string;
  status?: number;
}

interface PouchDatabase {
  get(id: string, options?: PouchOptions): Promise<StoredDocument>;
  put(document: StoredDocument, options?: PouchOptions): Promise<{ ok: true; id: string; rev: string }>;
  bulkDocs(documents: { docs: StoredDocument[] }, options?: PouchOptions): Promise<BulkRow[]>;
  allDocs(options: PouchOptions): Promise<{ rows: AllDocsRow[] }>;
  changes(options: PouchOptions): Promise<{ results: unknown[]; last_seq: number | string }>;
  info(): Promise<{ doc_count: number; update_seq: number }>;
  destroy(): Promise<unknown>;
  close(): Promise<void>;
  setMaxListeners(most: number): unknown;
  multiUserLogIn(name: string, password: string): Promise<{ ok: true; name: string; roles: string[]; sessionID: string }>;
}

interface PouchConstructor {
  new (name: string, options?: Record<string, unknown>): PouchDatabase;
  plugin(plugin: unknown): PouchConstructor;
  defaults(options: Record<string, unknown>): PouchConstructor;
}

interface CouchRequest {
  method: string;
  path: string;
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
  couchSession?: { userCtx: UserContext };
}

interface CouchResponse {
  status(code: number): CouchResponse;
  json(body: unknown): void;
  cookie(name: string, value: string, options: Record<string, unknown>): void;
  on(event: 'close', listener: () => void): void;
  headersSent: boolean;
}

type Handler = (request: CouchRequest, response: CouchResponse, next: (problem?: unknown) => void) => unknown;

interface ExpressApp {
  (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse): void;
  disable(setting: string): void;
  use(...handlers: (string | Handler | ExpressApp | ErrorHandler)[]): void;
  all(path: string, ...handlers: Handler[]): void;
  get(path: string, ...handlers: Handler[]): void;
  put(path: string, ...handlers: Handler[]): void;
  post(path: string, ...handlers: Handler[]): void;
  delete(path: string, ...handlers: Handler[]): void;
}

type ErrorHandler = (problem: unknown, request: CouchRequest, response: CouchResponse, next: (problem?: unknown) => void) => unknown;

declare module 'express' {
  const express: {
    (): ExpressApp;
    json(options: { limit: number; type: () => boolean; verify: (request: unknown, response: unknown, body: Buffer) => void }): Handler;
  };
  export default express;
}
declare module 'express-pouchdb' {
  interface PouchApp extends ExpressApp {
    couchConfig: { registerDefault(section: string, key: string, value: unknown): void };
    dbWrapper: { wrap(name: string, database: PouchDatabase): Promise<PouchDatabase> };
    setPouchDB(constructor: PouchConstructor): Promise<void>;
  }
  const expressPouchdb: (options: Record<string, unknown>) => PouchApp;
  export default expressPouchdb;
}
declare module 'pouchdb-core' {
  const PouchDB: PouchConstructor;
  export default PouchDB;
}
declare module 'pouchdb-adapter-leveldb' {
  const adapter: unknown;
  export default adapter;
}
declare module 'pouchdb-adapter-memory' {
  const adapter: unknown;
  export default adapter;
}
declare module 'pouchdb-mapreduce' {
  const plugin: unknown;
  export default plugin;
}
declare module 'pouchdb-replication' {
  const plugin: unknown;
  export default plugin;
}
