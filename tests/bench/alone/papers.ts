import type { Page } from 'playwright-core';
import { createPaperEngine, type PaperEngine } from '#electron/host/papers/create-paper-engine.ts';
import { aDispatchNote, aJob, aSalesSlip, everyPaper } from '#shared/papers/paper.fixture.ts';
import type { ContractContent, PaperJob } from '#shared/papers/content.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';
import { openBrowserPrinter, type BrowserPrinter } from './print-to-pdf.ts';
import { openPdfkitFloor, type PdfkitFloor } from './pdfkit-floor.ts';

const NOTES = 100;
const PAGES = 30;

interface Printers {
  engine: PaperEngine;
  floor: PdfkitFloor;
  browser: BrowserPrinter;
}

/** @param page the suite's own, for how long it stands still meanwhile */
export async function measurePapers(page: Page): Promise<Measured[]> {
  const printers = { engine: createPaperEngine(), floor: await openPdfkitFloor(), browser: await openBrowserPrinter() };
  const { engine, floor, browser } = printers;
  await engine.warm();
  const contract = await aLongContract(engine);
  const slip = aJob(aSalesSlip('zh-CN'));
  const notes = Array.from({ length: NOTES }, (_, at) => aJob(aDispatchNote('zh-CN', { no: `FH-${at}`, code: `FH-${at}` })));
  try {
    const stall = (jobs: readonly PaperJob[]): Promise<number> => page.evaluate((jobs) => window.bench.papers([...jobs]), jobs);
    await stall([slip]);
    const stalls = [await stall([contract]), await stall(notes)];
    return [
      await compared('one page, warm', printers, [slip], { times: 21, prints: 21, goal: 80 }),
      await compared(`contract of ${PAGES} pages`, printers, [contract], { times: 5, prints: 5, goal: 700 }),
      await compared(`${NOTES} dispatch notes`, printers, notes, { times: 3, prints: 1, goal: 2_500 }),
      {
        work: `longest stall of the page while the contract and the ${NOTES} notes are made`,
        unit: 'ms',
        ours: spreadOf(stalls),
        worst: true,
        goals: [{ bound: 'atMost', value: 50 }],
      },
    ];
  } finally {
    await Promise.all([engine.close(), floor.close(), browser.close()]);
  }
}

async function compared(
  work: string,
  { engine, floor, browser }: Printers,
  jobs: readonly PaperJob[],
  { times, prints, goal }: { times: number; prints: number; goal: number },
): Promise<Measured> {
  const [ours, least, printed]: [number[], number[], number[]] = [[], [], []];
  // The first page opens what is not open yet, for all three.
  for (let at = jobs.length > 1 ? 0 : -1; at < times; at += 1) {
    const start = performance.now();
    await Promise.all(jobs.map((job) => engine.render(job)));
    const took = performance.now() - start;
    let [drawing, printing] = [0, 0];
    for (const job of jobs) {
      const { milliseconds, sheets } = await floor.draw(job);
      drawing += milliseconds;
      if (at >= times - prints) printing += await browser.print(sheets);
    }
    if (at < 0) continue;
    ours.push(took);
    least.push(drawing);
    if (printing > 0) printed.push(printing);
  }
  return {
    work,
    unit: 'ms',
    ours: spreadOf(ours),
    beside: [
      { name: 'pdfkit, positions given', spread: spreadOf(least) },
      { name: 'Chromium’s printToPDF', spread: spreadOf(printed) },
    ],
    goals: [{ bound: 'atMost', value: goal }],
  };
}

/** As many lines of goods as it takes. */
async function aLongContract(engine: PaperEngine): Promise<PaperJob> {
  const content = everyPaper('zh-CN')['contract'] as ContractContent;
  const rows = content.clauses.find(({ table }) => table)?.table?.rows ?? [];
  const withRows = (count: number): PaperJob => {
    const many = Array.from({ length: count }, (_, at) => rows[at % rows.length] ?? {});
    const clauses = content.clauses.map((clause) => (clause.table ? { ...clause, table: { ...clause.table, rows: many } } : clause));
    return aJob({ ...content, clauses }, { form: 'a4' });
  };
  let count = PAGES * 10;
  for (let tries = 0; tries < 8; tries += 1) {
    const { pages } = await engine.render(withRows(count));
    if (pages === PAGES) return withRows(count);
    count = Math.round((count * (PAGES - 0.5)) / (pages - 0.5));
  }
  throw new Error(`no contract of ${PAGES} pages`);
}
