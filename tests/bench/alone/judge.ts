/** What the judge takes to hold and judge one branch's book, and to judge one more paper, late and early. */
import { openCentralBook } from '#central/judge/central-book.ts';
import { openClaims } from '#central/judge/claims.ts';
import { openFindings } from '#central/judge/findings.ts';
import { opinionOn } from '#central/judge/judgement.ts';
import { recordSchema, type AnyRecord } from '#shared/documents/record.ts';
import { demoRecords } from '#shared/demo/demo-records.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';

/** The judge's memory is in proportion to the book: more than this only takes time. */
const MOST = 20_000;

export async function measureJudge(documents: number): Promise<Measured[]> {
  const texts: string[] = [];
  for await (const { records } of demoRecords({ size: Math.min(documents, MOST), today: '2026-10-30', pinHash: '' })) {
    for (const record of records) texts.push(JSON.stringify(record));
  }
  const thousands = texts.length / 1_000;
  const before = heldMemory();
  const book = openCentralBook();
  const findings = openFindings(book, (id, problem) => console.error(id, problem));
  const claims = openClaims(
    (id) => book.get(id),
    () => [],
  );

  /** Milliseconds of processor time. */
  async function judge(records: readonly (string | undefined)[]): Promise<number> {
    const start = process.cpuUsage();
    for (const text of records) book.put(read(text));
    for (const id of await book.play(findings)) {
      const paper = book.get(id);
      if (!paper) continue;
      claims.put(paper);
      opinionOn(paper, findings.of(id), claims.of(id));
    }
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  }

  // The last orders come after the rest: one signed at the end, and one from a desk that was away for months.
  const orders = texts.flatMap((text, index) => (text.includes('"kind":"order"') ? [index] : []));
  const late = orders.at(-40) ?? 0;
  const early = orders.at(Math.floor(orders.length / 2)) ?? 0;
  const all = await judge(texts.filter((_, index) => index !== late && index !== early));
  const held = heldMemory() - before;
  const figure = (work: string, unit: Measured['unit'], value: number): Measured => ({ work, unit, ours: spreadOf([value]) });
  return [
    figure('read and judge a book, processor time', 'CPU ms/document', all / texts.length),
    figure('memory for 1,000 documents', 'MB', held / 1e6 / thousands),
    figure('JSON of 1,000 documents', 'MB', texts.reduce((sum, text) => sum + text.length, 0) / 1e6 / thousands),
    figure('one order of the last day, processor time', 'ms', await judge([texts[late]])),
    figure('one order of half a year ago, processor time', 'ms', await judge([texts[early]])),
  ];
}

function read(text: string | undefined): AnyRecord {
  return recordSchema.parse(JSON.parse(text ?? ''));
}

/** Bytes that are still there after everything else was thrown away. */
function heldMemory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
