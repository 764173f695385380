// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { PinPad, type PinAnswer } from './PinPad.tsx';
import { renderUi } from './render-ui.fixture.tsx';

const right: PinAnswer = { right: true, waitSeconds: 0, triesLeft: 5 };
const asked = (answer: PinAnswer) => vi.fn<(pin: string) => Promise<PinAnswer>>(async () => answer);
const field = () => screen.getByLabelText('小王的口令') as HTMLInputElement;
afterEach(() => vi.useRealTimers());

test('digits by keyboard, Enter sends them; nothing else gets in', async () => {
  const onPin = asked(right);
  const { user } = renderUi(<PinPad label="小王的口令" onPin={onPin} />);
  expect(document.activeElement).toBe(field());
  await user.keyboard('2a4６8{Enter}');
  expect(onPin).toHaveBeenCalledExactlyOnceWith('2468');
});

test('digits by pointer, the last one can be taken back', async () => {
  const onPin = asked(right);
  const { user } = renderUi(<PinPad label="小王的口令" onPin={onPin} />);
  for (const key of ['1', '2', '9', '删除最后一位', '3', '4', '确定']) await user.click(screen.getByRole('button', { name: key }));
  expect(onPin).toHaveBeenCalledExactlyOnceWith('1234');
});

test('the PIN is never shown', () => {
  renderUi(<PinPad label="小王的口令" onPin={asked(right)} />);
  expect(field().type).toBe('password');
  expect(field().autocomplete).toBe('off');
});

test('too short a PIN is not even asked', async () => {
  const onPin = asked(right);
  const { user } = renderUi(<PinPad label="小王的口令" onPin={onPin} />);
  await user.keyboard('123{Enter}');
  expect(onPin).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toBe('至少 4 位数字');
});

test('a wrong PIN empties the field and says how many tries are left', async () => {
  const { user } = renderUi(<PinPad label="小王的口令" onPin={asked({ right: false, waitSeconds: 0, triesLeft: 3 })} />);
  await user.keyboard('1111{Enter}');
  expect(await screen.findByText('口令不对，还可试 3 次。')).toBeTruthy();
  expect(field().value).toBe('');
  expect(document.activeElement).toBe(field());
});

test('after too many the pad waits, counts down and opens again', async () => {
  const onPin = asked({ right: false, waitSeconds: 2, triesLeft: 0 });
  const { user } = renderUi(<PinPad label="小王的口令" onPin={onPin} />);
  await user.keyboard('1111');
  vi.useFakeTimers();
  await act(async () => {
    field().form?.requestSubmit();
    await Promise.resolve();
  });
  expect(screen.getByRole('alert').textContent).toBe('口令错误次数过多，请等 2 秒。');
  expect(field().disabled).toBe(true);
  act(() => vi.advanceTimersByTime(1000));
  expect(screen.getByRole('alert').textContent).toBe('口令错误次数过多，请等 1 秒。');
  act(() => vi.advanceTimersByTime(1000));
  expect(field().disabled).toBe(false);
  expect(document.activeElement).toBe(field());
});
