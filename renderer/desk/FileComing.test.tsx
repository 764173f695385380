// @vitest-environment jsdom
import { act, cleanup, configure, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aTestBook, closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { HostFailure, type Host } from '#shared/host/contract.ts';
import { FileComing } from './FileComing.tsx';
import { useKeptFile } from './use-kept-file.ts';

configure({ asyncUtilTimeout: 15_000 });
afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

function Scan() {
  const file = useKeptFile('a'.repeat(64));
  if (file.state === 'coming') return <FileComing />;
  return file.state === 'ready' ? <img src={file.url} alt="扫描件" /> : <p>{file.state}</p>;
}

async function aPaperWithScan() {
  URL.createObjectURL = () => 'blob:scan';
  URL.revokeObjectURL = () => undefined;
  const on = await aTestBook();
  const kept = { arrived: false };
  const host: Host = {
    on: on.host.on,
    call: async (name, input) => {
      if (name !== 'files.get') return on.host.call(name, input);
      if (!kept.arrived) throw new HostFailure('not-found', 'no file');
      return { type: 'image/png', name: 'scan.png', content: new Uint8Array([1]) } as never;
    },
  };
  return { ...on, kept, show: () => renderWithBook(<Scan />, { on, desk: { host } }) };
}

describe('a scan that is still on its way', () => {
  it('says so, and appears by itself after the exchange that brought it', async () => {
    const { host, kept, show } = await aPaperWithScan();
    host.centre.change({ phase: 'idle', url: 'https://centre.example', lastComplete: 1 });
    await show();
    expect(await screen.findByText('扫描件尚未到达')).toBeDefined();
    kept.arrived = true;
    act(() => host.centre.change({ lastComplete: 2 }));
    expect((await screen.findByRole('img', { name: '扫描件' })).getAttribute('src')).toBe('blob:scan');
  });

  it('is simply not there on a desk that works alone', async () => {
    const { show } = await aPaperWithScan();
    await show();
    await vi.waitFor(() => expect(screen.getByText('failed')).toBeDefined());
  });
});
