import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { account, type Posting } from '#shared/ledger/posting.ts';
import { goods, optionalDay, quantity, required, text } from '../fields.ts';

const line = z.strictObject({
  ...goods,
  /** Line of the order or contract. */
  line: z.number().int().min(0),
  quantity,
});

const schema = z.strictObject({
  type: z.enum(['purchase', 'production']),
  /** Order or contract that lacks the goods. */
  sourceNo: text(40),
  customerName: required(120),
  lines: z.array(line).min(1).max(500),
  /** When the goods are to be there, '' as soon as possible. */
  needBy: optionalDay,
  notes: text(300),
});

export type Request = z.infer<typeof schema>;

const askers = ['salesperson', 'manager', 'warehouse', 'planner'] as const;
/** Who takes which request: purchasing buys, the planner has it made. */
export const takers = { purchase: ['purchasing'], production: ['planner'] } as const;
const everyTaker = ['purchasing', 'planner'] as const;

/**
 * 需求单 (STK-09, S17.8): what an order or a contract lacks, asked of purchasing or of the planner. What was asked for and has not come is on
 * its way. `source` is the order or contract, `party` its customer.
 */
export const request = defineModule<Request>({
  kind: 'request',
  numberType: 'XQ',
  v: 1,
  schema,
  makers: askers,
  lifecycle: {
    initial: 'asked',
    steps: {
      /** data: from (supplier or plant), expected (day, or '') */
      taken: { from: ['asked'], to: 'taken', by: everyTaker, awaited: true },
      /** The expected day moved. data: expected, reason */
      putOff: { from: ['taken'], by: everyTaker },
      /** Goods came. data: inbound, lines [{ line, quantity }] */
      arrived: { from: ['taken'], by: ['warehouse', 'production'] },
      /** With the last of them, or when the rest will not come. data: reason */
      finished: { from: ['taken'], to: 'finished', by: ['warehouse', 'production', ...everyTaker] },
      /** data: reason */
      declined: { from: ['asked', 'taken'], to: 'declined', by: everyTaker },
      /** data: reason */
      withdrawn: { from: ['asked'], to: 'withdrawn', by: askers },
    },
  },
  describe: (body) => ({ title: `${body.sourceNo} · ${body.lines[0]?.name ?? ''}`, amount: 0 }),
  searchTexts: (body) => [body.sourceNo, body.customerName, ...body.lines.map(({ name }) => name)],
  postings,
  fields: { type: 'choice', sourceNo: 'text', customerName: 'text', lines: 'lines', needBy: 'day', notes: 'long' },
  lineFields: { code: 'text', name: 'text', spec: 'text', quantity: 'quantity', unit: 'text' },
  tones: { asked: 'warn', taken: 'info', finished: 'good', declined: 'bad', withdrawn: 'neutral' },
  columns: ['no', 'day', 'title', 'party', 'owner', 'status'],
});

/** Accounts in thousandths: coming by product, requested by order or contract and line. What came is in stock, no longer on its way. */
function postings(record: DocumentRecord<Request>): Posting[] {
  const { status, source, body } = record;
  if (status === 'declined' || status === 'withdrawn') return [];
  const came = arrivedOf(record);
  return body.lines.flatMap(({ product, line: index, quantity: asked }) => {
    const there = Math.min(asked, came.get(index) ?? 0);
    const open = status === 'finished' ? 0 : asked - there;
    return [
      { account: account('coming', product), amount: open },
      // Asked for and not brought in by this request: it need not be asked for again. What came is reserved like any stock.
      { account: account('requested', source, String(index)), amount: open },
    ];
  });
}

const lines = z.array(z.object({ line: z.number().int(), quantity: z.number().int() }));

/** What came so far, by line of the order or contract. */
export function arrivedOf({ events }: Pick<DocumentRecord<Request>, 'events'>): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { type, data } of events) {
    if (type !== 'arrived') continue;
    const parsed = lines.safeParse(data.lines);
    for (const one of parsed.success ? parsed.data : []) sums.set(one.line, (sums.get(one.line) ?? 0) + one.quantity);
  }
  return sums;
}
