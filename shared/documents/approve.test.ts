import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { z } from 'zod';
import type { Result } from '#shared/core/result.ts';
import { approvalFacts, approvalOf } from '#shared/policy/approvals.ts';
import { commitNew, editRecord, sealRecord, untyped } from './act.ts';
import { approvalSteps, decide, recall, stillToSign, submit } from './approve.ts';
import { foldBody } from './edited-body.ts';
import { mergeRecords } from './merge.ts';
import { aMemoryBook, aPerson } from './memory-book.fixture.ts';
import { defineModule } from './module.ts';
import type { DocumentRecord } from './record.ts';

/** A paper that can be changed while it waits, as a contract application can. */
const form = defineModule<{ text: string }>({
  kind: 'form',
  numberType: '',
  v: 1,
  schema: z.strictObject({ text: z.string() }),
  editable: true,
  makers: ['salesperson'],
  lifecycle: {
    initial: 'draft',
    steps: approvalSteps(
      { from: ['draft', 'back', 'approved'], waiting: 'waiting', approved: 'approved', back: 'back', refused: 'refused' },
      ['salesperson'],
    ),
  },
  describe: ({ text }) => ({ title: text, amount: 0 }),
  fields: { text: 'text' },
});

const book = aMemoryBook();
const seller = book.moment(aPerson('小王', 'salesperson'));
const manager = book.moment(aPerson('经理', 'manager'));
const finance = book.moment(aPerson('财务', 'finance'));
const chief = book.moment(aPerson('总经理', 'gm'));
const chain = [['manager', 'finance'], ['gm']] as const;
type Form = DocumentRecord<{ text: string }>;

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

function waiting(): Form {
  return value(submit(form, value(commitNew(form, { text: '一' }, seller)), seller, { matter: 'application', value: 100, chain }));
}

function signed(record: Form, ...by: (typeof manager)[]): Form {
  return by.reduce((paper, moment) => value(decide(form, paper, moment, { verb: 'sign', comment: '' })), record);
}

/** Both desks' events, in the order of their clocks. */
function united(a: Form, b: Form): Form {
  return form.read(mergeRecords(untyped(a), untyped(b), (record) => sealRecord(form, record)));
}

describe('desks apart', () => {
  it('a signature for an earlier submission is none for the next, and the paper can be submitted again [QPA-06]', () => {
    const first = signed(waiting(), manager, finance);
    const again = submit(form, value(recall(form, first, seller, '')), seller, { matter: 'application', value: 100, chain });
    const both = united(value(again), signed(first, chief));
    expect(both.status).toBe('approved');
    expect(approvalOf(both)).toMatchObject({ state: 'waiting', signatures: [] });
    expect(approvalFacts(both).approved).toBe(false);
    const third = value(submit(form, both, seller, { matter: 'application', value: 100, chain }));
    expect(approvalFacts(signed(third, finance, manager, chief)).approved).toBe(true);
  });

  /** What somebody does at a desk, by index into the people. */
  const deeds = fc.record({ who: fc.nat(5), verb: fc.constantFrom('sign', 'sendBack', 'refuse', 'submit', 'recall', 'edit') });
  const people = [seller, manager, finance, chief, book.moment(aPerson('二号', 'manager', 'gm')), book.moment(aPerson('三号', 'finance'))];

  const signing = (who: number) => ({ who, verb: 'sign' });

  function done(record: Form, { who, verb }: { who: number; verb: string }): Form {
    const moment = people[who] ?? seller;
    const result =
      verb === 'submit'
        ? submit(form, record, moment, { matter: 'application', value: 100, chain })
        : verb === 'recall'
          ? recall(form, record, moment, '')
          : verb === 'edit'
            ? editRecord(form, record, { text: `${record.body.text}+` }, moment)
            : decide(form, record, moment, { verb: verb as 'sign', comment: '因' });
    return result.ok ? result.value : record;
  }

  it('whatever two desks do, both come to the same, and what counts as approved was signed by all posts, nobody twice, nobody his own [QPA-06 PLT-07]', () => {
    let approved = 0;
    fc.assert(
      fc.property(
        fc.array(deeds, { maxLength: 12 }),
        fc.array(deeds, { maxLength: 8 }),
        fc.array(deeds, { maxLength: 8 }),
        (before, here, there) => {
          const common = before.reduce(done, waiting());
          let [a, b] = [common, common];
          // In turns, so that each desk's events fall between the other's.
          for (const [index, deed] of here.entries()) {
            const other = there[index];
            a = done(a, deed);
            if (other) b = done(b, other);
          }
          const paper = united(a, b);
          expect(united(b, a)).toEqual(paper);
          expect(united(paper, a)).toEqual(paper);
          if (!approvalFacts(paper).approved) return;
          approved += 1;
          const approval = approvalOf(paper);
          const signers = approval?.signatures.map(({ by }) => by) ?? [];
          expect(approval?.signatures.map(({ post }) => post).toSorted()).toEqual(['finance', 'gm', 'manager']);
          expect(new Set(signers).size).toBe(3);
          expect(signers).not.toContain(approval?.submittedBy);
          expect(paper.body.text).toBe(foldBody(paper.events.filter(({ id }) => id < (approval?.submission ?? ''))).body.text);
        },
      ),
      // One that is approved, whatever chance gives: signed by manager and finance here, by the general manager there.
      { numRuns: 500, examples: [[[1, 2].map(signing), [signing(3)], [signing(4)]]] },
    );
    expect(approved).toBeGreaterThan(0);
  });
});

