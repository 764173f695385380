import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Moment } from '#shared/documents/act.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { holdsAny, type Actor } from '#shared/policy/roles.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { methods, type Method } from '../fields.ts';

export interface HeldMoney {
  day: Day;
  method: Method;
  amount: Fen;
}

/** What a person holds by day and method, oldest first; without what is offered to finance and waits for confirmation. */
export async function heldMoney(read: Reader, staffId: string): Promise<HeldMoney[]> {
  const held = new Map<string, Fen>();
  for (const [path, amount] of await read.balances(`held/${staffId}/`)) held.set(path.split('/').slice(2).join('/'), amount);
  for (const [path, amount] of await read.balances(`offered/${staffId}/`)) {
    const key = path.split('/').slice(2).join('/');
    held.set(key, (held.get(key) ?? 0) - amount);
  }
  return [...held]
    .flatMap(([key, amount]) => {
      const [day = '', method = ''] = key.split('/');
      const known = methods.find((name) => name === method);
      return known && amount !== 0 ? [{ day, method: known, amount }] : [];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : methods.indexOf(a.method) - methods.indexOf(b.method)));
}

/** What G-38 reads: money of earlier days that is still with the person. */
export async function holdingFacts(read: Reader, { actor, today }: { actor: Pick<Actor, 'id'>; today: Day }): Promise<Facts> {
  const earlier = (await heldMoney(read, actor.id)).filter(({ day, amount }) => day < today && amount > 0);
  return { held: earlier.reduce((sum, { amount }) => sum + amount, 0), since: earlier[0]?.day ?? '' };
}

/**
 * Where money goes in or comes out. A cashier has the own drawer of the day for both; finance the safe. Anybody else who takes money holds
 * it until finance has it like a cashier, and gives money back out of the safe.
 */
export function tillOf({ actor, today }: Moment, direction: 'in' | 'out'): { heldBy: string; heldOn: Day } {
  const drawer = holdsAny(actor, ['cashier']) || (direction === 'in' && !holdsAny(actor, ['finance']));
  return drawer ? { heldBy: actor.id, heldOn: today } : { heldBy: '', heldOn: '' };
}
