import { untyped } from '#shared/documents/act.ts';
import type { Milli } from '#shared/core/money.ts';
import type { Role } from '#shared/policy/roles.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import { openCertificates } from '../notice/certificate.ts';
import { producedOf } from '../notice/progress.ts';
import { productionFacts } from '../notice/rules.ts';
import { signedFacts } from '../workorder/rules.ts';
import { lastEvent, type Chain, type StepFound } from './chain-shape.ts';
import { firstPaymentFacts } from './facts.ts';
import { goodsOwed } from './performance.ts';

const business: readonly Role[] = ['salesperson', 'manager'];

/** Production, stock, dispatch, on-site work and its acceptance. */
export async function performing(chain: Chain): Promise<StepFound[]> {
  return [...(await production(chain)), await dispatching(chain), ...(await service(chain))];
}

async function production({ read, papers, inForce, judge, record }: Chain): Promise<StepFound[]> {
  const { notices, inbounds } = papers;
  const owed = await goodsOwed(read, record);
  // Delivered from stock: nothing was made for it.
  if (notices.length === 0 && owed === 0) return [];
  const rows = notices.map(untyped);
  const issued = notices.filter(({ status }) => ['issued', 'producing', 'finished'].includes(status));
  const waits = notices.find(({ status }) => status === 'submitted');
  const pending = notices.find(({ status }) => status === 'issued');
  const wanted = sum(notices.flatMap(({ body }) => body.lines));
  let produced = 0;
  for (const one of notices) for (const quantity of (await producedOf(read, one)).values()) produced += quantity;
  const finished = notices.length > 0 && notices.every(({ status }) => status === 'finished');
  const lots = await Promise.all(notices.map((one) => openCertificates(read, one)));
  const certified = lots.some((certificates) => certificates.length > 0);
  const progress = { done: produced, all: wanted, measure: 'quantity' } as const;
  const due = notices.map(({ body }) => body.due).toSorted()[0] ?? '';
  return [
    {
      step: 'notice',
      done: notices.length > 0 && issued.length === notices.length,
      ready: inForce,
      waiting: waits ? (approvalOf(waits)?.waiting ?? []) : ['planner'],
      event: lastEvent(rows, 'submitted', 'approved'),
      papers: rows,
    },
    {
      step: 'production',
      done: finished,
      ready: issued.length > 0,
      gates: pending ? [judge('G-27', await productionFacts(read, pending))] : [],
      waiting: ['production'],
      event: lastEvent(rows, 'started', 'finished'),
      due,
      progress,
      papers: rows,
    },
    {
      step: 'stock',
      done: wanted > 0 && produced >= wanted,
      ready: notices.some(({ status }) => status === 'producing'),
      // Without its certificate no lot comes in; with one it is the warehouse's turn.
      waiting: certified ? ['warehouse'] : ['quality', 'warehouse'],
      event: lastEvent(inbounds, 'committed'),
      due,
      progress,
      papers: inbounds,
    },
  ];
}

async function dispatching({ record, read, papers, inForce }: Chain): Promise<StepFound> {
  const { orders, dispatches } = papers;
  const all = sum(record.body.lines);
  const owed = await goodsOwed(read, record);
  const unsigned = dispatches.filter(({ status }) => ['out', 'passed'].includes(status));
  const review = orders.some(({ status }) => status === 'checked') || dispatches.some(({ status }) => status === 'drafted');
  const waiting: readonly Role[] = review ? ['manager'] : orders.length === 0 ? business : owed > 0 ? ['warehouse'] : business;
  return {
    step: 'dispatch',
    // Gone from the store is not enough: the customer's copy comes back signed (S5.33).
    done: owed === 0 && unsigned.length === 0,
    ready: inForce,
    waiting,
    event: lastEvent(dispatches, 'out', 'passed', 'signed', 'booked') ?? lastEvent(orders, 'committed'),
    due: record.body.deliverOn,
    progress: { done: all - owed, all, measure: 'quantity' },
    papers: [...orders, ...dispatches],
  };
}

async function service({ record, read, papers, inForce, judge }: Chain): Promise<StepFound[]> {
  const { workorders, acceptances } = papers;
  if (!record.body.needsService && workorders.length === 0) return [];
  const jobs = workorders.map(untyped);
  const reports = acceptances.map(untyped);
  const open = workorders.find(({ status }) => status === 'drafted' || status === 'signed');
  const status = open?.status ?? workorders[0]?.status ?? '';
  const signed = acceptances.filter((report) => report.status === 'signed' && report.body.outcome !== 'failed');
  const turn: Readonly<Record<string, readonly Role[]>> = { drafted: ['manager'], signed: business, scheduled: ['technician'] };
  return [
    {
      step: 'service',
      done: workorders.length > 0 && workorders.every((job) => ['done', 'accepted'].includes(job.status)),
      ready: inForce,
      gates: [
        judge('G-40', await firstPaymentFacts(read, record)),
        // A work order that waits for its signature is due with the manager, not held back.
        ...(open?.status === 'signed' ? [judge('G-41', signedFacts(open))] : []),
      ],
      waiting: turn[status] ?? business,
      event: lastEvent(jobs, 'committed', 'signed', 'scheduled', 'done'),
      due: workorders.map(({ body }) => body.wantedOn).findLast((day) => day !== '') ?? '',
      papers: jobs,
    },
    {
      step: 'acceptance',
      done: signed.length > 0 && workorders.every((job) => job.status === 'accepted'),
      ready: workorders.some((job) => job.status === 'done'),
      waiting: ['technician'],
      event: lastEvent(reports, 'committed', 'signed'),
      papers: reports,
    },
  ];
}

function sum(lines: readonly { quantity: Milli }[]): Milli {
  return lines.reduce((total, { quantity }) => total + quantity, 0);
}
