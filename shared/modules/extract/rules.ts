import { ok } from '#shared/core/result.ts';
import { commitNew, untyped, type Overrides } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { extract, type Extract } from './module.ts';

/** Notes who takes what out and why, before the file is written. Refused by G-08 without the right or without a reason. */
export function noteExtract(body: Extract, overrides?: Overrides): Decide {
  return async (_read, moment) => {
    const reason = body.reason.trim();
    const made = commitNew(extract, { ...body, reason }, moment, {
      gates: ['G-08'],
      facts: { 'G-08': { posts: moment.actor.roles.join(','), reason } },
      ...(overrides ? { overrides } : {}),
    });
    return made.ok ? ok({ records: [untyped(made.value)], answer: null }) : made;
  };
}
