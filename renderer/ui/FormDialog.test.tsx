// @vitest-environment jsdom
import { Select, TextInput } from '@mantine/core';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { askConfirm, askReason } from './ask.tsx';
import { FormDialog } from './FormDialog.tsx';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { notify } from './notify.tsx';
import { renderUi } from './render-ui.fixture.tsx';
import { useShortcut } from './shortcuts.ts';

const onCommit = vi.fn<() => void>();
const onClose = vi.fn<() => void>();

function Payment() {
  const [payer, setPayer] = useState('');
  return (
    <FormDialog opened onClose={onClose} title="收款" commit="收款" onCommit={onCommit} blocked={payer === '' ? '请填写付款人' : undefined}>
      <TextInput label="付款人" value={payer} onChange={(event) => setPayer(event.currentTarget.value)} />
    </FormDialog>
  );
}

test('the first field has the focus; Ctrl+Enter commits once the form is complete, and says why not before', async () => {
  const { user } = renderUi(<Payment />);
  const field = await screen.findByRole('textbox', { name: '付款人' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(onCommit).not.toHaveBeenCalled();
  expect(screen.getAllByText('请填写付款人').length).toBeGreaterThan(0);
  await user.type(field, '李敏');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(onCommit).toHaveBeenCalledOnce();
});

test.each([
  ['a list', false],
  ['a list one can type in', true],
] as const)('Ctrl+Enter commits from %s that is closed as from any field; an arrow opens it', async (_what, searchable) => {
  const commit = vi.fn<() => void>();
  const { user } = renderUi(
    <FormDialog opened onClose={onClose} title="收款" commit="收款" onCommit={commit}>
      <Select label="方式" data={['现金', '转账']} defaultValue="现金" searchable={searchable} />
    </FormDialog>,
  );
  const choice = await screen.findByRole('combobox', { name: '方式' });
  await waitFor(() => expect(document.activeElement).toBe(choice));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(commit).toHaveBeenCalledOnce();
  expect(choice.getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(choice.getAttribute('aria-expanded')).toBe('true'));
});

test('the dialog has its keys even when the page below it comes up later', async () => {
  const below = vi.fn<() => void>();
  function Page() {
    useShortcut('mod+Enter', below);
    return null;
  }
  function Both({ loaded }: { loaded: boolean }) {
    return (
      <>
        {loaded && <Page />}
        <Payment />
      </>
    );
  }
  const { user, rerender } = renderUi(<Both loaded={false} />);
  await user.type(await screen.findByRole('textbox', { name: '付款人' }), '李敏');
  onCommit.mockClear();
  rerender(<Both loaded />);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(onCommit).toHaveBeenCalledOnce();
  expect(below).not.toHaveBeenCalled();
});

test('Esc closes, and the cross has a name', async () => {
  const { user } = renderUi(<Payment />);
  expect(await screen.findByRole('button', { name: '关闭' })).toBeTruthy();
  await user.click(screen.getByRole('textbox', { name: '付款人' }));
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalled();
});

test('a question answers yes by its button and no in every other way', async () => {
  const { user } = renderUi(null);
  const yes = askConfirm({ title: '作废这张销售单？', confirm: '作废', danger: true });
  await user.click(await screen.findByRole('button', { name: /作废/ }));
  expect(await yes).toBe(true);
  const no = askConfirm({ title: '再作废一张？', confirm: '作废' });
  await screen.findByText('再作废一张？');
  await user.keyboard('{Escape}');
  expect(await no).toBe(false);
});

test('a reason needs four characters', async () => {
  const { user } = renderUi(null);
  const reason = askReason({ title: '补打销售单' });
  const field = await screen.findByRole('textbox', { name: /原因/ });
  await user.type(field, '看不清');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('补打销售单')).toBeTruthy();
  await user.type(field, '楚');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await reason).toBe('看不清楚');
});

test('a message offers to undo what was done', async () => {
  const { user } = renderUi(null);
  const run = vi.fn<() => void>();
  notify.done('已删除第 3 行', { label: '撤销', run });
  await user.click(await screen.findByRole('button', { name: '撤销' }));
  expect(run).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByText('已删除第 3 行')).toBeNull());
});

test('the keyboard help lists what works on this screen', async () => {
  function Screen() {
    useShortcut('mod+k', () => undefined, '打开命令面板');
    return <KeyboardHelp opened onClose={() => undefined} />;
  }
  renderUi(<Screen />);
  expect((await screen.findByText('打开命令面板')).parentElement?.textContent).toBe('打开命令面板Ctrl+K');
});
