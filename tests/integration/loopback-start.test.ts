/** `npm start` without the desktop program, as a process: what it says, where it serves, how it ends. */
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { connectToHost } from '../support/host-line.ts';
import { buildHostAside, endHost, startHost, type BuiltHost, type HostRun } from '../support/host-process.ts';

let host: BuiltHost;
const runs: HostRun[] = [];
let folders = 0;

beforeAll(async () => {
  host = await buildHostAside();
});
afterAll(() => host.remove());
afterEach(async () => {
  for (const { child } of runs.splice(0)) await endHost(child, 'SIGKILL');
});

const newFolder = (): string => join(host.folder, `desk-${(folders += 1)}`);

async function start(folder: string, ...args: string[]): Promise<HostRun> {
  const run = await startHost(host.main, ['--data', folder, ...args]);
  runs.push(run);
  return run;
}

async function describe(address: string): Promise<{ unclean: boolean; shellReason: string }> {
  const line = await connectToHost(address, '');
  const info = (await line.call('desk.describe')) as { unclean: boolean; shellReason: string };
  line.close();
  return info;
}

test('says in both languages why it is no desktop and the three ways to one', async () => {
  const { printed, address } = await start(newFolder(), '--port', '0', '--reason', 'no-electron-binary');
  const [zh = '', en = ''] = printed.split('\n');
  expect(zh).toMatch(/桌面程序.*npx install-electron.*ELECTRON_MIRROR.*ELECTRON_OVERRIDE_DIST_PATH/);
  expect(en).toMatch(/desktop program.*npx install-electron.*ELECTRON_MIRROR.*ELECTRON_OVERRIDE_DIST_PATH/);
  expect(await describe(address)).toMatchObject({ shellReason: 'no-electron-binary' });
});

test('serves on the port its folder remembers, so that the browser finds the same store', async () => {
  const folder = newFolder();
  const port = await freePort();
  const first = await start(folder, '--port', String(port));
  await endHost(first.child, 'SIGTERM');
  const second = await start(folder);
  expect(new URL(second.address).port).toBe(String(port));
});

test('does not move to another port when that one is taken: it says so and ends', async () => {
  const { server, port } = await takePort();
  const folder = newFolder();
  const { address, printed, child } = await start(folder, '--port', String(port));
  expect([address, child.exitCode]).toEqual(['', 3]);
  expect(printed).toContain(`端口 ${port} 被其他程序占用`);
  expect(printed).toContain(`Port ${port} is in use`);
  await new Promise((resolve) => server.close(resolve));
  expect(new URL((await start(folder)).address).port).toBe(String(port));
});

test('started twice on one folder opens the page of the first', async () => {
  const folder = newFolder();
  const first = await start(folder, '--port', '0');
  const second = await start(folder);
  expect(second.printed).toContain('营业台已经打开');
  expect(new URL(second.address).origin).toBe(new URL(first.address).origin);
  expect(second.address).not.toBe(first.address);
  await vi.waitFor(() => expect(second.child.exitCode).toBe(0), 10_000);
  expect(await describe(second.address)).toMatchObject({ unclean: false });
});

test('knows the next time whether it was ended or killed', async () => {
  const folder = newFolder();
  expect(await endHost((await start(folder, '--port', '0')).child, 'SIGTERM')).toBe(0);
  const second = await start(folder, '--port', '0');
  expect(await describe(second.address)).toMatchObject({ unclean: false });
  await endHost(second.child, 'SIGKILL');
  expect(await describe((await start(folder, '--port', '0')).address)).toMatchObject({ unclean: true });
});

test('an option it does not know is refused', async () => {
  const { address, child } = await start(newFolder(), '--prot', '1');
  expect([address, child.exitCode]).toEqual(['', 1]);
});

async function takePort(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

async function freePort(): Promise<number> {
  const { server, port } = await takePort();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
