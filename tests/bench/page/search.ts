/** Search as somebody types: every beginning of every question is one press of a key. */
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';
import { documentsOf, hostAndInfo, theBook } from './desk-line.ts';
import { takeTurns } from './sampling.ts';

/** Names, parts of names, pinyin, initials, digits of a telephone and of a number, two words, and nothing at all. */
const questions = [
  '杭州恒达',
  '机电',
  '周建国',
  'hangzhou',
  'zhangwei',
  'hzjd',
  'wf',
  '138575',
  '2260',
  'XS-HZ01',
  '接触器',
  'jcq 25',
  '建设 路',
  'zzqqxx',
];
const TIMES = 5;

export async function measureSearch(): Promise<Measured[]> {
  const book = await theBook();
  await book.size();
  const presses = questions.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1))).filter((text) => text.trim() !== '');
  const names = await allNames();
  const [ours, floor]: [number[], number[]] = [[], []];
  let found = 0;
  for (const text of presses) {
    const taken = await takeTurns(TIMES, {
      ours: async () => (found += book.search({ text, limit: 24 }).length),
      // What it costs only to look whether each of the names has it.
      floor: async () => names.filter((name) => name.includes(text)).length,
    });
    ours.push(spreadOf(taken.ours).median);
    floor.push(spreadOf(taken.floor).median);
  }
  if (found === 0) throw new Error('nothing was found');
  return [
    {
      work: 'search, one key press',
      note: `${presses.length} presses over ${names.length} names`,
      unit: 'ms',
      ours: spreadOf(ours),
      beside: [{ name: 'includes() over the titles', spread: spreadOf(floor) }],
    },
    {
      work: 'search, the slowest key press',
      unit: 'ms',
      ours: spreadOf([Math.max(...ours)]),
      beside: [{ name: 'includes() over the titles', spread: spreadOf([Math.max(...floor)]) }],
      goals: [{ bound: 'atMost', value: 30 }],
    },
  ];
}

async function allNames(): Promise<string[]> {
  const { host } = await hostAndInfo();
  const names: string[] = [];
  for await (const batch of documentsOf(host)) names.push(...batch.map(({ no, title }: AnyRecord) => `${no} ${title}`.toLowerCase()));
  return names;
}
