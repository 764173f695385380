import { describe, expect, it } from 'vitest';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { createStage } from './stage.ts';

const book = aMemoryBook('HZ01-A');
const paper = (id: string): AnyRecord => ({ ...(book.records()[0] as AnyRecord), id });
const append = (commandId: string, staged: number, ...ids: string[]) => ({ commandId, staged, documents: ids.map(paper), numbers: [] });

describe('a command in pieces', () => {
  it('is put together in order, whichever piece came first or twice', () => {
    const stage = createStage();
    stage.put({ commandId: 'a', piece: 1, documents: [paper('2')] });
    stage.put({ commandId: 'a', piece: 0, documents: [paper('1')] });
    stage.put({ commandId: 'a', piece: 1, documents: [paper('2')] });
    expect(stage.whole(append('a', 2, '3')).documents.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(stage.whole(append('b', 0, '4')).documents.map(({ id }) => id)).toEqual(['4']);
  });

  it('with a piece missing is not taken, and the page is told to send all of it again', () => {
    const stage = createStage();
    stage.put({ commandId: 'a', piece: 0, documents: [paper('1')] });
    expect(() => stage.whole(append('a', 2, '3'))).toThrow(expect.objectContaining({ code: 'disconnected' }));
    stage.put({ commandId: 'b', piece: 0, documents: [paper('1')] });
    expect(() => stage.whole(append('a', 1, '3'))).toThrow(expect.objectContaining({ code: 'disconnected' }));
  });
});
