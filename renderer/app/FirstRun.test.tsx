// @vitest-environment jsdom
import { act, cleanup, configure, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aTestBook, closeTestBooks } from '#renderer/book/book.fixture.ts';
import { BookContext } from '#renderer/book/book-context.ts';
import { aMemoryHost } from '#renderer/book/memory-host.fixture.ts';
import { renderUi } from '#renderer/ui/render-ui.fixture.tsx';
import type { CentreStatus, HostFailureCode, HostInfo } from '#shared/host/contract.ts';
import { FirstRun } from './FirstRun.tsx';
import { SignIn } from './SignIn.tsx';

configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });
afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const CODE = 'HZ01-B-7K4MP-9QXDT-3WVNC';

function aFreshDesk() {
  const host = aMemoryHost('B');
  const started = vi.fn();
  const info: HostInfo = { ...host.info(), identity: null };
  const { user } = renderUi(<FirstRun host={host} info={info} language="zh-CN" onLanguage={() => undefined} onStarted={started} />);
  return {
    host,
    started,
    user,
    join: async (address: string, code: string) => {
      await user.click(screen.getByRole('radio', { name: '加入中心' }));
      if (address !== '') await user.type(screen.getByRole('textbox', { name: '中心地址' }), address);
      if (code !== '') await user.type(screen.getByRole('textbox', { name: '一次性加入码' }), code);
      await user.keyboard('{Control>}{Enter}{/Control}');
    },
  };
}

describe('a fresh computer joins a centre', () => {
  it('with what somebody typed in a hurry', async () => {
    const { host, started, join } = aFreshDesk();
    await join('centre.example.com/', 'hz01-b-7k4mp-9qxdt-3wvnc');
    await vi.waitFor(() => expect(started).toHaveBeenCalledOnce());
    expect(host.centre.asked).toEqual([`join https://centre.example.com ${CODE}`]);
    const [info, founder] = started.mock.calls[0] as [HostInfo, unknown];
    expect(info.identity?.deskCode).toBe('HZ01-B');
    expect(info.settings.language).toBe('zh-CN');
    expect(founder).toBeNull();
  });

  it('takes address and code pasted in one piece, and says which desk this becomes', async () => {
    const { host, user, started } = aFreshDesk();
    await user.click(screen.getByRole('radio', { name: '加入中心' }));
    await user.click(screen.getByRole('textbox', { name: '中心地址' }));
    await user.paste(`http://192.168.1.5:5984 ${CODE}`);
    expect(screen.getByText('这台电脑将成为 HZ01-B')).toBeDefined();
    await user.click(screen.getByRole('button', { name: /加入/ }));
    await vi.waitFor(() => expect(started).toHaveBeenCalledOnce());
    expect(host.centre.asked).toEqual([`join http://192.168.1.5:5984 ${CODE}`]);
  });

  it('asks for nothing the host could only refuse', async () => {
    const { host, join } = aFreshDesk();
    await join('', 'HZ01-B-7K4MP');
    expect(await screen.findByText(/^请照总部给的地址输入/)).toBeDefined();
    expect(screen.getByText(/^加入码由门店编码/)).toBeDefined();
    expect(host.centre.asked).toEqual([]);
  });

  it('warns before papers travel in the clear', async () => {
    const { user } = aFreshDesk();
    await user.click(screen.getByRole('radio', { name: '加入中心' }));
    await user.type(screen.getByRole('textbox', { name: '中心地址' }), 'http://centre.example.com');
    expect(screen.getByText(/^这个地址没有加密/)).toBeDefined();
  });

  it.each<[HostFailureCode, string, RegExp]>([
    ['invalid-input', 'no such code', /逐字核对/],
    ['centre-failed', 'unauthorized', /可能已经用过/],
    ['centre-failed', 'unreachable', /没有应答。请检查地址和本机网络/],
    ['centre-failed', 'timed-out', /加入码没有用掉/],
    ['centre-failed', 'nonsense', /不是营业台中心/],
    ['centre-failed', 'not-found', /没有建立营业台中心/],
    ['centre-failed', 'conflict', /未能加入：两次同步碰在一起/],
    ['already-joined', '', /已经加入中心/],
    ['internal', 'boom', /未能加入：/],
  ])('says what to do when it fails: %s %s', async (code, message, words) => {
    const { host, started, join } = aFreshDesk();
    host.centre.joinFails = { code, message };
    await join('https://centre.example.com', CODE);
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(started).not.toHaveBeenCalled();
  });
});

describe('signing in at a desk that has just joined', () => {
  async function atSignIn(status: Partial<CentreStatus>) {
    const { book, host } = await aTestBook();
    host.centre.change({ phase: 'first-download', url: 'https://centre.example', ...status });
    const signedIn = vi.fn();
    const { user } = renderUi(
      <BookContext value={book}>
        <SignIn
          host={host}
          info={host.info()}
          book={book}
          current={null}
          idleMinutes={0}
          onLanguage={() => undefined}
          onPicked={() => undefined}
          onSignedIn={signedIn}
        />
      </BookContext>,
    );
    return { book, host, user, signedIn };
  }

  it('waits for the branch’s own staff and offers no second founder', async () => {
    const { host } = await atSignIn({ progress: { done: 120, total: 4000 } });
    expect(await screen.findByText('正在从中心取本店员工')).toBeDefined();
    expect(screen.getByText(/120/)).toBeDefined();
    expect(screen.queryByRole('textbox', { name: '姓名' })).toBeNull();
    act(() => host.centre.change({ phase: 'offline', problem: 'unreachable' }));
    expect((await screen.findByRole('alert')).textContent).toContain('可以照常工作');
    expect(screen.queryByRole('textbox', { name: '姓名' })).toBeNull();
  });

  it('names a first manager once the whole book is here and nobody works in it', async () => {
    const { book, user, signedIn } = await atSignIn({ phase: 'idle', lastComplete: 1 });
    await user.type(await screen.findByRole('textbox', { name: '姓名' }), '王店长');
    await user.type(screen.getByLabelText('口令'), '2468');
    await user.type(screen.getByLabelText('再次输入口令'), '2468');
    await user.click(screen.getByRole('button', { name: /开始/ }));
    await vi.waitFor(() => expect(signedIn).toHaveBeenCalledOnce());
    expect((await book.all({ kind: 'staff' })).rows.map(({ title }) => title)).toEqual([expect.stringContaining('王店长')]);
    expect((await book.all({ kind: 'location' })).rows).toHaveLength(2);
  });
});
