import { describe, expect, it } from 'vitest';
import { mirror } from '#shared/core/ulid.ts';
import { documentSchema } from './document-schema.ts';
import { indexFor, seekRange, valuesFor } from './record-query.ts';

const day = { from: '2026-11-01', to: '2026-11-30' };
const party = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe('each query', () => {
  it.each([
    [{}, ['seek']],
    [{ day }, ['seek']],
    [{ kind: 'order' }, ['kind', 'seek']],
    [{ kind: 'order', day }, ['kind', 'seek']],
    [{ kind: 'order', status: 'released' }, ['kind', 'status', 'seek']],
    [{ kind: 'order', status: 'released', day }, ['kind', 'status', 'seek']],
    [{ party }, ['party', 'seek']],
    [{ party, kind: 'order' }, ['party', 'kind', 'seek']],
    [{ party, kind: 'order', day }, ['party', 'kind', 'seek']],
    [{ source: party }, ['source', 'seek']],
    [{ party, status: 'released' }, ['party', 'seek']],
    [{ party, kind: 'order', status: 'released' }, ['party', 'kind', 'seek']],
    [{ source: party, kind: 'receipt', status: 'taken' }, ['source', 'seek']],
  ])('%j is one walk along an index the store has', (query, index) => {
    expect(indexFor(query)).toEqual(index);
    expect(documentSchema.indexes).toContainEqual(index);
    expect(valuesFor(query)).toHaveLength(index.length - 1);
  });

  it('starts behind the last page and stays within its days', () => {
    const [first, last] = [mirror('20261130'), mirror('20261101')];
    expect(seekRange(day, '')).toEqual({ from: first, exclusive: false, to: `${last}~` });
    const within = mirror(`20261115${party}`);
    expect(seekRange(day, within)).toEqual({ from: within, exclusive: true, to: `${last}~` });
  });
});
