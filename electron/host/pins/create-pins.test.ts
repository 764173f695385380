import { beforeEach, describe, expect, test } from 'vitest';
import { aMemoryDisk, type MemoryDisk } from '../disk/memory-disk.fixture.ts';
import { jsonFile } from '../disk/json-file.ts';
import { createPins, triesSchema, type Pins } from './create-pins.ts';

let disk: MemoryDisk;
let now = 0;
let pins: Pins;
let hash = '';

const open = (): Pins => createPins(jsonFile(disk, '/pins.json', triesSchema), () => now, 64);
const attempt = (pin: string, staff = 'wang') => pins['pin.verify']({ staff, hash, pin });

beforeEach(async () => {
  disk = aMemoryDisk();
  now = 1_764_000_000_000;
  pins = open();
  hash = (await pins['pin.hash']({ pin: '2580' })).hash;
});

async function fail(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await attempt('0000');
}

describe('a PIN', () => {
  test('is right or wrong, and its hash is salted', async () => {
    expect((await pins['pin.hash']({ pin: '2580' })).hash).not.toBe(hash);
    expect(await attempt('2580')).toEqual({ right: true, waitSeconds: 0, triesLeft: 5 });
    expect(await attempt('2581')).toEqual({ right: false, waitSeconds: 0, triesLeft: 4 });
  });

  test('guessed wrong five times in a row locks that person for a minute, even for the right one', async () => {
    await fail(4);
    expect(await attempt('0000')).toEqual({ right: false, waitSeconds: 60, triesLeft: 0 });
    now += 30_000;
    expect(await attempt('2580')).toEqual({ right: false, waitSeconds: 30, triesLeft: 0 });
    expect(await attempt('2580', 'li')).toMatchObject({ right: true });
    now += 30_000;
    expect(await attempt('2580')).toMatchObject({ right: true });
    expect(await attempt('0000')).toMatchObject({ triesLeft: 4 });
  });

  test('guessed on waits two minutes, four, and so on up to an hour', async () => {
    await fail(5);
    const waits = [];
    for (let n = 0; n < 8; n += 1) {
      now += 3_600_000;
      waits.push((await attempt('0000')).waitSeconds);
    }
    expect(waits).toEqual([120, 240, 480, 960, 1920, 3600, 3600, 3600]);
  });

  test('stays locked over a restart and when the clock is turned back', async () => {
    await fail(5);
    pins = open();
    now -= 86_400_000;
    expect(await attempt('2580')).toEqual({ right: false, waitSeconds: 60, triesLeft: 0 });
  });

  test('tried many times at once is tried five times', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => attempt('1111')));
    expect(tries.filter(({ triesLeft }) => triesLeft > 0)).toHaveLength(4);
    expect(await attempt('2580')).toMatchObject({ right: false });
  });

  test('is counted before it is checked: whoever pulls the plug gains no try', async () => {
    await fail(4);
    disk.failNext('rename', 'EIO', 1);
    await expect(attempt('2580')).rejects.toThrow('EIO');
    expect(await attempt('0000')).toMatchObject({ waitSeconds: 60 });
  });

  test('with a hash of another make is wrong, whatever the hash asks for', async () => {
    hash = '$argon2id$v=19$m=4194304,t=9,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA';
    expect(await attempt('2580')).toMatchObject({ right: false });
    hash = '';
    expect(await attempt('2580')).toMatchObject({ right: false });
  });

  test('is hashed at the full cost outside this test', async () => {
    const real = createPins(jsonFile(disk, '/real.json', triesSchema), () => now);
    const made = await real['pin.hash']({ pin: '123456' });
    expect(made.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await real['pin.verify']({ staff: 'wang', hash: made.hash, pin: '123456' })).toMatchObject({ right: true });
  });
});
