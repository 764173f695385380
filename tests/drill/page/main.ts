/** The drill's page: writes commands as fast as they are answered until it is killed; with `?check`, reports what the book holds. */
import { openBook } from '#renderer/book/open-book.ts';
import type { Book } from '#renderer/book/book.ts';
import { connectHost } from '#renderer/desk/connect-host.ts';
import { ok } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Moment } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Host } from '#shared/host/contract.ts';
import { opening } from '#shared/modules/opening/module.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { PREFIX, type DrillMessage } from './messages.ts';

const manager: Actor = { id: 'manager', name: '经理', roles: ['manager'] };
const life = crypto.randomUUID().slice(0, 8);

function countIn(label: string, moment: Moment): AnyRecord {
  const quantity = 1000 + (label.length % 7);
  const product = `p${quantity % 5}`;
  const made = commitNew(
    opening,
    { type: 'stock', product, code: label, name: label, spec: '', unit: '只', location: 'shop', quantity },
    moment,
  );
  if (!made.ok) throw new Error(made.refusal.code);
  return untyped(made.value);
}

/** Told in order and until the host took it: the host is killed as well. */
function teller(host: Host): (message: DrillMessage) => Promise<void> {
  let tail = Promise.resolve();
  const send = async (message: DrillMessage): Promise<void> => {
    try {
      await host.call('log.write', { level: 'info', message: PREFIX + JSON.stringify(message) });
    } catch {
      await send(message);
    }
  };
  return (message) => (tail = tail.then(() => send(message)));
}

async function writeForEver(book: Book, tell: (message: DrillMessage) => Promise<void>): Promise<void> {
  const counted: { id: string; label: string }[] = [];
  for (let n = 0; ; n += 1) {
    const label = `${life}-${n}`;
    // Now and then one paper, twenty at once, or one taken back.
    const size = n % 6 === 0 ? 20 : 1;
    const old = n % 4 === 3 ? counted[n % counted.length] : undefined;
    try {
      if (old) {
        const outcome = await book.run(manager, async (read, moment) => {
          const found = await read.get(old.id);
          if (!found) throw new Error(`${old.label} is not there`);
          const undone = act(opening, opening.read(found), 'undone', {}, moment);
          return undone.ok ? ok({ records: [untyped(undone.value)], answer: null }) : undone;
        });
        if (outcome.ok) void tell({ is: 'undone', label: old.label });
      } else {
        const labels = Array.from({ length: size }, (_, part) => `${label}-${part}`);
        const outcome = await book.run(manager, async (_read, moment) =>
          ok({ records: labels.map((one) => countIn(one, moment)), answer: null }),
        );
        if (!outcome.ok) throw new Error(outcome.refusal.code);
        counted.push(...outcome.value.records.map(({ id, title }) => ({ id, label: title })));
        void tell({ is: 'saved', labels });
      }
    } catch (problem) {
      // The host is away and the command was not taken: try the next one.
      if (book.phase().phase === 'ready') throw problem;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function report(book: Book, corrections: string[], tell: (message: DrillMessage) => Promise<void>): Promise<void> {
  const { rows } = await book.all({ kind: 'opening' }, 1_000_000);
  const balances = [...(await book.balances(''))];
  await book.rebuild(() => undefined);
  for (let at = 0; at < rows.length; at += 100)
    await tell({ is: 'rows', rows: rows.slice(at, at + 100).map(({ title, status }) => [title, status]) });
  await tell({
    is: 'report',
    balances,
    corrections,
    rebuilt: [...(await book.balances(''))],
    found: book.search({ text: '-', limit: 1_000_000 }).length,
  });
}

async function start(): Promise<void> {
  const isCheck = location.search === '?check';
  const host = await connectHost();
  const tell = teller(host);
  const recovered = new Set<string>();
  const problems: string[] = [];
  try {
    const book = await openBook({
      host,
      info: await host.call('desk.describe', undefined),
      onPhase: (phase) => phase.phase === 'recovering' && recovered.add(phase.reason),
      onProblem: (problem) => problems.push(String(problem)),
    });
    const documents = await book.size();
    const stock = [...(await book.balances('stock/')).values()].reduce((sum, amount) => sum + amount, 0);
    await tell({ is: 'open', documents, stock, recovered: [...recovered] });
    await (isCheck ? report(book, problems, tell) : writeForEver(book, tell));
  } catch (problem) {
    await tell({ is: 'problem', text: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) });
  }
}

void start();
