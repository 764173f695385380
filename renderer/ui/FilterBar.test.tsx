// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { FilterBar, type FilterField } from './FilterBar.tsx';
import { renderUi } from './render-ui.fixture.tsx';

const fields: FilterField[] = [
  { kind: 'text', key: 'text', label: '搜索单据' },
  {
    kind: 'choice',
    key: 'status',
    label: '状态',
    several: true,
    options: [
      { value: 'open', label: '未结' },
      { value: 'closed', label: '已结' },
    ],
  },
  {
    kind: 'choice',
    key: 'class',
    label: '类别',
    options: [
      { value: 'carry', label: '现款自提' },
      { value: 'credit', label: '挂账' },
    ],
  },
  { kind: 'days', key: 'day', label: '日期', today: '2026-11-24' },
];

const NOTHING: Record<string, string> = {};
function Bar({ start = NOTHING }: { start?: Record<string, string> }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <output>{new URLSearchParams(value).toString()}</output>
      <FilterBar fields={fields} value={value} onChange={setValue} />
    </>
  );
}
const url = () => decodeURIComponent(document.querySelector('output')?.textContent ?? '');

test('narrows by text, several states, one class and a month, all plain text for the address', async () => {
  const { user } = renderUi(<Bar start={{ page: '2' }} />);
  await user.type(screen.getByRole('textbox', { name: '搜索单据' }), '李');
  await user.click(screen.getByRole('button', { name: '状态' }));
  await user.click(await screen.findByRole('checkbox', { name: '未结' }));
  await user.click(screen.getByRole('checkbox', { name: '已结' }));
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: '类别' }));
  await user.click(await screen.findByRole('radio', { name: '挂账' }));
  await user.click(screen.getByRole('button', { name: '日期' }));
  await user.click(await screen.findByRole('button', { name: '上月' }));
  expect(url()).toBe('page=2&text=李&status=open,closed&class=credit&dayFrom=2026-10-01&dayTo=2026-10-31');
  expect(screen.getByRole('button', { name: '状态 未结、已结' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '日期 上月' })).toBeTruthy();
});

test('one filter is taken off by its cross, all by one button; what is not a filter stays', async () => {
  const { user } = renderUi(<Bar start={{ page: '2', status: 'open', class: 'carry', dayFrom: '2026-11-01', dayTo: '2026-11-03' }} />);
  expect(screen.getByRole('button', { name: '日期 2026-11-01 – 2026-11-03' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '取消筛选“状态”' }));
  expect(url()).toBe('page=2&class=carry&dayFrom=2026-11-01&dayTo=2026-11-03');
  await user.click(screen.getByRole('button', { name: '清除筛选' }));
  expect(url()).toBe('page=2');
  expect(screen.queryByRole('button', { name: '清除筛选' })).toBeNull();
});

test('half-composed pinyin does not narrow', () => {
  renderUi(<Bar />);
  const field = screen.getByRole('textbox', { name: '搜索单据' });
  fireEvent.input(field, { target: { value: 'li' }, isComposing: true });
  expect((field as HTMLInputElement).value).toBe('li');
  expect(url()).toBe('');
  fireEvent.input(field, { target: { value: '李' }, isComposing: true });
  fireEvent.compositionEnd(field);
  expect(url()).toBe('text=李');
});
