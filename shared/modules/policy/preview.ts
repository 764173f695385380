/** What another policy would have done to the papers of the last months: whom it holds back, whom it lets go, who would sign (PLT-01). */
import type { Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, GateStamp } from '#shared/documents/record.ts';
import { approvalOf, chainFor, matters, type Chain, type Matter } from '#shared/policy/approvals.ts';
import { evaluateGate, type Facts, type Gate, type GateOutcome, type Parameters } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import { floorFacts } from '../order/facts.ts';
import type { Order } from '../order/module.ts';
import { modules } from '../registry.ts';
import type { Policy } from './module.ts';

/** The part of a policy that papers are judged by. */
export type Rules = Pick<Policy, 'parameters' | 'prices'>;

export interface GateEffect {
  record: AnyRecord;
  /** Step at which it was judged. */
  step: string;
  gate: string;
  /** 'blocked': it would not pass by itself; with what numbers stands in `values`. */
  was: GateOutcome['result'];
  would: GateOutcome['result'];
  values: GateOutcome['values'];
}

export interface ChainEffect {
  record: AnyRecord;
  matter: Matter;
  value: number;
  was: Chain;
  would: Chain;
}

export interface Preview {
  /** Papers that were judged or submitted in the span. */
  papers: number;
  blocks: GateEffect[];
  frees: GateEffect[];
  chains: ChainEffect[];
  /** false: there were more papers than were looked at. */
  complete: boolean;
}

const PAGE = 500;

/**
 * Judges every stamp of the span's papers anew under both policies, with the facts kept on it. What was refused at the desk left no paper, so
 * `frees` are those that went through on somebody's word.
 * @param atMost papers looked at per kind
 */
export async function previewPolicy(
  read: Reader,
  before: Rules,
  after: Rules,
  span: { from: Day; to: Day },
  atMost = 20_000,
): Promise<Preview> {
  const preview: Preview = { papers: 0, blocks: [], frees: [], chains: [], complete: true };
  for (const { kind, numberType } of modules) {
    if (numberType === '') continue;
    let looked = 0;
    for (let key = ''; ;) {
      const { rows, next } = await read.list({ kind, day: span, after: key, limit: PAGE });
      looked += rows.length;
      for (const record of rows) judgeAnew(preview, record, before, after);
      if (next === null) break;
      if (looked >= atMost) {
        preview.complete = false;
        break;
      }
      key = next;
    }
  }
  return preview;
}

function judgeAnew(preview: Preview, record: AnyRecord, before: Rules, after: Rules): void {
  const chain = chainEffect(record, before.parameters, after.parameters);
  if (chain?.changed) preview.chains.push(chain.effect);
  const stamped = record.events.filter(({ stamp }) => stamp !== undefined);
  if (stamped.length > 0 || chain) preview.papers += 1;
  for (const { type, stamp = [] } of stamped) {
    for (const one of stamp) {
      const effect = gateEffect(record, type, one, before, after);
      if (effect) (effect.would === 'blocked' || effect.would === 'warned' ? preview.blocks : preview.frees).push(effect);
    }
  }
}

function gateEffect(record: AnyRecord, step: string, stamp: GateStamp, before: Rules, after: Rules): GateEffect | null {
  const gate: Gate | undefined = Object.values<Gate>(gates).find(({ id }) => id === stamp.gate);
  if (!gate) return null;
  const under = ({ parameters, prices }: Rules) =>
    evaluateGate(gate, factsUnder(record, stamp, prices), { version: stamp.version, parameters });
  const was = under(before);
  const would = under(after);
  return was.result === would.result ? null : { record, step, gate: gate.id, was: was.result, would: would.result, values: would.values };
}

/** The facts as they were, except the floor: that is the policy's own. */
function factsUnder(record: AnyRecord, stamp: GateStamp, prices: Rules['prices']): Facts {
  if (stamp.gate !== 'G-02' || prices.length === 0 || !hasFloors(record.body)) return stamp.facts;
  const floors = new Map(prices.map(({ product, floor }) => [product, floor]));
  const lines = record.body.lines.map((line) => ({ ...line, floor: floors.get(line.product) ?? line.floor }));
  return { ...stamp.facts, ...floorFacts({ total: record.body.total, lines }) };
}

function hasFloors(body: unknown): body is Pick<Order, 'total' | 'lines'> {
  const { lines, total } = body as { lines?: unknown; total?: unknown };
  return (
    typeof total === 'number' && Array.isArray(lines) && lines.every((line) => typeof (line as { floor?: unknown }).floor === 'number')
  );
}

function chainEffect(record: AnyRecord, before: Parameters, after: Parameters): { effect: ChainEffect; changed: boolean } | null {
  const approval = approvalOf(record);
  const matter = matters.find((one) => one === approval?.matter);
  if (!approval || !matter) return null;
  const was = chainFor(before, matter, approval.value);
  const would = chainFor(after, matter, approval.value);
  return { effect: { record, matter, value: approval.value, was, would }, changed: JSON.stringify(was) !== JSON.stringify(would) };
}
