import { z } from 'zod';
import { eventSchema, type DocumentEvent } from '#shared/documents/record.ts';
import { roles } from '#shared/policy/roles.ts';

const values = z.record(z.string(), z.union([z.string(), z.number()]));

const judgementSchema = z.object({
  /** Refusal codes with their values: NotEnoughStock, SamePhone, SameSlip, StepTooLate; LetThrough says who released a gate, and why. */
  reasons: z.array(z.object({ code: z.string(), values })),
  /** Gates that say no, warn or were overridden, with the numbers as they stand at the centre. */
  gates: z.array(
    z.object({
      gate: z.string(),
      result: z.enum(['passed', 'warned', 'overridden', 'blocked']),
      values,
      override: z.array(z.enum(roles)),
      stamp: eventSchema.shape.stamp.unwrap().element,
    }),
  ),
  /** Other papers concerned: the earlier customer file with the same phone, the inbound slip entered before. */
  others: z.array(z.string()),
  /** The paper's last event that was looked at. */
  upTo: z.string(),
});

export type Judgement = z.infer<typeof judgementSchema>;

const types = new Set(['confirmed', 'opened', 'returned']);

export const emptyJudgement: Judgement = { reasons: [], gates: [], others: [], upTo: '' };

/** The newest judgement on a verdict; an empty one where a newer version wrote it in other words. */
export function judgementOf(record: { events: readonly DocumentEvent[] }): Judgement {
  const last = record.events.findLast((event) => types.has(event.type));
  const parsed = judgementSchema.safeParse(last?.data);
  return parsed.success ? parsed.data : emptyJudgement;
}

/** What a person decided since the newest judgement, null when nothing. */
export function decisionOf(record: { events: readonly DocumentEvent[] }): DocumentEvent | null {
  const last = record.events.findLast(({ type }) => types.has(type) || type === 'accepted' || type === 'corrected');
  return last && !types.has(last.type) ? last : null;
}
