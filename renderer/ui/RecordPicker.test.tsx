// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { RecordPicker, type Choice } from './RecordPicker.tsx';
import { renderUi } from './render-ui.fixture.tsx';

const PEOPLE: Choice<string>[] = [
  { key: '1', label: '李敏', detail: '13900002222', figure: '¥120.00', data: 'limin' },
  { key: '2', label: '李明', detail: '13900003333', data: 'liming' },
  { key: '3', label: '王芳', disabled: '已停用', data: 'wangfang' },
];
const find = async (text: string) => PEOPLE.filter((person) => person.label.includes(text) || person.data.startsWith(text));

interface AskProps {
  search?: (text: string) => Promise<readonly Choice<string>[]>;
  onCreate?: (text: string) => void;
}
function Ask({ search = find, onCreate }: AskProps) {
  const [value, setValue] = useState<Choice<string> | null>(null);
  return (
    <>
      <output>{value?.key ?? '无'}</output>
      <RecordPicker label="客户" value={value} onChange={setValue} search={search} {...(onCreate && { onCreate })} />
    </>
  );
}
const field = () => screen.getByRole('combobox', { name: '客户' });
const chosen = () => document.querySelector('output')?.textContent;

test('type, arrow down, Enter: chosen without a mouse', async () => {
  const { user } = renderUi(<Ask />);
  await user.type(field(), '李');
  expect(await screen.findByRole('option', { name: /李敏/ })).toBeTruthy();
  expect(screen.getByText('¥120.00')).toBeTruthy();
  await user.keyboard('{ArrowDown}{Enter}');
  expect(chosen()).toBe('2');
  expect((field() as HTMLInputElement).value).toBe('李明');
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('half-composed pinyin is not searched for and its Enter does not choose', async () => {
  const search = vi.fn<typeof find>(find);
  renderUi(<Ask search={search} />);
  fireEvent.focus(field());
  fireEvent.compositionStart(field());
  fireEvent.input(field(), { target: { value: 'li m' }, isComposing: true });
  fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229, isComposing: true });
  expect(search).not.toHaveBeenCalled();
  expect(chosen()).toBe('无');
  fireEvent.input(field(), { target: { value: '李敏' }, isComposing: true });
  fireEvent.compositionEnd(field(), { data: '李敏' });
  expect(search).toHaveBeenCalledExactlyOnceWith('李敏');
  expect(await screen.findByRole('option', { name: /李敏/ })).toBeTruthy();
});

test('an answer that comes late does not replace a newer one', async () => {
  const answers = new Map<string, (choices: readonly Choice<string>[]) => void>();
  const search = (text: string) => new Promise<readonly Choice<string>[]>((resolve) => answers.set(text, resolve));
  renderUi(<Ask search={search} />);
  fireEvent.change(field(), { target: { value: '李' } });
  fireEvent.change(field(), { target: { value: '李明' } });
  await act(async () => answers.get('李明')?.([PEOPLE[1] as Choice<string>]));
  await act(async () => answers.get('李')?.(PEOPLE));
  expect(screen.getAllByRole('option')).toHaveLength(1);
  expect(screen.getByRole('option').textContent).toContain('李明');
});

test('Enter before the answer is there waits for it, and never takes a row of the answer before', async () => {
  const answers = new Map<string, (choices: readonly Choice<string>[]) => void>();
  const search = (text: string) => new Promise<readonly Choice<string>[]>((resolve) => answers.set(text, resolve));
  renderUi(<Ask search={search} />);
  fireEvent.change(field(), { target: { value: '李' } });
  await act(async () => answers.get('李')?.(PEOPLE));
  fireEvent.change(field(), { target: { value: '李明' } });
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(chosen()).toBe('无');
  await act(async () => answers.get('李明')?.([PEOPLE[1] as Choice<string>]));
  expect(chosen()).toBe('2');
});

