import { addDays } from '#shared/core/calendar.ts';
import { untyped } from '#shared/documents/act.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import type { Role } from '#shared/policy/roles.ts';
import { lastEvent, type Chain, type StepFound } from './chain-shape.ts';
import { archiveFacts, balanceFacts, clauseFacts, countersignFacts, customerSignFacts, effectiveDay, handoverFacts, has } from './facts.ts';

const business: readonly Role[] = ['salesperson', 'manager'];

/** From the policy to the contract in force, put away and handed over. */
export async function signing({ record, read, papers, asking, inForce, judge }: Chain): Promise<StepFound[]> {
  const { policy, quotation, application: form } = papers;
  const approval = form && approvalOf(form);
  const paper = [untyped(record)];
  const event = (...types: string[]) => lastEvent([record], ...types);
  const toExplain = record.status === 'drafted';
  const turn: readonly Role[] = toExplain ? business : record.status === 'salesSigned' ? ['finance', 'dgmFinance'] : ['manager'];
  const parameters: Parameters = { ...gates['G-18'].parameters, ...gates['G-106'].parameters, ...asking.policy.parameters };
  const since = effectiveDay(record);
  const departments = parameters['contract.handover_ack'] === true;
  return [
    {
      step: 'policy',
      done: true,
      ready: true,
      event: lastEvent(policy ? [policy] : [], 'issued') ?? policy?.events[0],
      papers: [policy, quotation].flatMap((one) => one ?? []),
    },
    {
      step: 'application',
      done: approval?.state === 'approved',
      ready: true,
      waiting: approval?.waiting ?? business,
      event: lastEvent(form ? [form] : [], 'approved', 'submitted'),
      papers: form ? [untyped(form)] : [],
    },
    { step: 'contract', done: true, ready: true, event: event('committed'), papers: paper },
    {
      step: 'countersign',
      done: has(record, 'financeSigned'),
      ready: true,
      // While it is being drawn up the checklist holds it back; afterwards the next signature is waited for.
      gates: toExplain ? [judge('G-13', clauseFacts(record))] : [],
      waiting: turn,
      event: event('explained', 'salesSigned', 'financeSigned'),
      papers: paper,
    },
    {
      step: 'seal',
      done: has(record, 'sealed'),
      ready: record.status === 'countersigned',
      gates: [judge('G-15', countersignFacts(record))],
      waiting: business,
      event: event('sealed'),
      papers: papers.sealings,
    },
    {
      step: 'inForce',
      done: since !== '',
      ready: record.status === 'sealed',
      gates: [judge('G-16', customerSignFacts(record)), judge('G-19', await balanceFacts(read, record))],
      waiting: business,
      event: event('effective'),
      papers: paper,
    },
    {
      step: 'archive',
      done: has(record, 'archived'),
      ready: inForce,
      gates: [judge('G-18', archiveFacts(record, asking.today))],
      waiting: business,
      event: event('archived'),
      due: since === '' ? '' : addDays(since, Number(parameters['contract.archive_due_days'] ?? 0)),
      papers: paper,
    },
    ...(departments || has(record, 'handedOver')
      ? [
          {
            step: 'handover' as const,
            done: has(record, 'acknowledged'),
            ready: inForce,
            gates: [judge('G-106', handoverFacts(record))],
            waiting: has(record, 'handedOver') ? (['manager', 'planner', 'finance'] as const) : business,
            event: event('handedOver', 'acknowledged'),
            papers: paper,
          },
        ]
      : []),
  ];
}
