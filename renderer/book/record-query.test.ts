import { fillWithDefaultSettings, prepareQuery } from 'rxdb';
import { describe, expect, it } from 'vitest';
import { mirror } from '#shared/core/ulid.ts';
import { documentSchema } from './document-schema.ts';
import { toMango } from './record-query.ts';

const schema = fillWithDefaultSettings(documentSchema);
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
  ])('%j is one walk along a whole index, in its order: nothing is sorted or filtered afterwards', (query, index) => {
    for (const after of ['', '7Z'.padEnd(34, 'Z')]) {
      const { queryPlan } = prepareQuery(schema, toMango({ ...query, after, limit: 50 }));
      expect(schema.indexes).toContainEqual(['_deleted', ...index, 'id']);
      expect(queryPlan).toMatchObject({ index: ['_deleted', ...index, 'id'], sortSatisfiedByIndex: true, selectorSatisfiedByIndex: true });
    }
  });

  it.each([
    [{ party, status: 'released' }, ['party', 'seek']],
    [{ party, kind: 'order', status: 'released' }, ['party', 'kind', 'seek']],
    [{ source: party, kind: 'receipt', status: 'taken' }, ['source', 'seek']],
  ])('%j walks the narrowest index and filters the few it meets', (query, index) => {
    const { queryPlan } = prepareQuery(schema, toMango({ ...query, limit: 50 }));
    expect(queryPlan).toMatchObject({ index: ['_deleted', ...index, 'id'], sortSatisfiedByIndex: true, selectorSatisfiedByIndex: false });
  });

  it('starts behind the last page and stays within its days', () => {
    const bounds = (after: string) => {
      const { startKeys, endKeys, inclusiveStart } = prepareQuery(schema, toMango({ day, after, limit: 50 })).queryPlan;
      return [startKeys[1], endKeys[1], inclusiveStart];
    };
    const [first, last] = [mirror('20261130'), mirror('20261101')];
    expect(bounds('')).toEqual([first, `${last}~`, true]);
    const within = mirror(`20261115${party}`);
    expect(bounds(within)).toEqual([within, `${last}~`, false]);
  });
});
