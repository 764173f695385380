/** Runs in the browser, beside the program's own page: a real host, the real store, the page's own work. */
import { measureCommit } from './commit.ts';
import { measureLists, measurePouchLists } from './lists.ts';
import { stallOfPapers } from './papers.ts';
import { replicateHere } from './pouch-store.ts';
import { measureRebuild } from './rebuild.ts';
import { measureSearch } from './search.ts';
import { writes } from './write.ts';

const bench = {
  writes,
  lists: measureLists,
  pouchLists: measurePouchLists,
  commit: measureCommit,
  search: measureSearch,
  rebuild: measureRebuild,
  papers: stallOfPapers,
  replicate: replicateHere,
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
