/** Put into the program's page before it begins: what is painted when. */
import type { Book } from '#renderer/book/book.ts';
import { stallOf } from '../../page/stall.ts';
import { bookOf } from './book-of-page.ts';

const PATIENCE = 120_000;

const tools = {
  book: (): Book => bookOf(document),
  /** Time of the page at which what was waited for is on the screen. */
  whenShown: async (heading = '', chart = false): Promise<number> => {
    await until(() => missing(heading, chart));
    return painted();
  },
  /** Time of the page at which people may be picked. */
  whenAsked: async (): Promise<number> => {
    await until(() => (document.querySelector('main ul button') ? '' : 'nobody to pick'));
    return painted();
  },
  /** Milliseconds from going to an address until its screen is there, whole. Without a heading any other than the present one will do. */
  open: async (path: string, heading = '', chart = false): Promise<number> => {
    const last = document.querySelector('h1');
    const text = last?.textContent;
    const start = performance.now();
    location.hash = `#${path}`;
    const isOther = (): boolean => heading !== '' || document.querySelector('h1') !== last || last?.textContent !== text;
    await until(() => (isOther() ? missing(heading, chart) : 'still the last screen'));
    return (await painted()) - start;
  },
  now: (): number => performance.now(),
  /** Begins to look for stalls; `stopStall` gives the longest since. */
  startStall: (): void => {
    let resolve: () => void = () => undefined;
    const running = stallOf(() => new Promise<void>((stop) => (resolve = stop)));
    tools.stopStall = async () => {
      resolve();
      return (await running).stall;
    };
  },
  stopStall: (): Promise<number> => Promise.resolve(0),
};

/** What is not there yet; '' when the menu is, the heading is the one wanted and nothing says that it is loading. */
function missing(heading: string, chart: boolean): string {
  const title = document.querySelector('h1')?.textContent ?? '';
  if (!document.querySelector('nav')) return 'no menu';
  if (title === '' || !title.includes(heading)) return `the heading is “${title}”`;
  if (document.querySelector('[aria-busy="true"]')) return 'something is loading';
  if (hasDashes()) return 'a figure is not known';
  return !chart || [...document.querySelectorAll('svg')].some((svg) => svg.getBoundingClientRect().width > 200) ? '' : 'no chart';
}

/** @throws what is missing after two minutes */
async function until(missing: () => string): Promise<void> {
  const start = performance.now();
  for (let what = missing(); what !== ''; what = missing()) {
    if (performance.now() - start > PATIENCE) throw new Error(`${location.hash}: ${what}`);
    await frame();
  }
}

/** A figure that is not known yet. */
function hasDashes(): boolean {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) if (texts.currentNode.nodeValue === '…') return true;
  return false;
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/** After the frame that is being made has been painted. */
function painted(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0)));
}

declare global {
  interface Window {
    tools: typeof tools;
  }
}

window.tools = tools;
