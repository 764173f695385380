/** Hashes PINs and slows down guessing. The count is on disk before the answer is given, so that a restart does not clear it. */
import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';
import { z } from 'zod';
import type { HostHandlers, HostOutput } from '#shared/host/contract.ts';
import type { JsonFile } from '../disk/json-file.ts';
import { createSerial } from '../serial.ts';

export const triesSchema = z.record(
  z.string(),
  z.strictObject({
    /** Wrong tries in a row. */
    wrong: z.number().int(),
    /** Milliseconds since 1970 until which nothing is tried. */
    until: z.number().int(),
  }),
);
type Tries = z.infer<typeof triesSchema>[string];

export type Pins = Pick<HostHandlers, 'pin.hash' | 'pin.verify'>;

const FREE_TRIES = 5;
const MINUTE = 60_000;
const LONGEST = 60 * MINUTE;
/** OWASP's first choice, in KiB; about 75 ms on an office PC. */
const MEMORY = 19_456;
const ITERATIONS = 2;

const costOf = (memorySize: number) => ({ memorySize, iterations: ITERATIONS, parallelism: 1, hashLength: 32 });

/** @param memorySize KiB */
export function hashPin(pin: string, memorySize = MEMORY): Promise<string> {
  return argon2id({ password: pin, salt: randomBytes(16), ...costOf(memorySize), outputType: 'encoded' });
}

/** @param memorySize KiB per hash; tests take less */
export function createPins(file: JsonFile<z.infer<typeof triesSchema>>, now: () => number, memorySize = MEMORY): Pins {
  const inTurn = createSerial();
  /** Only hashes this host could have made are tried: others could ask for gigabytes of memory. */
  const ownStart = `$argon2id$v=19$m=${memorySize},t=${ITERATIONS},p=1$`;

  async function matches(hash: string, pin: string): Promise<boolean> {
    if (pin === '' || !hash.startsWith(ownStart) || !/^[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/.test(hash.slice(ownStart.length)))
      return false;
    return argon2Verify({ password: pin, hash });
  }

  async function verify(staff: string, hash: string, pin: string): Promise<HostOutput<'pin.verify'>> {
    const stored = await file.read();
    const all = typeof stored === 'object' ? stored : {};
    const tries = all[staff] ?? { wrong: 0, until: 0 };
    const wait = waitOf(tries, now());
    if (wait > 0) return { right: false, waitSeconds: Math.ceil(wait / 1000), triesLeft: 0 };
    const next = countWrong(tries, now());
    await file.write({ ...all, [staff]: next });
    if (await matches(hash, pin)) {
      const { [staff]: _cleared, ...others } = all;
      await file.write(others);
      return { right: true, waitSeconds: 0, triesLeft: FREE_TRIES };
    }
    return { right: false, waitSeconds: Math.ceil(waitOf(next, now()) / 1000), triesLeft: Math.max(0, FREE_TRIES - next.wrong) };
  }

  return {
    'pin.hash': async ({ pin }) => ({ hash: await hashPin(pin, memorySize) }),
    // One at a time: five tries sent at once are five tries.
    'pin.verify': ({ staff, hash, pin }) => inTurn(() => verify(staff, hash, pin)),
  };
}

function countWrong({ wrong }: Tries, now: number): Tries {
  const counted = wrong + 1;
  return { wrong: counted, until: counted < FREE_TRIES ? 0 : now + lockOf(counted) };
}

/** Milliseconds still to wait. A clock that was turned back does not make it longer than the lock itself. */
function waitOf({ wrong, until }: Tries, now: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(Math.max(0, until - now), lockOf(wrong));
}

function lockOf(wrong: number): number {
  return Math.min(LONGEST, MINUTE * 2 ** (wrong - FREE_TRIES));
}
