/**
 * `node --expose-gc --import tsx tests/bench/judge.ts [documents]`: what the judge takes to hold and judge one branch's book, and to judge one
 * more paper late and early. Figures only; nothing fails by being slow.
 */
import { openCentralBook } from '#central/judge/central-book.ts';
import { openClaims } from '#central/judge/claims.ts';
import { openFindings } from '#central/judge/findings.ts';
import { opinionOn } from '#central/judge/judgement.ts';
import { demoRecords } from '#shared/demo/demo-records.ts';
import { recordSchema, type AnyRecord } from '#shared/documents/record.ts';

const texts: string[] = [];
for await (const { records } of demoRecords({ size: Number(process.argv[2] ?? 10_000), today: '2026-10-30', pinHash: '' })) {
  for (const record of records) texts.push(JSON.stringify(record));
}
const thousands = texts.length / 1_000;
const read = (text: string | undefined): AnyRecord => recordSchema.parse(JSON.parse(text ?? ''));
const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const before = heap();
const book = openCentralBook();
const findings = openFindings(book, (id, problem) => console.log(id, problem));
const claims = openClaims((id) => book.get(id));

async function judge(name: string, records: readonly (string | undefined)[]): Promise<number> {
  const start = process.cpuUsage();
  for (const text of records) book.put(read(text));
  const part = await book.play(findings);
  for (const id of part) {
    const paper = book.get(id);
    if (!paper) continue;
    claims.put(paper);
    opinionOn(paper, findings.of(id), claims.of(id));
  }
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1_000;
  console.log(`${name}: ${part.size} documents took part, ${milliseconds.toFixed(0)} ms of processor time`);
  return milliseconds;
}

// The last orders come after the rest: one signed at the end, and one from a desk that was away for months.
const orders = texts.flatMap((text, index) => (text.includes('"kind":"order"') ? [index] : []));
const late = orders.at(-40) ?? 0;
const early = orders.at(Math.floor(orders.length / 2)) ?? 0;
const all = await judge(
  'the whole book',
  texts.filter((_, index) => index !== late && index !== early),
);
const held = heap() - before;
await judge('one order of the last day', [texts[late]]);
await judge('one order of half a year ago', [texts[early]]);

const json = texts.reduce((sum, text) => sum + text.length, 0);
const { documents, events, accounts } = book.size();
console.log(
  `${documents} documents, ${events} events, ${accounts} accounts; ${(json / 1e6 / thousands).toFixed(2)} MB of JSON in 1,000 documents`,
);
console.log(
  `in 1,000 documents: ${(held / 1e6 / thousands).toFixed(2)} MB of memory, ${(all / thousands).toFixed(0)} ms of processor time to read and judge`,
);
