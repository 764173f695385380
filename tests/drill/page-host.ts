/**
 * The loopback host for the drill's page, as a process that can be killed. Arguments: data folder, page folder, port.
 * Prints `READY <address>`, another address for each line on standard input, and what the page tells (`DRILL …`).
 */
import { createInterface } from 'node:readline';
import { createHost } from '#electron/host/create-host.ts';
import { serveLoopback } from '#electron/loopback/serve.ts';
import { createSessions } from '#electron/loopback/sessions.ts';
import { PREFIX } from './page/messages.ts';

const [dataFolder = '', folder = '', port = '0'] = process.argv.slice(2);
/** A page goes on with its session when the host was started again. */
const SECRET = 'd'.repeat(64);
const nothing = async (): Promise<never> => {
  throw new Error('the drill prints nothing');
};

const host = await createHost({
  dataFolder,
  version: '0.1.0',
  shell: 'loopback',
  shellReason: 'asked',
  emit: () => undefined,
  printBackends: {
    printer: { list: async () => [], print: nothing },
    viewer: { list: async () => [], print: nothing },
  },
});
const { identity } = await host.handlers['desk.describe'](undefined);
if (!identity) await host.handlers['desk.setUp']({ company: '远山', branchCode: 'HZ01', branchName: '杭州店', deskLetter: 'A' });

const loopback = await serveLoopback({
  port: Number(port),
  folder,
  sessions: createSessions(SECRET, Date.now),
  answer: async (name, input) => {
    const answer = await host.answer(name, input);
    // Told only after the host has it, as a page would be.
    const message = name === 'log.write' && typeof input === 'object' && input !== null && 'message' in input ? String(input.message) : '';
    if (message.startsWith(PREFIX)) process.stdout.write(`${message}\n`);
    return { ...answer };
  },
  log: () => undefined,
});
console.log(`READY ${loopback.newAddress()}`);
createInterface({ input: process.stdin }).on('line', () => console.log(`READY ${loopback.newAddress()}`));
