// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Overrides } from '#shared/documents/act.ts';
import type { GateOutcome } from '#shared/policy/gate.ts';
import type { Actor } from '#shared/policy/roles.ts';
import type { PinAnswer } from './pin-answer.ts';
import { RefusalView } from './RefusalView.tsx';
import { renderUi } from './render-ui.fixture.tsx';

const overLimit: GateOutcome = {
  gate: 'G-07',
  result: 'blocked',
  values: { open: 900_000, sale: 350_000, limit: 1_000_000, over: 250_000, overdueDays: 0 },
  override: ['finance', 'manager'],
  stamp: { gate: 'G-07', version: 3, result: 'blocked', facts: {} },
};
const payFirst: GateOutcome = {
  gate: 'G-36',
  result: 'blocked',
  values: { due: 25_900, received: 0, missing: 25_900 },
  override: [],
  stamp: { gate: 'G-36', version: 3, result: 'blocked', facts: {} },
};
const seller: Actor = { id: 's1', name: '小王', roles: ['salesperson'] };
const manager: Actor = { id: 'm1', name: '陈经理', roles: ['manager'] };
const guard: Actor = { id: 'g1', name: '门卫老李', roles: ['guard'] };
const refusal = (outcomes: readonly GateOutcome[]) => ({ code: 'Blocked', outcomes });
const onRelease = () => vi.fn<(overrides: Overrides) => void>();

test('a blocked step says which rule, with its amounts in yuan, and who may release it [PAY-04 G-07]', () => {
  renderUi(<RefusalView refusal={refusal([overLimit])} />);
  const text = screen.getByRole('alert').textContent ?? '';
  expect(text).toContain('G-07');
  expect(text).toContain('¥2,500.00');
  expect(text).toContain('可由财务、销售主管放行');
  expect(screen.queryByRole('button', { name: '放行' })).toBeNull();
});

test('a manager releases with a reason of at least four characters [G-07]', async () => {
  const release = onRelease();
  const { user } = renderUi(<RefusalView refusal={refusal([overLimit])} release={{ actor: manager, onRelease: release }} />);
  const button = screen.getByRole('button', { name: /放行/ });
  const reason = screen.getByRole('textbox', { name: /放行原因/ });
  await user.type(reason, ' 老客户 ');
  await user.click(button);
  expect(release).not.toHaveBeenCalled();
  expect(button.getAttribute('aria-disabled')).toBe('true');
  await user.clear(reason);
  await user.type(reason, '老客户明日付款');
  await user.click(button);
  expect(release).toHaveBeenCalledExactlyOnceWith({ 'G-07': { by: manager, reason: '老客户明日付款' } });
});

test('a salesperson needs a colleague who may, and that colleague’s PIN [G-07]', async () => {
  const release = onRelease();
  const answers: PinAnswer[] = [
    { right: false, waitSeconds: 0, triesLeft: 4 },
    { right: true, waitSeconds: 0, triesLeft: 5 },
  ];
  const verify = vi.fn<(staffId: string, pin: string) => Promise<PinAnswer>>(async () => answers.shift() as PinAnswer);
  const { user } = renderUi(
    <RefusalView refusal={refusal([overLimit])} release={{ actor: seller, others: [guard, manager], onRelease: release, verify }} />,
  );
  await user.type(screen.getByRole('textbox', { name: /放行原因/ }), '老客户明日付款');
  const pin = screen.getByLabelText(/陈经理的口令/);
  await user.type(pin, '111１');
  await user.click(screen.getByRole('button', { name: '放行' }));
  expect(verify).toHaveBeenCalledExactlyOnceWith('m1', '1111');
  expect(await screen.findByText('口令不对，还可试 4 次。')).toBeTruthy();
  expect(release).not.toHaveBeenCalled();
  await user.type(pin, '2468');
  await user.click(screen.getByRole('button', { name: '放行' }));
  await waitFor(() => expect(release).toHaveBeenCalledExactlyOnceWith({ 'G-07': { by: manager, reason: '老客户明日付款' } }));
});

test('nobody can release a rule that knows no exception, nor one beside it [PAY-03 G-36]', () => {
  renderUi(<RefusalView refusal={refusal([overLimit, payFirst])} release={{ actor: manager, onRelease: onRelease() }} />);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('without a colleague who may, no form is shown', () => {
  renderUi(
    <RefusalView
      refusal={refusal([overLimit])}
      release={{
        actor: seller,
        others: [guard],
        onRelease: onRelease(),
        verify: async () => ({ right: true, waitSeconds: 0, triesLeft: 5 }),
      }}
    />,
  );
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('warnings are shown beside, rules that passed are not', () => {
  renderUi(
    <RefusalView refusal={refusal([payFirst, { ...overLimit, result: 'warned' }, { ...overLimit, gate: 'G-02', result: 'passed' }])} />,
  );
  const text = screen.getByRole('alert').textContent ?? '';
  expect(text).toContain('请注意');
  expect(text).not.toContain('G-02');
});
