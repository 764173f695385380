/** As much of PouchDB as is measured. */
declare module 'pouchdb-browser' {
  export default class PouchDB {
    constructor(name: string, options?: { auto_compaction?: boolean });
    put(document: object): Promise<unknown>;
    bulkDocs(documents: readonly object[]): Promise<unknown>;
    query(
      view: string,
      options: { startkey?: unknown; endkey?: unknown; limit: number; include_docs?: boolean },
    ): Promise<{ rows: unknown[] }>;
    replicate: { from(address: string, options: object): Promise<unknown> };
    destroy(): Promise<void>;
    close(): Promise<void>;
  }
}
