// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { Fen } from '#shared/core/money.ts';
import { MoneyInput, type MoneyInputProps } from './MoneyInput.tsx';
import { renderUi } from './render-ui.fixture.tsx';

const heard = vi.fn<(value: Fen | null) => void>();

function Till(props: Partial<MoneyInputProps>) {
  const [value, setValue] = useState<Fen | null>(null);
  const onChange = (next: Fen | null) => {
    heard(next);
    setValue(next);
  };
  return <MoneyInput label="实收" value={value} onChange={onChange} {...props} />;
}
const field = () => screen.getByRole('textbox', { name: /实收/ });
const shown = () => (field() as HTMLInputElement).value;

test('a clerk types 1234.5 and reads 1,234.50 when leaving the field', async () => {
  const { user } = renderUi(<Till />);
  await user.type(field(), '1234.5');
  expect(shown()).toBe('1234.5');
  expect(heard).toHaveBeenLastCalledWith(123_450);
  await user.tab();
  expect(shown()).toBe('1,234.50');
});

test('full-width digits of the Chinese keyboard are digits', async () => {
  const { user } = renderUi(<Till />);
  await user.type(field(), '￥１２３．４');
  expect(heard).toHaveBeenLastCalledWith(12_340);
});

test('what is not an amount stays as it was typed, with a sentence, and the form knows', async () => {
  const problems = vi.fn<(problem: string | null) => void>();
  const { user } = renderUi(<Till onProblem={problems} />);
  await user.type(field(), '12.345');
  await user.tab();
  expect(shown()).toBe('12.345');
  expect(screen.getByText('请输入金额，最多两位小数，如 1,234.50')).toBeTruthy();
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(problems).toHaveBeenLastCalledWith('请输入金额，最多两位小数，如 1,234.50');

  await user.click(field());
  await user.keyboard('{End}{Backspace}');
  expect(problems).toHaveBeenLastCalledWith(null);
  expect(screen.queryByText(/请输入金额/)).toBeNull();
  expect(heard).toHaveBeenLastCalledWith(1234);
});

test('says the limit when the amount is beyond it', async () => {
  const { user } = renderUi(<Till max={10_000} />);
  await user.type(field(), '100.01{Enter}');
  expect(screen.getByText('不得大于 100.00')).toBeTruthy();
});

test('a negative amount is refused unless it is asked for', async () => {
  const { user } = renderUi(<Till />);
  await user.type(field(), '-5');
  await user.tab();
  expect(screen.getByText('不得小于 0.00')).toBeTruthy();
});

test('entering the field selects everything, so that typing replaces it', async () => {
  const { user } = renderUi(<Till />);
  await user.type(field(), '88');
  await user.tab();
  field().focus();
  await user.keyboard('99');
  await user.tab();
  expect(shown()).toBe('99.00');
});

test('an amount set from outside replaces what was typed', async () => {
  const { user, rerender } = renderUi(<MoneyInput label="实收" value={500} onChange={() => undefined} />);
  await user.click(field());
  fireEvent.change(field(), { target: { value: '7' } });
  rerender(<MoneyInput label="实收" value={900} onChange={() => undefined} />);
  expect(shown()).toBe('9.00');
});
