import { describe, expect, it } from 'vitest';
import { untyped } from '#shared/documents/act.ts';
import type { AnyRecord, DocumentEvent } from '#shared/documents/record.ts';
import { deskRole } from '#shared/exchange/books.ts';
import { toCouch } from '#shared/exchange/wire-record.ts';
import { emptyJudgement } from '#shared/modules/verdict/judgement.ts';
import { withJudgement } from '#shared/modules/verdict/make-verdict.ts';
import { guard } from './guard.ts';
import { guardRules } from './rules.ts';

const NOW = 1_800_000_000_000;
const rules = guardRules('branch', 'HZ01');
const desk = { name: 'desk-hz01-a', roles: ['branch:HZ01', deskRole('HZ01-A')] };
const judge = { name: 'bd-judge', roles: ['judge'] };

const paper = { id: '01M6CWACM191D30C9D84000002', kind: 'order', branch: 'HZ01', day: '2026-11-02', owner: 'w', party: '', no: 'XS-1' };
const made = untyped(withJudgement(paper as AnyRecord, null, 'returned', emptyJudgement, stamps()));

function stamps(): () => string {
  let count = 0;
  return () => `${NOW}-${String((count += 1)).padStart(4, '0')}-JUDGE`;
}

function reason(next: AnyRecord, before: AnyRecord | null, user: typeof desk): string {
  try {
    guard(rules, toCouch(next, before ? '1-a' : undefined), before ? toCouch(before, '1-a') : null, user, NOW);
    return 'let in';
  } catch (problem) {
    return String((problem as { forbidden?: string }).forbidden).split(':')[0] ?? '';
  }
}

const withEvent = (event: Partial<DocumentEvent>): AnyRecord => ({
  ...made,
  events: [...made.events, { id: `${NOW + 1}-0000-HZ01-A`, by: 'm', desk: 'HZ01-A', type: 'accepted', data: { reason: '好' }, ...event }],
});

describe('a verdict at the centre', () => {
  it('is made and changed by the judge', () => {
    expect(reason(made, null, judge)).toBe('let in');
    expect(reason(made, null, desk)).toBe('judge-only');
    expect(reason(withEvent({ type: 'confirmed', desk: 'JUDGE' }), made, judge)).toBe('let in');
  });

  it('takes decisions from the desks of its branch, and nothing that a judge would say', () => {
    expect(reason(withEvent({}), made, desk)).toBe('let in');
    expect(reason(withEvent({ type: 'corrected' }), made, desk)).toBe('let in');
    expect(reason(withEvent({ type: 'confirmed' }), made, desk)).toBe('judge-only');
    expect(reason(withEvent({ desk: 'JUDGE' }), made, desk)).toBe('event-not-yours');
    expect(reason(withEvent({ desk: 'SH01-A' }), made, desk)).toBe('event-not-yours');
    expect(reason({ ...withEvent({}), events: withEvent({}).events.slice(1) }, made, desk)).not.toBe('let in');
  });
});
