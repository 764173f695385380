/** One example of every paper, and of every state a paper can be in, out of the demonstration. */
import { stampOf } from '#shared/core/calendar.ts';
import { ok } from '#shared/core/result.ts';
import { aMemoryBook, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { demoCompany, headBranch } from '#shared/demo/company.ts';
import { demoRecords } from '#shared/demo/demo-records.ts';
import { order } from '#shared/modules/order/module.ts';
import { takeOrder } from '#shared/modules/order/rules.ts';
import { makeCalibration, paperKinds, printingOf, type PaperContext, type PaperKind } from '#shared/modules/paper-registry.ts';
import { staff } from '#shared/modules/staff/module.ts';
import type { Actor } from '#shared/policy/roles.ts';
import type { PaperContent } from '#shared/papers/content.ts';

export interface Example {
  name: string;
  kind: PaperKind | null;
  content: PaperContent;
}

/** The desk whose papers are not the demonstration's own. */
const LONG = 'HZ01-D';
const NOW = Date.UTC(2026, 10, 24, 6, 40);

export async function demoBook(): Promise<MemoryBook> {
  const book = aMemoryBook(LONG, NOW);
  const writer: Actor = { id: 'demo', name: 'demo', roles: ['manager'] };
  for await (const { records } of demoRecords({ size: 'small', today: '2026-11-24', pinHash: 'demo' }))
    await book.run(writer, async () => ok({ records, answer: null }));
  return book;
}

export function contextFor(book: MemoryBook, language: PaperContext['language']): Omit<PaperContext, 'printing'> {
  const names = new Map(
    book.records().flatMap((record) => (record.kind === staff.kind ? [[record.id, staff.read(record).body.name] as const] : [])),
  );
  return {
    language,
    company: demoCompany,
    branch: headBranch.name,
    branchAddress: headBranch.address,
    branchPhone: headBranch.phone,
    details: headBranch.details,
    printedAt: stampOf(NOW, 480),
    maker: (id) => names.get(id) ?? '',
  };
}

/** States that print differently, besides the paper's usual one. */
const states: readonly { paper: PaperKind['id']; name: string; fits(record: AnyRecord): boolean }[] = [
  { paper: 'sales-slip', name: 'account', fits: ({ body }) => body.class === 'account' },
  { paper: 'sales-slip', name: 'void', fits: ({ status }) => status === 'voided' },
  { paper: 'sales-slip', name: 'not-released', fits: ({ status }) => status === 'checked' },
  { paper: 'dispatch-note', name: 'not-released', fits: ({ status }) => status === 'drafted' },
  { paper: 'receipt', name: 'reversed', fits: ({ status }) => status === 'reversed' },
  { paper: 'refund-receipt', name: 'red', fits: ({ body }) => body.type === 'red' },
  { paper: 'deposit-receipt', name: 'earnest', fits: ({ body }) => String(body.reason).includes('定金') },
  { paper: 'handover-sheet', name: 'awaiting', fits: ({ status }) => status === 'offered' },
  { paper: 'return-slip', name: 'asked', fits: ({ status }) => status === 'asked' },
  { paper: 'quotation', name: 'expired', fits: ({ status }) => status === 'expired' || status === 'replaced' },
  { paper: 'quotation', name: 'not-approved', fits: ({ status }) => status === 'submitted' },
  { paper: 'contract-application', name: 'not-approved', fits: ({ status }) => status !== 'used' },
  { paper: 'contract', name: 'not-sealed', fits: ({ status }) => status === 'explained' || status === 'salesSigned' },
  { paper: 'production-notice', name: 'not-issued', fits: ({ status }) => status === 'submitted' },
  { paper: 'invoice-request', name: 'asked', fits: ({ status }) => status === 'checked' },
  { paper: 'dunning-letter', name: 'second', fits: ({ body }) => Number(body.level) > 1 },
  { paper: 'commission-sheet', name: 'not-approved', fits: ({ status }) => status !== 'paid' },
  { paper: 'reconciliation-sheet', name: 'open', fits: ({ status }) => status !== 'closed' },
  { paper: 'inbound-slip', name: 'bought', fits: ({ body }) => body.type === 'bought' },
];

export async function examples(book: MemoryBook, language: PaperContext['language']): Promise<Example[]> {
  const context = contextFor(book, language);
  const make = async (name: string, kind: PaperKind, record: AnyRecord, printing = 1): Promise<Example> => ({
    name,
    kind,
    content: await kind.make(book, record, { ...context, printing }),
  });
  const made: Example[] = [];
  for (const kind of paperKinds) {
    const records = book.records().filter((record) => record.desk !== LONG && record.kind === kind.kind && kind.available(record));
    const usual = longest(records.filter((record) => !states.some((state) => state.paper === kind.id && state.fits(record))));
    if (!usual) throw new Error(`the demonstration has no ${kind.id}`);
    made.push(await make(kind.id, kind, usual));
    for (const { name, fits } of states.filter((state) => state.paper === kind.id)) {
      const record = longest(records.filter(fits));
      if (record) made.push(await make(`${kind.id}-${name}`, kind, record));
    }
  }
  const reprinted = book.records().find((record) => record.kind === order.kind && printingOf(record, 'sales-slip') > 1);
  const long = await sixtyLines(book);
  for (const kind of paperKinds.filter((paper) => paper.kind === order.kind)) {
    if (reprinted && kind.id === 'sales-slip') made.push(await make('sales-slip-reprint', kind, reprinted, printingOf(reprinted, kind.id)));
    if (kind.available(long)) made.push(await make(`${kind.id}-60-lines`, kind, long));
  }
  const { printedAt, company, branch, branchAddress, branchPhone, details } = context;
  const calibration = makeCalibration({ language, company, branch, branchAddress, branchPhone, details, printedAt, by: '李梅' });
  return [...made, { name: 'calibration', kind: null, content: calibration }];
}

function longest(records: readonly AnyRecord[]): AnyRecord | undefined {
  const length = ({ body }: AnyRecord): number =>
    Array.isArray(body.lines) ? body.lines.length : Array.isArray(body.parts) ? body.parts.length : 0;
  return records.toSorted((a, b) => length(b) - length(a))[0];
}

/** An order longer than any in the demonstration: every kind of goods once more. */
async function sixtyLines(book: MemoryBook): Promise<AnyRecord> {
  const length = ({ body }: AnyRecord): number => `${String(body.customerName)}${String(body.address)}${String(body.notes)}`.length;
  const [known] = book
    .records()
    .filter((record) => record.kind === order.kind && record.body.class === 'delivery' && !record.body.contract)
    .toSorted((a, b) => length(a) - length(b));
  const lines = book
    .records()
    .filter((record) => record.kind === order.kind && !record.body.contract)
    .flatMap((record) => order.read(record).body.lines.filter(({ gift }) => !gift))
    .filter((line, index, all) => all.findIndex((other) => other.product === line.product) === index)
    .slice(0, 60)
    .map((line) => ({ ...line, price: line.listPrice }));
  if (!known) throw new Error('the demonstration has no delivery');
  const { total: _total, ...body } = order.read(known).body;
  const seller: Actor = { id: known.owner, name: '', roles: ['salesperson'] };
  const taken = await book.run(
    seller,
    takeOrder({
      body: { ...body, lines, discount: 0, creditDays: 0 },
      party: known.party,
      confirmed: { quantity: true, specification: true, price: true, delivery: true },
      shortage: { told: true, choice: 'wait' },
    }),
  );
  if (!taken.ok) throw new Error(taken.refusal.code);
  const record = await book.get(taken.value.answer.order);
  if (!record) throw new Error('the order was not kept');
  return record;
}
