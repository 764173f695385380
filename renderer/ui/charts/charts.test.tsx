// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderUi } from '../render-ui.fixture.tsx';
import { BarByMonth } from './BarByMonth.tsx';
import { ShareBars } from './ShareBars.tsx';

test('the chart is also a table, and each figure leads to what is behind it', async () => {
  const onOpen = vi.fn<(month: string, series: string) => void>();
  const { user } = renderUi(
    <BarByMonth
      label="销售"
      series={[
        { key: 'before', label: '去年' },
        { key: 'sales', label: '今年' },
      ]}
      months={[
        { month: '2026-10', values: { sales: 200 } },
        { month: '2026-11', values: { sales: 300, before: 100 } },
      ]}
      format={(value) => `${value} 元`}
      onOpen={onOpen}
    />,
  );
  await user.click(screen.getByRole('button', { name: '看表格' }));
  expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual(['月份去年今年', '2026-100 元200 元', '2026-11100 元300 元']);
  await user.click(screen.getByRole('button', { name: '300 元' }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('2026-11', 'sales');
});

test('parts of a whole show their figure and share, and open', async () => {
  const onOpen = vi.fn<(key: string) => void>();
  const { user } = renderUi(
    <ShareBars
      label="收款方式"
      parts={[
        { key: 'wechat', label: '微信', value: 300 },
        { key: 'cash', label: '现金', value: 100 },
      ]}
      format={String}
      onOpen={onOpen}
    />,
  );
  await user.click(screen.getByRole('button', { name: /现金.*100.*25%/ }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('cash');
});
