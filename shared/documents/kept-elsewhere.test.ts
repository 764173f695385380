import { describe, expect, it } from 'vitest';
import { product, productGroups } from '#shared/modules/product/module.ts';
import { act, commitNew, editRecord } from './act.ts';
import { aMemoryBook, aPerson } from './memory-book.fixture.ts';
import { settleField } from './settle-field.ts';

const manager = aPerson('经理', 'manager');
const head = { ...aMemoryBook('ZB01-A').moment(manager), branch: 'ZB01' };
const branch = aMemoryBook('HZ01-A').moment(manager);

function theHeadOfficesKettle() {
  const [group] = productGroups;
  const body = {
    code: 'K1',
    name: '电水壶',
    spec: '',
    unit: '只',
    barcode: '',
    group,
    price: 9900,
    floor: 9000,
    substitutes: [],
    lowStock: 0,
    notes: '',
  };
  const made = commitNew(product, body, head);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

describe('master data of the head office', () => {
  const refused = { ok: false, refusal: { code: 'OtherBranchKeepsIt', values: { branch: 'ZB01' } } };

  it('cannot be changed at a branch, whichever way', () => {
    const kettle = theHeadOfficesKettle();
    expect(editRecord(product, kettle, { ...kettle.body, price: 8800 }, branch)).toEqual(refused);
    expect(settleField(product, kettle, 'price', 8800, branch)).toEqual(refused);
    const [step = ''] =
      Object.entries(product.lifecycle.steps).find(([, { from, by }]) => from.includes(kettle.status) && by.includes('manager')) ?? [];
    expect(act(product, kettle, step, {}, branch)).toEqual(refused);
  });

  it('are changed at the head office', () => {
    const kettle = theHeadOfficesKettle();
    expect(editRecord(product, kettle, { ...kettle.body, price: 8800 }, head)).toMatchObject({
      ok: true,
      value: { body: { price: 8800 } },
    });
  });
});
