import { dayOf, type Day } from '#shared/core/calendar.ts';
import { nextHlc, type Hlc } from '#shared/core/hybrid-clock.ts';
import { makeUlid, type Ulid } from '#shared/core/ulid.ts';
import type { Moment } from '#shared/documents/act.ts';
import type { Actor } from '#shared/policy/roles.ts';

/** Where this page's clock and random numbers come from. */
export interface Sources {
  /** Milliseconds since 1970. */
  now(): number;
  /** Bytes from a cryptographic source. */
  random(length: number): Uint8Array;
}

export interface Moments {
  at(actor: Actor, policyOn: (today: Day) => Moment['policy']): Moment;
  newId(): Ulid;
  /** The clock never falls behind an event it has seen. */
  saw(event: Hlc): void;
}

/** @param last newest event of the book as it was stored, '' for none */
export function createMoments(sources: Sources, desk: string, branch: string, offsetMinutes: number, last: Hlc): Moments {
  let seen = last;
  const newId = () => makeUlid(sources.now(), sources.random(10));
  return {
    newId,
    saw: (event) => {
      if (event > seen) seen = event;
    },
    at: (actor, policyOn) => {
      const now = sources.now();
      const today = dayOf(now, offsetMinutes);
      return {
        now,
        today,
        hlc: () => (seen = nextHlc(seen, sources.now(), desk)),
        newId,
        actor,
        desk,
        branch,
        policy: policyOn(today),
      };
    },
  };
}
