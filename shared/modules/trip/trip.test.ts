import { expect, it } from 'vitest';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { cashier, manager, refusal, seller, value } from '../branch.fixture.ts';
import { fileTrip, seeTrip, withdrawTrip } from './rules.ts';

const report = {
  purpose: '走访客户',
  place: '温州',
  from: '2026-10-28',
  to: '2026-11-02',
  customers: '瓯江水泵',
  result: '签意向两份',
  material: '',
};

it('says what is missing: purpose, place or result, days that cross, a trip that is not over [TRV-03]', async () => {
  const book = aMemoryBook();
  for (const field of ['purpose', 'place', 'result'])
    expect(refusal(await book.run(seller, fileTrip({ ...report, [field]: ' ' }))).code, field).toBe('TextMissing');
  expect(refusal(await book.run(seller, fileTrip({ ...report, from: '2026-11-03' }))).code).toBe('DaysCrossed');
  expect(refusal(await book.run(seller, fileTrip({ ...report, to: '2026-11-03' }))).code).toBe('DayInFuture');
  value(await book.run(seller, fileTrip({ ...report, from: report.to })));
});

it('is seen by a superior who did not travel, and is not taken back afterwards [TRV-03]', async () => {
  const book = aMemoryBook();
  const { trip } = value(await book.run(manager, fileTrip(report))).answer;
  expect(refusal(await book.run(manager, seeTrip(trip, ''))).code).toBe('MustBeAnother');
  const { trip: other } = value(await book.run(seller, fileTrip(report))).answer;
  expect(refusal(await book.run(cashier, seeTrip(other, ''))).code).toBe('PostMayNot');
  value(await book.run(manager, seeTrip(other, ' 下次带样本 ')));
  expect((await book.get(other))?.events.at(-1)?.data).toEqual({ comment: '下次带样本' });
  expect(refusal(await book.run(seller, withdrawTrip(other, '写错'))).code).toBe('StatusPassed');
});

it('is taken back by nobody but who travelled, with a reason [TRV-03]', async () => {
  const book = aMemoryBook();
  const { trip } = value(await book.run(seller, fileTrip(report))).answer;
  expect(refusal(await book.run(manager, withdrawTrip(trip, '写错'))).code).toBe('NotYours');
  expect(refusal(await book.run(seller, withdrawTrip(trip, ' '))).code).toBe('ReasonMissing');
  expect(refusal(await book.run(seller, withdrawTrip('nothing', '写错'))).code).toBe('NotFound');
  value(await book.run(seller, withdrawTrip(trip, '写错')));
  expect((await book.get(trip))?.status).toBe('withdrawn');
});
