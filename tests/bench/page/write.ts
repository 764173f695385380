/** Bulk writes of the same documents by each of the ways, and the first download into the book. */
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf, type Spread } from '../report/spread.ts';
import { openDexieStore } from './dexie-store.ts';
import { documentsOf, hostAndInfo, theBook } from './desk-line.ts';
import { openPouchStore } from './pouch-store.ts';
import { openRawStore } from './raw-store.ts';
import { stallOf } from './stall.ts';

/** PouchDB's views take minutes with more. */
const POUCH_DOCUMENTS = 10_000;

interface Written {
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

export async function measureWrites(): Promise<Measured[]> {
  const raw = await fillRaw();
  const dexie = await fillDexie();
  const pouch = await openPouchStore('bench-pouch');
  const pouched = await written(pouch.write, POUCH_DOCUMENTS);
  await pouch.close();
  if (!raw || !dexie) throw new Error('written before');

  const before = await window.processorTime();
  const start = performance.now();
  const { value: book, stall } = await stallOf(theBook);
  const seconds = (performance.now() - start) / 1_000;
  const cpu = ((await window.processorTime()) - before) / raw.documents;
  const searchStart = performance.now();
  const size = await book.size();
  const others = (of: (one: Written) => Spread) => [
    { name: 'raw IndexedDB', spread: of(raw) },
    { name: 'Dexie', spread: of(dexie) },
    { name: pouched.documents < raw.documents ? `PouchDB, ${pouched.documents} documents` : 'PouchDB', spread: of(pouched) },
  ];
  return [
    {
      work: 'first download, from the host’s journal into store and read models',
      unit: 'documents/s',
      ours: spreadOf([size / seconds]),
      beside: others(({ rate }) => rate),
      goals: [{ bound: 'atLeast', value: 0.7, times: 'raw IndexedDB' }],
    },
    {
      work: 'first download: processor time of Chromium',
      unit: 'CPU ms/document',
      ours: spreadOf([cpu]),
      beside: others(({ cpu }) => cpu),
    },
    {
      work: 'first download: longest stall of the page',
      unit: 'ms',
      ours: spreadOf([stall]),
      beside: others(({ stall }) => stall),
      goals: [{ bound: 'atMost', value: 50 }],
    },
    { work: 'first download: until search has all names, after that', unit: 'ms', ours: spreadOf([performance.now() - searchStart]) },
  ];
}
