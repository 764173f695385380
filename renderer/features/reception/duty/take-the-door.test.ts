import { expect, test } from 'vitest';
import { aMemoryBook, aPerson } from '#shared/documents/memory-book.fixture.ts';
import { duty } from '#shared/modules/duty/module.ts';
import { planDuty } from '#shared/modules/duty/rules.ts';
import { takeTheDoor } from './take-the-door.ts';

const seller = aPerson('小王', 'salesperson');
const TODAY = '2026-11-02';

async function turn(parameters: Record<string, string>, planned?: string): Promise<unknown> {
  const book = aMemoryBook();
  book.parameters = parameters;
  if (planned !== undefined)
    await book.run(aPerson('老周', 'manager'), planDuty(TODAY, 'other', { from: planned, to: '19:00', place: '' }));
  await book.run(seller, takeTheDoor(TODAY, '10:15', seller.id));
  return book
    .records()
    .filter(({ kind, owner }) => kind === duty.kind && owner === seller.id)
    .map((record) => [record.status, record.body.from, record.body.to]);
}

test('an unplanned turn lasts until closing time as the policy has it, or until the next planned one [RCP-03]', async () => {
  expect(await turn({})).toEqual([['standing', '10:15', '20:00']]);
  expect(await turn({ 'reception.duty_to': '17:30' })).toEqual([['standing', '10:15', '17:30']]);
  expect(await turn({ 'reception.duty_to': '17:30' }, '13:00')).toEqual([['standing', '10:15', '13:00']]);
});
