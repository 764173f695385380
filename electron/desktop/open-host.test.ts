import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aJob, aReceipt } from '#shared/papers/paper.fixture.ts';
import { aCommand } from '../host/journal/command.fixture.ts';
import { openHost, type DeskHost } from './open-host.ts';

const viewer = { list: () => Promise.resolve([]), print: () => Promise.resolve('opened' as const) };
let folder = '';
let host: DeskHost;

const open = (): Promise<DeskHost> =>
  openHost({
    dataFolder: folder,
    version: '1.0.0',
    sealedKey: () => Promise.resolve(new Uint8Array(32).fill(7)),
    printBackends: { printer: viewer, viewer },
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'branch-desk-open-'));
  host = await open();
  await host.answer('desk.setUp', { company: '公司', branchCode: 'HZ01', branchName: '杭州', deskLetter: 'A' });
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the desktop’s host is whole: it saves, knows its language, seals snapshots with the keychain’s key and ends', async () => {
  expect(await host.language()).toBe('');
  expect(await host.answer('desk.describe', null)).toMatchObject({ ok: true, value: { shell: 'desktop', shellReason: '' } });
  expect(await host.answer('journal.append', aCommand(1))).toMatchObject({ ok: true, value: { seq: 1 } });
  await host.snapshot();
  expect(readdirSync(join(folder, 'desk', 'snapshots'))).toEqual([expect.stringMatching(/-update\.snapshot$/)]);
  expect(readdirSync(folder)).not.toContain('key');
  host.log('warn', 'refused: a stranger');
  await host.close();
  expect(readFileSync(join(folder, 'host.log'), 'utf8')).toContain(' warn refused: a stranger\n');
  host = await open();
  expect(await host.answer('snapshots.list', null)).toMatchObject({ ok: true, value: [{ damaged: false, documents: 1 }] });
});

test('its events reach the window', async () => {
  const heard: string[] = [];
  host.onEvent((name) => heard.push(name));
  const print = { job: aJob(aReceipt('zh-CN')), title: '收据', documentId: 'd', paper: 'receipt', printer: '', formName: '', by: 'w' };
  expect(await host.answer('printers.print', print)).toMatchObject({ ok: true });
  expect(heard).toContain('print.changed');
});
