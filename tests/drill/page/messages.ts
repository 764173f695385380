import { z } from 'zod';

/** What the drill's page tells the test, as log lines of the host that begin with `DRILL`. */
export const drillMessage = z.discriminatedUnion('is', [
  /** The book has caught up: what it holds before this page writes anything. */
  z.object({
    is: z.literal('open'),
    documents: z.number(),
    stock: z.number(),
    recovered: z.array(z.string()),
  }),
  /** The command was answered as saved. */
  z.object({ is: z.literal('saved'), labels: z.array(z.string()) }),
  z.object({ is: z.literal('undone'), label: z.string() }),
  /** Label and status of some of the documents the last page found. */
  z.object({ is: z.literal('rows'), rows: z.array(z.tuple([z.string(), z.string()])) }),
  /** The last page's look at everything. */
  z.object({
    is: z.literal('report'),
    balances: z.array(z.tuple([z.string(), z.number()])),
    /** What a rebuild had to put right; empty when the figures were exact. */
    corrections: z.array(z.string()),
    rebuilt: z.array(z.tuple([z.string(), z.number()])),
    found: z.number(),
  }),
  z.object({ is: z.literal('problem'), text: z.string() }),
]);
export type DrillMessage = z.infer<typeof drillMessage>;

export const PREFIX = 'DRILL ';
