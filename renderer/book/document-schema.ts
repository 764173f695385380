import type { RxJsonSchema } from 'rxdb';
import type { AnyRecord } from '#shared/documents/record.ts';

const key = (maxLength: number) => ({ type: 'string', maxLength }) as const;

/**
 * How RxDB keeps documents. RxDB adds `_deleted` in front of each index and `id` behind it. Every index ends with `seek`, the mirrored day and
 * id, so that all lists are read ascending. Nothing is validated here: bodies are parsed before they are journalled.
 * A change of indexes takes another `LAYOUT` (book-names.ts), which builds a new working copy from the journal: no migrations.
 */
export const documentSchema: RxJsonSchema<AnyRecord> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: key(40),
    kind: key(24),
    v: { type: 'integer' },
    no: key(40),
    branch: key(12),
    desk: key(16),
    owner: key(40),
    party: key(40),
    source: key(40),
    day: key(10),
    seek: key(40),
    status: key(24),
    amount: { type: 'integer' },
    title: key(200),
    body: { type: 'object', additionalProperties: true },
    events: { type: 'array', items: { type: 'object', additionalProperties: true } },
  },
  required: [
    'id',
    'kind',
    'v',
    'no',
    'branch',
    'desk',
    'owner',
    'party',
    'source',
    'day',
    'seek',
    'status',
    'amount',
    'title',
    'body',
    'events',
  ],
  indexes: [['seek'], ['kind', 'seek'], ['kind', 'status', 'seek'], ['party', 'seek'], ['party', 'kind', 'seek'], ['source', 'seek']],
};
