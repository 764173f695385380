/** Writes of the same documents in bulk by each of the ways, the book's first download among them. */
import type { AnyRecord } from '#shared/documents/record.ts';
import { spreadOf, type Spread } from '../report/spread.ts';
import { openDexieStore } from './dexie-store.ts';
import { documentsOf, hostAndInfo, theBook } from './desk-line.ts';
import { openPouchStore } from './pouch-store.ts';
import { openRawStore } from './raw-store.ts';
import { stallOf } from './stall.ts';

/** PouchDB's views take minutes with more. */
const POUCH_DOCUMENTS = 10_000;

export interface Written {
  documents: number;
  /** Documents a second over all; low and high are the batches'. */
  rate: Spread;
  stall: Spread;
  /** Of all of Chromium, with reading the journal. */
  cpu: Spread;
}

async function written(write: (batch: AnyRecord[]) => Promise<void>, most?: number): Promise<Written> {
  const { host } = await hostAndInfo();
  const rates: number[] = [];
  let [documents, time] = [0, 0];
  const before = await window.processorTime();
  const { stall } = await stallOf(async () => {
    for await (const batch of documentsOf(host, most)) {
      const start = performance.now();
      await write(batch);
      const took = performance.now() - start;
      rates.push((batch.length * 1_000) / took);
      documents += batch.length;
      time += took;
    }
  });
  const cpu = ((await window.processorTime()) - before) / documents;
  return {
    documents,
    rate: { ...spreadOf(rates), median: (documents * 1_000) / time },
    stall: spreadOf([stall]),
    cpu: spreadOf([cpu]),
  };
}

export async function fillRaw(): Promise<Written | null> {
  const raw = await openRawStore();
  const result = (await raw.count()) > 0 ? null : await written(raw.write);
  raw.close();
  return result;
}

export async function fillDexie(): Promise<Written | null> {
  const dexie = openDexieStore();
  const result = (await dexie.count()) > 0 ? null : await written(dexie.write);
  dexie.close();
  return result;
}

/** By the way's name: in a browser that has written nothing else, because what lies in the same profile makes every write dearer. */
export const writes = {
  raw: fillRaw,
  dexie: fillDexie,
  pouch: async (): Promise<Written> => {
    const pouch = await openPouchStore('bench-pouch');
    const result = await written(pouch.write, POUCH_DOCUMENTS);
    await pouch.close();
    return result;
  },
  book: fillBook,
};

export interface BookWritten extends Written {
  /** Milliseconds from then on until search has all names. */
  search: number;
}

/** From the host's journal into store and read models, as a new desk does. */
async function fillBook(): Promise<BookWritten> {
  const before = await window.processorTime();
  const start = performance.now();
  const { value: book, stall } = await stallOf(theBook);
  const time = performance.now() - start;
  const cpu = (await window.processorTime()) - before;
  const searchStart = performance.now();
  const documents = await book.size();
  return {
    documents,
    rate: spreadOf([(documents * 1_000) / time]),
    stall: spreadOf([stall]),
    cpu: spreadOf([cpu / documents]),
    search: performance.now() - searchStart,
  };
}
