// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { renderUi } from './render-ui.fixture.tsx';
import { Timeline } from './Timeline.tsx';

test('what a rule saw and who released it is one click away', async () => {
  const { user } = renderUi(
    <Timeline
      nameOf={() => '陈经理'}
      entries={[
        {
          key: '1',
          time: '11-24 09:40',
          by: '小王',
          text: '挂账',
          stamp: [
            {
              gate: 'G-07',
              version: 3,
              result: 'overridden',
              facts: { open: 900_000, overdueDays: 0 },
              overriddenBy: 'm1',
              reason: '老客户明日付款',
            },
          ],
        },
      ]}
    />,
  );
  expect(screen.queryByText(/老客户/)).toBeNull();
  await user.click(screen.getByRole('button', { name: /核对的规则/ }));
  expect(screen.getByText('陈经理放行：老客户明日付款')).toBeTruthy();
  expect(screen.getByText(/¥9,000\.00/)).toBeTruthy();
});

test('a screen that breaks says so, tells the log, and gets another try with another path', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const onError = vi.fn<(error: unknown, stack: string) => void>();
  const Broken = (): never => {
    throw new Error('closed book');
  };
  const { rerender } = renderUi(
    <ErrorBoundary resetKey="/a" onError={onError}>
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('本页出现故障');
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'closed book' }), expect.stringContaining('Broken'));
  rerender(
    <ErrorBoundary resetKey="/b" onError={onError}>
      <p>好的</p>
    </ErrorBoundary>,
  );
  expect(screen.getByText('好的')).toBeTruthy();
  quiet.mockRestore();
});
