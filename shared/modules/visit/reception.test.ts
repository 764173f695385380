import { describe, expect, it } from 'vitest';
import { aMemoryBook, aPerson } from '#shared/documents/memory-book.fixture.ts';
import { addAgenda, agendaHappened } from '../agenda/rules.ts';
import { aCustomer, all, manager, refusal, seller, value } from '../branch.fixture.ts';
import { duty } from '../duty/module.ts';
import { doorState, endDuty, planDuty, startDuty } from '../duty/rules.ts';
import { answerOpinion, hearOpinion } from '../opinion/rules.ts';
import { addTask, assignTask, dropTask, dueTasks, finishTask, postponeTask } from '../task/rules.ts';
import { visit, type Visit } from './module.ts';
import { assignVisit, askVisit, cancelVisit, closeVisit, greetVisit, linkVisit, registerVisit, seeOffVisit } from './rules.ts';

const other = aPerson('小李', 'salesperson');
const aVisit = (rest: Partial<Visit> = {}): Visit => ({
  channel: 'walk-in',
  arrived: '09:30',
  people: 2,
  name: '',
  phone: '',
  need: '看砂锅',
  heardOf: 'passing',
  ...rest,
});

async function arrived(rest: Partial<Visit> = {}, party = '') {
  const book = aMemoryBook();
  const { answer } = value(await book.run(seller, registerVisit({ body: aVisit(rest), party })));
  return { book, id: answer.visit };
}

