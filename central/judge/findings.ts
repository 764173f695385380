/** What is to be said about the papers of one branch, kept while its book is played. */
import type { Refusal } from '#shared/core/result.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { policy } from '#shared/modules/policy/module.ts';
import { newestPolicy } from '#shared/modules/policy/rules.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { actorOf, staff } from '#shared/modules/staff/module.ts';
import { evaluateGate, type Gate, type GateOutcome, type Override } from '#shared/policy/gate.ts';
import { gates, type GateId } from '#shared/policy/gates.ts';
import type { Audience, CentralBook, Played } from './central-book.ts';
import { dayOfEvent } from './ask.ts';
import { centralFacts } from './central-facts.ts';
import { wrongSignature } from './signatures.ts';

/** What was found at one event. */
export interface Finding {
  reasons: (Refusal & { values: Readonly<Record<string, string | number>> })[];
  gates: GateOutcome[];
  /** Goods or money went where they should not have: the paper comes back. */
  isGrave: boolean;
}

export interface Findings extends Audience {
  /** In the order of the events. */
  of(id: string): Finding[];
}

/** @param onFault told of a document whose gate could not be worked out; the desk's own word stands then */
export function openFindings(book: CentralBook, onFault: (id: string, problem: unknown) => void): Findings {
  const byPaper = new Map<string, Map<string, Finding>>();

  function add(id: string, event: string, { reasons = [], gates: outcomes = [], isGrave = false }: Partial<Finding>): void {
    if (reasons.length + outcomes.length === 0) return;
    const events = byPaper.get(id) ?? new Map<string, Finding>();
    const known = events.get(event);
    events.set(event, {
      reasons: [...(known?.reasons ?? []), ...reasons],
      gates: [...(known?.gates ?? []), ...outcomes],
      isGrave: isGrave || known?.isGrave === true,
    });
    byPaper.set(id, events);
  }

  return {
    rewound: (from) => {
      for (const [id, events] of byPaper) {
        for (const at of events.keys()) if (at >= from) events.delete(at);
        if (events.size === 0) byPaper.delete(id);
      }
    },
    before: async (played) => {
      const { event, after } = played;
      try {
        const wrong = await wrongSignature(book.reader, played);
        if (wrong) add(after.id, event.id, { reasons: [{ ...wrong, values: wrong.values ?? {} }], isGrave: true });
        if (!event.stamp?.length) return;
        add(after.id, event.id, await judgeStamps(book.reader, played));
      } catch (problem) {
        onFault(after.id, problem);
      }
    },
    after: (played, moved) => {
      const { event, after } = played;
      const short = [...moved].filter(([account, { by, now }]) => account.startsWith('stock/') && by < 0 && now < 0);
      const reasons = short.map(([account, { by, now }]) => ({
        code: 'NotEnoughStock',
        values: { name: nameOf(book, after, account.split('/')[2] ?? ''), there: now - by, wanted: -by },
      }));
      add(after.id, event.id, { reasons, isGrave: reasons.length > 0 });
      const late = lateStep(played, moved.size > 0);
      if (late) add(after.id, event.id, late);
    },
    of: (id) => [...(byPaper.get(id) ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding),
  };
}

/** The gates of an event that do not pass with what was signed before it; those that pass are not worth keeping. */
async function judgeStamps(read: Reader, played: Played): Promise<Finding> {
  const found: Finding = { reasons: [], gates: [], isGrave: false };
  const inForce = newestPolicy((await read.all({ kind: policy.kind })).rows, dayOfEvent(played.event));
  for (const stamp of played.event.stamp ?? []) {
    const gate: Gate | undefined = gates[stamp.gate as GateId];
    // A gate of a newer version of the program.
    if (!gate) continue;
    const facts = await centralFacts({ ...played, read, stamp });
    const override = stamp.result === 'overridden' ? await overrideOf(read, gate, stamp) : undefined;
    const outcome = evaluateGate(gate, facts, inForce, override);
    if (outcome.result !== 'passed') found.gates.push(outcome);
    if (outcome.result === 'blocked') found.isGrave = true;
    if (outcome.result === 'overridden' && override) {
      found.reasons.push({ code: 'LetThrough', values: { gate: gate.id, name: override.by.name, reason: override.reason } });
    }
  }
  return found;
}

/** Who let it pass, with the posts that the centre knows of. Somebody it does not know yet is taken at the desk's word. */
async function overrideOf(
  read: Reader,
  gate: Gate,
  stamp: { overriddenBy?: string | undefined; reason?: string | undefined },
): Promise<Override> {
  const id = stamp.overriddenBy ?? '';
  const person = await readAs(read, staff, id);
  return { by: person ? actorOf(id, person.body) : { id, name: id, roles: gate.override }, reason: stamp.reason ?? '' };
}

/**
 * Two desks took the paper on without knowing of each other: this step began where the paper no longer was. A change of status has no effect
 * then; what was done besides (goods handed over on an order that was voided) was done all the same.
 */
function lateStep({ before, after, event }: Played, moved: boolean): Partial<Finding> | null {
  const step = moduleOf(after.kind)?.lifecycle.steps[event.type];
  if (!before || !step || step.from.includes(before.status)) return null;
  // Both meant the same, as when two desks sell to one customer for the first time: nobody has anything to decide.
  if (step.to === before.status && !moved) return null;
  const isDone = step.to === undefined && (moved || (step.gates?.length ?? 0) > 0);
  if (step.to === undefined && !isDone) return null;
  return { reasons: [{ code: 'StepTooLate', values: { status: before.status, step: event.type } }], isGrave: isDone };
}

function nameOf(book: CentralBook, paper: AnyRecord, product: string): string {
  const lines = Array.isArray(paper.body['lines']) ? (paper.body['lines'] as { product?: unknown; name?: unknown }[]) : [];
  const named = lines.find((line) => line.product === product)?.name;
  return typeof named === 'string' ? named : (book.get(product)?.title ?? product);
}
