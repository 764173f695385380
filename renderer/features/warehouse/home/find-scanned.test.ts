import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { aBranch, aNote, anOrder, guard, keeper, seller } from '../warehouse.fixture.ts';
import { findScanned } from './find-scanned.ts';

afterEach(closeTestBooks);

describe('what a scanned paper opens', () => {
  it('is the document where its next step is taken, for whoever scans [DSP-02 DSP-03]', async () => {
    const branch = await aBranch();
    const { book } = branch;
    const order = await anOrder(branch);
    const { dispatch, pass } = await aNote(branch, order, { upTo: 'at the gate' });
    const no = async (id: string) => (await book.get(id))?.no ?? '';
    const slip = (await book.all({ kind: 'stockout' })).rows[0];
    const note = { found: 'one', target: { path: `/dispatches/${dispatch}` } };

    expect(await findScanned(book, keeper, await no(dispatch))).toEqual(note);
    expect(await findScanned(book, keeper, slip?.no ?? '')).toEqual(note);
    expect(await findScanned(book, keeper, await no(pass))).toEqual(note);
    expect(await findScanned(book, guard, await no(pass))).toEqual({ found: 'one', target: { path: '/gate', search: { pass } } });
    // The order's own paper leads to the note that is under way.
    expect(await findScanned(book, keeper, await no(order))).toEqual(note);
  });

  it('is a new note for a delivery without one, and the shelf for a sale the customer comes for [STK-03 DSP-01]', async () => {
    const branch = await aBranch();
    const delivery = await anOrder(branch);
    const sale = await anOrder(branch, 'collect');
    const no = async (id: string) => (await branch.book.get(id))?.no ?? '';
    expect(await findScanned(branch.book, seller, await no(delivery))).toEqual({
      found: 'one',
      target: { path: '/dispatches/new', search: { order: delivery } },
    });
    expect(await findScanned(branch.book, keeper, await no(sale))).toEqual({ found: 'one', target: { path: `/warehouse/pick/${sale}` } });
  });

  it('is the product for a bar code or code, however the gun spells it [STK-01]', async () => {
    const branch = await aBranch();
    const pot = { found: 'one', target: { path: `/products/${branch.pot}` } };
    expect(await findScanned(branch.book, keeper, '6901234567892')).toEqual(pot);
    expect(await findScanned(branch.book, keeper, ' ｓｇ-24 ')).toEqual(pot);
  });

  it('is a choice when several fit, and nothing when none does [DSP-02]', async () => {
    const branch = await aBranch();
    const order = await anOrder(branch);
    await aNote(branch, order, { lines: [{ line: 0, quantity: 1000 }] });
    await aNote(branch, order, { lines: [{ line: 0, quantity: 1000 }] });
    expect(await findScanned(branch.book, keeper, '远山贸易')).toMatchObject({ found: 'several' });
    expect(await findScanned(branch.book, keeper, 'FH-XX99-A-2611-0001')).toEqual({ found: 'none' });
    expect(await findScanned(branch.book, keeper, '  ')).toEqual({ found: 'none' });
  });
});