test('Enter and on to the next field before the answer is there: what was typed is still found', async () => {
  const answers = new Map<string, (choices: Choice<string>[]) => void>();
  const search = vi.fn<typeof find>((text: string) => new Promise((resolve) => answers.set(text, resolve)));
  renderUi(<Ask search={search} />);
  fireEvent.change(field(), { target: { value: 'li' } });
  fireEvent.keyDown(field(), { key: 'Enter' });
  fireEvent.blur(field());
  await act(async () => answers.get('li')?.([...PEOPLE]));
  expect(chosen()).toBe('1');
});

test('a choice that moves the focus on stands, also when another one is called just as was typed', async () => {
  const asTyped: Choice<string> = { key: 'walk-in', label: 'li', data: 'li' };
  function Moving() {
    const [value, setValue] = useState<Choice<string> | null>(null);
    const next = useRef<HTMLInputElement>(null);
    return (
      <>
        <output>{value?.key ?? '无'}</output>
        <RecordPicker
          label="客户"
          value={value}
          onChange={(choice) => {
            setValue(choice);
            next.current?.focus();
          }}
          search={async (text) => [...(await find(text)), asTyped]}
        />
        <input ref={next} aria-label="商品" />
      </>
    );
  }
  const { user } = renderUi(<Moving />);
  await user.type(field(), 'li');
  expect(await screen.findAllByRole('option')).toHaveLength(3);
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '商品' }));
  expect(chosen()).toBe('1');
});

test('who cannot be chosen says why and stays unchosen', async () => {
  const { user } = renderUi(<Ask />);
  await user.type(field(), '王');
  expect(await screen.findByText('已停用')).toBeTruthy();
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('option', { name: /王芳/ }));
  expect(chosen()).toBe('无');
});

test('nobody found: the last row makes a new one of what was typed', async () => {
  const onCreate = vi.fn<(text: string) => void>();
  const { user } = renderUi(<Ask onCreate={onCreate} />);
  await user.type(field(), '赵云');
  expect(await screen.findByText('没有找到“赵云”')).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(onCreate).toHaveBeenCalledExactlyOnceWith('赵云');
});

test('Enter in an empty field chooses nobody; emptying the field clears the choice; Esc keeps it', async () => {
  const { user } = renderUi(<Ask />);
  await user.click(field());
  expect(await screen.findAllByRole('option')).toHaveLength(3);
  await user.keyboard('{Enter}');
  expect(chosen()).toBe('无');
  await user.keyboard('李敏{Enter}');
  expect(chosen()).toBe('1');
  await user.clear(field());
  await user.keyboard('{Escape}');
  expect(chosen()).toBe('1');
  await user.clear(field());
  await user.tab();
  expect(chosen()).toBe('无');
});

test('a search that fails says so and the next one works', async () => {
  const search = (text: string) => (text === '李' ? Promise.reject(new Error('closed')) : find(text));
  const { user } = renderUi(<Ask search={search} />);
  await user.type(field(), '李');
  expect(await screen.findByText('搜索没有成功，请重试')).toBeTruthy();
  await user.type(field(), '敏');
  expect(await screen.findByRole('option', { name: /李敏/ })).toBeTruthy();
});

test('leaving the field takes the only match, and asks when there are several or none', async () => {
  const problems = vi.fn<(problem: string | null) => void>();
  function Form() {
    const [value, setValue] = useState<Choice<string> | null>(PEOPLE[1] as Choice<string>);
    return (
      <>
        <output>{value?.key ?? '无'}</output>
        <RecordPicker label="客户" value={value} onChange={setValue} search={find} onProblem={problems} />
      </>
    );
  }
  const { user } = renderUi(<Form />);
  await user.click(field());
  await user.keyboard('李敏');
  await user.tab();
  await waitFor(() => expect(chosen()).toBe('1'));

  await user.click(field());
  await user.keyboard('李');
  await user.tab();
  expect(await screen.findByText('“李”对应多项，请选择其中一项')).toBeTruthy();
  expect((field() as HTMLInputElement).value).toBe('李');
  expect(chosen()).toBe('无');
  expect(problems).toHaveBeenLastCalledWith('“李”对应多项，请选择其中一项');

  await user.click(field());
  await user.keyboard('{End}白');
  expect(problems).toHaveBeenLastCalledWith(null);
  await user.tab();
  expect(await screen.findByText('没有找到“李白”')).toBeTruthy();
});
