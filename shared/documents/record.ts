import { z } from 'zod';
import { eventLimits, eventPattern, longest, recordPattern, topVersion } from './record-limits.ts';

/** What one signature, edit or printing did to a document. Events are only ever added (design, idea 2). */
export const eventSchema = z.strictObject({
  /** Hybrid logical clock; unique per event, so two desks' events unite by id. */
  id: z.string().regex(eventPattern),
  /** Staff id of the person who did it. */
  by: z.string().max(eventLimits.by),
  desk: z.string().max(eventLimits.desk),
  type: z.string().max(eventLimits.type),
  data: z.record(z.string(), z.unknown()),
  /** What the gates said when it was done: rule version, facts used, result, who overrode and why. */
  stamp: z
    .array(
      z.strictObject({
        gate: z.string(),
        version: z.number().int(),
        result: z.enum(['passed', 'warned', 'overridden', 'blocked']),
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
        overriddenBy: z.string().optional(),
        reason: z.string().optional(),
      }),
    )
    .optional(),
});

/** A business document: a body plus the events that happened to it. One shape for all kinds. */
export const recordSchema = z.strictObject({
  /** ULID; also the CouchDB _id and the idempotency key. */
  id: z.string().regex(recordPattern),
  kind: z.string().max(longest.kind),
  /** Version of the body schema. */
  v: z.number().int().min(1).max(topVersion),
  /** Printed number, '' until it has one. */
  no: z.string().max(longest.no),
  branch: z.string().max(longest.branch),
  desk: z.string().max(longest.desk),
  /** Staff id of the salesperson or maker it belongs to. */
  owner: z.string().max(longest.owner),
  /** Customer or supplier id, '' when none. */
  party: z.string().max(longest.party),
  /** Id of the document this one came from, '' when none. */
  source: z.string().max(longest.source),
  /** Business date 'YYYY-MM-DD'. */
  day: z.string().max(longest.day),
  /** Mirror of day + id: an ascending index on it lists newest first (measured: descending walks the whole range). */
  seek: z.string().max(longest.seek),
  /** Fold of the events. */
  status: z.string().max(longest.status),
  /** Integer fen. */
  amount: z.number().int(),
  /** One line for lists. */
  title: z.string().max(longest.title),
  body: z.record(z.string(), z.unknown()),
  events: z.array(eventSchema),
});

export type DocumentEvent = z.infer<typeof eventSchema>;
export type GateStamp = NonNullable<DocumentEvent['stamp']>[number];
export type AnyRecord = z.infer<typeof recordSchema>;
export type DocumentRecord<Body> = Omit<AnyRecord, 'body'> & { body: Body };
