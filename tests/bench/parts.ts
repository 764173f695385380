/** Every part of the suite by name. Each can be run alone; those of the page share one desk. */
import type { BuiltHost } from '../support/host-process.ts';
import { measureCentre } from './alone/centre.ts';
import { inChild } from './alone/in-child.ts';
import { measurePapers } from './alone/papers.ts';
import { measureBundle } from './app/bundle.ts';
import { measureCustomer } from './app/customer.ts';
import { measureDashboard } from './app/dashboard.ts';
import { measureImport } from './app/import.ts';
import { measureMemory } from './app/memory.ts';
import { measureStart } from './app/start.ts';
import { measureStore } from './app/store.ts';
import { demoFolder, type Demo } from './program/demo-folder.ts';
import { openDesk, type BenchDesk } from './program/open-desk.ts';
import type { Known } from './page/lists.ts';
import type { Measured, PartName } from './report/figure.ts';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export interface Surroundings {
  /** Documents asked for; the demonstration has about as many. */
  size: number;
  demo: Demo;
  built: BuiltHost;
  /** Room for data folders and profiles. */
  folder: string;
  /** Run when all parts are through, the last first. */
  ends: (() => Promise<void>)[];
  desk?: BenchDesk;
  emptyDesk?: BenchDesk;
  benchPage?: Page;
}

/** PouchDB's lists are measured up to here. */
const POUCH_DOCUMENTS = 10_000;

type Part = (around: Surroundings) => Promise<Measured[]>;

export const parts: Readonly<Record<PartName, Part>> = {
  store: async (around) => {
    delete around.benchPage;
    return measureStore(await theDesk(around));
  },
  lists: inPage(async (page, around) => {
    const { figures, known } = await page.evaluate(() => window.bench.lists());
    // Its view of 100,000 documents takes more than ten minutes to build.
    const pouch = around.size > POUCH_DOCUMENTS ? {} : await pouchLists(around, known);
    return figures.map((figure) => {
      const spread = pouch[figure.work];
      return spread ? { ...figure, beside: [...(figure.beside ?? []), { name: 'PouchDB', spread }] } : figure;
    });
  }),
  commit: inPage((page) => page.evaluate(() => window.bench.commit())),
  search: inPage((page) => page.evaluate(() => window.bench.search())),
  rebuild: inPage((page) => page.evaluate(() => window.bench.rebuild())),
  start: inProgram(async (desk, around) => measureStart(desk, await theEmptyDesk(around))),
  bundle: inProgram((desk, { built }) => measureBundle(desk, join(built.folder, 'out', 'renderer'))),
  customer: inProgram(measureCustomer),
  dashboard: inProgram(async (desk, around) => measureDashboard(desk, await theEmptyDesk(around))),
  import: inProgram(measureImport),
  memory: inProgram(measureMemory),
  papers: inPage((page) => measurePapers(page)),
  centre: inPage((page, { size }) => measureCentre(size, page)),
  host: ({ size }) => inChild('host', size),
  judge: ({ size }) => inChild('judge', size),
};

/** The program itself: from here on the suite's own page is closed. */
function inProgram(measure: (desk: BenchDesk, around: Surroundings) => Promise<Measured[]>): Part {
  return async (around) => {
    delete around.benchPage;
    return measure(await theDesk(around), around);
  };
}

/** The suite's own page: opened once, left when the program itself is opened. */
function inPage(measure: (page: Page, around: Surroundings) => Promise<Measured[]>): Part {
  return async (around) => {
    const desk = await theDesk(around);
    around.benchPage ??= await desk.openBench();
    return measure(around.benchPage, around);
  };
}

/** In a browser of its own: what it keeps would slow the others down. */
async function pouchLists(around: Surroundings, known: Known): ReturnType<typeof window.bench.pouchLists> {
  const desk = await openDesk(around.built, around.demo, join(around.folder, 'pouch'));
  try {
    const page = await desk.openBench();
    return await page.evaluate((about) => window.bench.pouchLists(about), known);
  } finally {
    await desk.close();
  }
}

/** A branch on its first morning. */
async function theEmptyDesk(around: Surroundings): Promise<BenchDesk> {
  around.emptyDesk ??= await openIn(around, await demoFolder(0), 'empty');
  return around.emptyDesk;
}

async function theDesk(around: Surroundings): Promise<BenchDesk> {
  around.desk ??= await openIn(around, around.demo, 'large');
  return around.desk;
}

async function openIn({ built, folder, ends }: Surroundings, demo: Demo, name: string): Promise<BenchDesk> {
  const desk = await openDesk(built, demo, join(folder, name));
  ends.push(desk.close);
  return desk;
}