describe('a chain of signatures', () => {
  it('takes one stage after the other and the posts of a stage in any order [QPA-06]', () => {
    const early = decide(form, waiting(), chief, { verb: 'sign', comment: '' });
    expect(early).toMatchObject({ ok: false, refusal: { code: 'PostMayNot', values: { posts: 'manager,finance' } } });
    const half = signed(waiting(), finance);
    expect(stillToSign(approvalOf(half) as NonNullable<ReturnType<typeof approvalOf>>)).toEqual([['manager'], ['gm']]);
    const whole = signed(half, manager, chief);
    expect(whole.status).toBe('approved');
    expect(approvalFacts(whole)).toEqual({ approved: true, posts: 'finance,manager,gm' });
    expect(decide(form, whole, chief, { verb: 'sign', comment: '' })).toMatchObject({ refusal: { code: 'NotWaiting' } });
  });

  it('is bound to what was submitted: a change while it waits asks for a new submission [QPA-06 G-11]', () => {
    const changed = value(editRecord(form, signed(waiting(), manager), { text: '悄悄改' }, seller));
    expect(decide(form, changed, finance, { verb: 'sign', comment: '' })).toMatchObject({ refusal: { code: 'ApprovalStale' } });
    const again = value(submit(form, value(recall(form, changed, seller, '改了')), seller, { matter: 'application', value: 100, chain }));
    expect(approvalOf(again)?.waiting).toEqual(['manager', 'finance']);
    expect(signed(again, manager, finance, chief).status).toBe('approved');
  });

  it('ends with the content it was given for: a change after the approval takes it away [QPA-06 G-11]', () => {
    const changed = value(editRecord(form, signed(waiting(), manager, finance, chief), { text: '再改' }, seller));
    expect(changed.status).toBe('approved');
    expect(approvalFacts(changed)).toEqual({ approved: false, posts: '' });
  });

  it('comes back with a word, any number of times, and starts anew each time [QPA-06 ORD-04]', () => {
    let paper = waiting();
    for (const comment of ['补附件', '改日期', '改金额']) {
      paper = signed(paper, manager);
      expect(decide(form, paper, finance, { verb: 'sendBack', comment: ' ' })).toMatchObject({ refusal: { code: 'ReasonMissing' } });
      paper = value(decide(form, paper, finance, { verb: 'sendBack', comment }));
      expect(paper.status).toBe('back');
      paper = value(submit(form, paper, seller, { matter: 'application', value: 100, chain }));
    }
    expect(paper.events.filter(({ type }) => type === 'sentBack').map(({ data }) => data.comment)).toEqual(['补附件', '改日期', '改金额']);
    expect(signed(paper, manager, finance, chief).status).toBe('approved');
  });

  it('keeps the chain it was submitted under, whatever the policy says later [PLT-02 QPA-07]', () => {
    const paper = waiting();
    expect(approvalOf(paper)).toMatchObject({ policy: 1, chain, value: 100, matter: 'application' });
    const later = { ...manager, policy: { version: 9, parameters: { 'approval.application': 'gm' } } };
    expect(approvalOf(signed(paper, later))?.waiting).toEqual(['finance']);
  });
});
