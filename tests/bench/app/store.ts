/** The first download beside bulk writes of the same documents by each of the other ways, every one in a browser of its own. */
import type { BenchDesk } from '../program/open-desk.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf, type Spread } from '../report/spread.ts';
import type { Written, writes } from '../page/write.ts';

export async function measureStore({ openBench }: BenchDesk): Promise<Measured[]> {
  const by = async <Way extends keyof typeof writes>(way: Way) => {
    const page = await openBench({ anew: true });
    return (await page.evaluate((name) => window.bench.writes[name](), way)) as NonNullable<Awaited<ReturnType<(typeof writes)[Way]>>>;
  };
  const ours = await by('book');
  const pouched = await by('pouch');
  const dexie = await by('dexie');
  const raw = await by('raw');
  const others = (of: (one: Written) => Spread) => [
    { name: 'raw IndexedDB', spread: of(raw) },
    { name: 'Dexie', spread: of(dexie) },
    { name: pouched.documents < raw.documents ? `PouchDB, ${pouched.documents} documents` : 'PouchDB', spread: of(pouched) },
  ];
  return [
    {
      work: 'first download, from the host’s journal into store and read models',
      unit: 'documents/s',
      ours: ours.rate,
      beside: others(({ rate }) => rate),
      goals: [{ bound: 'atLeast', value: 0.7, times: 'raw IndexedDB' }],
    },
    {
      work: 'first download: processor time of Chromium',
      unit: 'CPU ms/document',
      ours: ours.cpu,
      beside: others(({ cpu }) => cpu),
    },
    {
      work: 'first download: longest stall of the page',
      unit: 'ms',
      ours: ours.stall,
      beside: others(({ stall }) => stall),
      goals: [{ bound: 'atMost', value: 50 }],
    },
    { work: 'first download: until search has all names, after that', unit: 'ms', ours: spreadOf([ours.search]) },
  ];
}
