import { untyped } from '#shared/documents/act.ts';
import { daysBetween, type Day } from '#shared/core/calendar.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import type { Role } from '#shared/policy/roles.ts';
import { reconciledFacts } from '../closing/rules.ts';
import { commission } from '../commission/module.ts';
import { moneyOf } from '../recovery/contract-money.ts';
import { compareLedgers } from '../recovery/ledger-rows.ts';
import { lastEvent, type Chain, type StepFound } from './chain-shape.ts';
import { balanceDayOf } from './facts.ts';
import { isAccepted } from './performance.ts';

/** The two ledgers, money in, invoice, balance and commission. */
export async function afterwards(chain: Chain): Promise<StepFound[]> {
  return [await ledgers(chain), ...(await money(chain)), await commissions(chain)];
}

/** Both books tell the same of this contract (CON-06). */
async function ledgers({ record, read, asking, inForce, judge }: Chain): Promise<StepFound> {
  const lines = await compareLedgers(read, record, asking.today);
  const posted = lines.some(({ sales, finance }) => sales !== 0 || finance !== 0);
  return {
    step: 'ledger',
    done: posted && lines.every(({ difference }) => difference === 0),
    ready: inForce,
    gates: posted ? [judge('G-45', reconciledFacts(lines))] : [],
    waiting: ['salesperson', 'finance'],
    papers: [],
  };
}

async function money({ record, read, papers, asking, inForce, judge }: Chain): Promise<StepFound[]> {
  const { due, received, open, plan } = await moneyOf(read, record);
  const { receipts, invoices } = papers;
  const before = plan.filter(({ kind }) => kind !== 'balance');
  const instalments = before.reduce((sum, part) => sum + part.amount, 0);
  const next = before.find((part) => part.open > 0);
  const issued = invoices.filter(({ status }) => status === 'issued' || status === 'delivered');
  const balanceDay = balanceDayOf(record);
  const overdueDays = balanceDay === '' ? 0 : Math.max(0, daysBetween(balanceDay, asking.today));
  const collects = ['finance', 'cashier', 'salesperson'] as const;
  const [asked] = invoices;
  return [
    {
      step: 'recovery',
      done: inForce && next === undefined,
      ready: inForce || received > 0,
      waiting: collects,
      event: lastEvent(receipts, 'committed'),
      due: next?.due ?? '',
      progress: { done: Math.min(received, instalments), all: instalments, measure: 'money' },
      papers: receipts,
    },
    {
      step: 'invoice',
      done: issued.length > 0,
      ready: inForce,
      gates: [
        judge('G-39', { stage: 'request', total: due, received, signed: false }),
        judge('G-42', { service: record.body.needsService, acceptance: await isAccepted(read, record.id) }),
      ],
      waiting: asked?.status === 'signed' ? ['finance'] : asked?.status === 'submitted' ? turnOn(asked) : ['salesperson'],
      event: lastEvent(invoices, 'committed', 'endorsed', 'approved', 'issued', 'delivered'),
      papers: invoices,
    },
    {
      step: 'balance',
      // Paid is not closed: somebody still has to say that everything is done, and then that the account is settled.
      done: record.status === 'closed',
      ready: ['performing', 'balanceDue'].includes(record.status) && next === undefined,
      gates: [judge('G-95', { open, overdueDays })],
      waiting: open > 0 ? collects : record.status === 'balanceDue' ? ['finance', 'dgmFinance', 'manager'] : ['salesperson', 'manager'],
      event: lastEvent([record], 'closed') ?? (open <= 0 ? lastEvent(receipts, 'committed') : undefined),
      due: balanceDay as Day,
      progress: { done: received, all: due, measure: 'money' },
      papers: record.status === 'closed' ? [untyped(record)] : receipts,
    },
  ];
}

/** Whose signature a paper waits for. */
function turnOn(paper: AnyRecord): readonly Role[] {
  return approvalOf(paper)?.waiting ?? [];
}

/** Sheets looked at: the newest of the branch. */
const SHEETS = 100;

/** The salesperson's sheet on what was collected (STF-09). */
async function commissions({ record, read, inForce, judge }: Chain): Promise<StepFound> {
  const { received } = await moneyOf(read, record);
  const based = await read.balance(`commission-base/${record.owner}/${record.id}`);
  const { rows } = await read.list({ kind: commission.kind, limit: SHEETS });
  const sheets = rows.filter(
    (row) => row.owner === record.owner && commission.read(row).body.lines.some((line) => line.contract === record.id),
  );
  const paid = sheets.length > 0 && sheets.every(({ status }) => ['paid', 'returned', 'refused'].includes(status));
  const open = sheets.find(({ status }) => status === 'submitted' || status === 'approved');
  return {
    step: 'commission',
    done: received > 0 && based >= received && paid,
    ready: inForce,
    gates: [judge('G-43', { stage: 'provision', contract: inForce, recovered: received, amount: Math.max(1, received - based) })],
    waiting: open?.status === 'submitted' ? turnOn(open) : open ? ['finance'] : ['salesperson'],
    event: lastEvent(sheets, 'committed', 'endorsed', 'approved', 'paid'),
    papers: sheets,
  };
}
