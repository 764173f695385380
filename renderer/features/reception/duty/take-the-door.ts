import type { Day } from '#shared/core/calendar.ts';
import { ok } from '#shared/core/result.ts';
import { act, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { duty } from '#shared/modules/duty/module.ts';
import { dutyHours } from '#shared/policy/parameters.ts';
import { planDuty } from '#shared/modules/duty/rules.ts';

/** Somebody steps to the door without having been planned: a turn that has begun, until the next planned one or closing time, in one write. */
export function takeTheDoor(today: Day, now: string, owner: string): Decide {
  return async (read, moment) => {
    const { rows } = await read.all({ kind: duty.kind, day: { from: today, to: today } });
    const starts = rows.map(duty.read).flatMap(({ status, body }) => (status === 'planned' && body.from > now ? [body.from] : []));
    const closing = dutyHours(moment.policy.parameters).to;
    const to = starts.toSorted()[0] ?? (now < closing ? closing : '23:59');
    const planned = await planDuty(today, owner, { from: now, to, place: '' })(read, moment);
    if (!planned.ok) return planned;
    const [record] = planned.value.records;
    if (!record) throw new TypeError('a planned turn is one record');
    const started = act(duty, duty.read(record), 'started', {}, moment);
    return started.ok ? ok({ records: [untyped(started.value)], answer: null }) : started;
  };
}