describe('a visitor', () => {
  it('is greeted, asked, seen off and followed up; closing makes the host’s task for the day agreed [RCP-01 RCP-02 G-91]', async () => {
    const { book, id } = await arrived({ name: '周女士', phone: '13711112222' });
    expect(await book.balance('visits/2026-11-02')).toBe(1);
    value(await book.run(seller, greetVisit(id)));
    value(await book.run(seller, askVisit(id, { need: '大号', budget: '300', products: [] })));
    value(await book.run(seller, seeOffVisit(id)));
    expect((await book.get(id))?.status).toBe('seen-off');
    const end = { outcome: 'considering' as const, followUp: '2026-11-05', reason: '等老公看过' };
    const { answer } = value(await book.run(seller, closeVisit(id, end)));
    expect(answer.task).not.toBeNull();
    expect(await dueTasks(book, '2026-11-04')).toEqual([]);
    const [due] = await dueTasks(book, '2026-11-05', seller.id);
    expect(due).toMatchObject({ day: '2026-11-05', source: id, title: '等老公看过', body: { phone: '13711112222' } });
    expect(await dueTasks(book, '2026-11-05', other.id)).toEqual([]);
  });

  it('is not let go without a day or a reason for none, and not with a day that is past [RCP-02 G-91]', async () => {
    const { book, id } = await arrived();
    const end = { outcome: 'not-for-us' as const, followUp: '', reason: ' ' };
    expect(refusal(await book.run(seller, closeVisit(id, end)))).toMatchObject({ gate: 'G-91' });
    expect(refusal(await book.run(seller, closeVisit(id, { ...end, followUp: '2026-11-01' }))).code).toBe('DayIsPast');
    value(await book.run(seller, closeVisit(id, { ...end, reason: '只是问路' })));
    expect(all(book, 'task')).toEqual([]);
  });

  it('may go through another host’s hands, may turn out a known customer, and a wrong entry counts no more [RCP-01]', async () => {
    const { book, id } = await arrived();
    const party = await aCustomer(book, { name: '周女士' });
    value(await book.run(seller, assignVisit(id, other.id)));
    value(await book.run(other, linkVisit(id, party)));
    expect(await book.get(id)).toMatchObject({ owner: other.id, party });
    const [found] = (await book.all({ kind: 'visit', party })).rows;
    expect(found?.id).toBe(id);
    expect(await book.balance(`visits-by/2026-11/${other.id}`)).toBe(1);
    value(await book.run(other, cancelVisit(id, '重复登记')));
    expect(await book.balance('visits/2026-11-02')).toBe(0);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('who rings is in the same register, and a known one brings name and number along [RCP-04]', async () => {
    const book = aMemoryBook();
    const party = await aCustomer(book, { name: '远山贸易', phone: '05718800' });
    const { answer } = value(await book.run(seller, registerVisit({ body: aVisit({ channel: 'phone' }), party })));
    expect(await book.get(answer.visit)).toMatchObject({ party, body: { channel: 'phone', name: '远山贸易', phone: '05718800' } });
    expect(refusal(await book.run(seller, registerVisit({ body: aVisit(), party: 'nobody' }))).code).toBe('NotFound');
  });
});

describe('the door', () => {
  it('says who is there, who is late, who is next, and when nobody is [RCP-03]', async () => {
    const book = aMemoryBook();
    const plan = (who: string, from: string, to: string) => book.run(manager, planDuty('2026-11-02', who, { from, to, place: '大门' }));
    const first = value(await plan(seller.id, '09:00', '11:00')).answer.duty;
    value(await plan(other.id, '11:00', '13:00'));
    expect(refusal(await plan(seller.id, '10:00', '12:00')).code).toBe('DutyOverlaps');
    expect(refusal(await plan(seller.id, '12:00', '12:00')).code).toBe('EndsBeforeStart');
    value(await book.run(seller, registerVisit({ body: aVisit({ arrived: '09:10' }) })));
    const at = (now: string, parameters = {}) =>
      doorState(
        all(book, 'duty').map((row) => duty.read(row)),
        all(book, 'visit').map((row) => visit.read(row)),
        now,
        parameters,
      );
    expect(at('09:12')).toMatchObject({ present: [], late: [{ id: first }], next: { owner: other.id }, unattended: true });
    expect(at('09:12').waiting).toMatchObject([{ minutes: 2, long: false }]);
    expect(at('09:14').waiting).toMatchObject([{ minutes: 4, long: true }]);
    expect(at('09:14', { 'reception.greet_minutes': 5 }).waiting).toMatchObject([{ long: false }]);
    value(await book.run(seller, startDuty(first)));
    expect(at('09:15')).toMatchObject({ present: [{ id: first }], late: [], unattended: false });
    value(await book.run(seller, endDuty(first)));
    expect(at('09:16').unattended).toBe(true);
    value(await book.run(seller, greetVisit(all(book, 'visit')[0]?.id ?? '')));
    expect(at('09:16').unattended).toBe(false);
    expect(at('14:00')).toMatchObject({ present: [], late: [], next: null, unattended: false });
  });
});

describe('the day', () => {
  it('has a sheet of who and what is expected [RCP-05]', async () => {
    const book = aMemoryBook();
    const line = { type: 'group' as const, at: '14:00', what: '旅行团 20 人', who: '导游', notes: '' };
    const { answer } = value(await book.run(seller, addAgenda('2026-11-03', line)));
    expect((await book.all({ kind: 'agenda', day: { from: '2026-11-03', to: '2026-11-03' } })).rows).toHaveLength(1);
    value(await book.run(seller, agendaHappened(answer.agenda)));
    expect((await book.get(answer.agenda))?.status).toBe('happened');
    expect(refusal(await book.run(seller, addAgenda('2026-11-01', line))).code).toBe('DayIsPast');
    expect(refusal(await book.run(seller, addAgenda('2026-11-02', { ...line, what: ' ' }))).code).toBe('TextMissing');
  });

  it('has a round on which guests’ opinions are heard with place and time, and answered [RCP-06]', async () => {
    const book = aMemoryBook();
    const said = { place: '二楼餐厅', at: '12:10', who: '', said: '上菜慢', mood: 'displeased' as const };
    const { answer } = value(await book.run(seller, hearOpinion(said)));
    expect(await book.balance('opinions/2026-11/displeased')).toBe(1);
    expect(refusal(await book.run(seller, answerOpinion(answer.opinion, ''))).code).toBe('TextMissing');
    value(await book.run(manager, answerOpinion(answer.opinion, '已加派人手')));
    expect((await book.get(answer.opinion))?.status).toBe('answered');
  });
});

describe('a promise', () => {
  it('appears on its day, moves with postponing, goes to who takes it over, and ends done or dropped with a reason [RCP-02]', async () => {
    const book = aMemoryBook();
    const add = (text: string, due: string) => book.run(seller, addTask({ body: { type: 'other', due, text, phone: '' } }));
    const a = value(await add('打电话', '2026-11-02')).answer.task;
    const b = value(await add('送样品', '2026-11-03')).answer.task;
    expect(refusal(await add('', '2026-11-03')).code).toBe('TextMissing');
    expect(refusal(await add('迟了', '2026-11-01')).code).toBe('DayIsPast');
    value(await book.run(seller, postponeTask(a, '2026-11-04', '客户出差')));
    value(await book.run(seller, assignTask(b, other.id)));
    expect((await dueTasks(book, '2026-11-03')).map(({ id }) => id)).toEqual([b]);
    expect((await dueTasks(book, '2026-11-09')).map(({ id, owner, day }) => [id, owner, day])).toEqual([
      [b, other.id, '2026-11-03'],
      [a, seller.id, '2026-11-04'],
    ]);
    value(await book.run(seller, finishTask(a, '已下单')));
    expect(refusal(await book.run(other, dropTask(b, ''))).code).toBe('ReasonMissing');
    value(await book.run(other, dropTask(b, '客户已买')));
    expect(await dueTasks(book, '2026-12-31')).toEqual([]);
  });
});
