import { z } from 'zod';

/** What one signature, edit or printing did to a document. Events are only ever added (design, idea 2). */
export const eventSchema = z.strictObject({
  /** Hybrid logical clock; unique per event, so two desks' events unite by id. */
  id: z.string().regex(/^\d{13}-[0-9a-f]{4}-[A-Z0-9-]{1,16}$/),
  /** Staff id of the person who did it. */
  by: z.string().max(40),
  desk: z.string().max(16),
  type: z.string().max(40),
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
  id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  kind: z.string().max(24),
  /** Version of the body schema. */
  v: z.number().int().min(1).max(999),
  /** Printed number, '' until it has one. */
  no: z.string().max(40),
  branch: z.string().max(12),
  desk: z.string().max(16),
  /** Staff id of the salesperson or maker it belongs to. */
  owner: z.string().max(40),
  /** Customer or supplier id, '' when none. */
  party: z.string().max(40),
  /** Id of the document this one came from, '' when none. */
  source: z.string().max(40),
  /** Business date 'YYYY-MM-DD'. */
  day: z.string().max(10),
  /** Mirror of day + id: an ascending index on it lists newest first (measured: descending walks the whole range). */
  seek: z.string().max(40),
  /** Fold of the events. */
  status: z.string().max(24),
  /** Integer fen. */
  amount: z.number().int(),
  /** One line for lists. */
  title: z.string().max(200),
  body: z.record(z.string(), z.unknown()),
  events: z.array(eventSchema),
});

export type DocumentEvent = z.infer<typeof eventSchema>;
export type GateStamp = NonNullable<DocumentEvent['stamp']>[number];
export type AnyRecord = z.infer<typeof recordSchema>;
export type DocumentRecord<Body> = Omit<AnyRecord, 'body'> & { body: Body };
