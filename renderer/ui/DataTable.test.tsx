// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { DataTable, type Column, type TableView } from './DataTable.tsx';
import type { DataTableProps } from './table/table-props.ts';
import { renderUi } from './render-ui.fixture.tsx';

interface Sale {
  no: string;
  customer: string;
  amount: number;
}
const sales = (count: number): Sale[] =>
  Array.from({ length: count }, (_, index) => ({
    no: `XS-${String(index + 1).padStart(5, '0')}`,
    customer: `客户${index + 1}`,
    amount: count - index,
  }));

const columns: Column<Sale>[] = [
  { key: 'no', header: '单号', width: 140, render: (sale) => sale.no, sortText: (sale) => sale.no },
  { key: 'customer', header: '客户', width: 200, grow: 1, render: (sale) => sale.customer },
  {
    key: 'amount',
    header: '金额',
    width: 100,
    align: 'right',
    render: (sale) => sale.amount,
    sortText: (sale) => sale.amount,
    total: (rows) => rows.reduce((sum, sale) => sum + sale.amount, 0),
  },
  { key: 'note', header: '备注', width: 100, render: () => '—', hidden: true },
];

const opened = vi.fn<(sale: Sale) => void>();
function List(props: Partial<DataTableProps<Sale>>) {
  return (
    <DataTable
      label="销售单"
      columns={columns}
      rows={sales(3)}
      rowKey={(sale) => sale.no}
      rowLabel={(sale) => sale.no}
      onOpen={opened}
      {...props}
    />
  );
}
function TickList(props: Partial<DataTableProps<Sale>>) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <output>{[...selected].toSorted().join(' ')}</output>
      <List rows={sales(6)} selected={selected} onSelect={setSelected} {...props} />
    </>
  );
}
const grid = () => screen.getByRole('grid', { name: '销售单' });
const activeRow = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.textContent;
const ticked = () => screen.getByRole('status', { name: '' }).textContent;

test('ten thousand rows draw only the ones in view, and say how many there are', () => {
  renderUi(<List rows={sales(10_000)} />);
  expect(within(grid()).getAllByRole('row').length).toBeLessThan(60);
  expect(grid().getAttribute('aria-rowcount')).toBe('10001');
});

test('arrow keys walk the rows, Home and End go to the ends, Enter opens', async () => {
  opened.mockClear();
  const { user } = renderUi(<List />);
  await user.tab();
  expect(document.activeElement).toBe(grid());
  await user.keyboard('{ArrowDown}');
  expect(activeRow()).toContain('XS-00001');
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(activeRow()).toContain('XS-00003');
  await user.keyboard('{Home}');
  expect(activeRow()).toContain('XS-00001');
  await user.keyboard('{End}{Enter}');
  expect(opened).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ no: 'XS-00003' }));
});

test('a click opens the row, and the keyboard goes on from there', async () => {
  opened.mockClear();
  const { user } = renderUi(<List />);
  await user.click(screen.getByText('客户2'));
  expect(opened).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ no: 'XS-00002' }));
  await user.keyboard('{ArrowDown}');
  expect(activeRow()).toContain('XS-00003');
});

test('new rows above do not move the row one is on', async () => {
  const { user, rerender } = renderUi(<List rows={sales(3)} />);
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(activeRow()).toContain('XS-00002');
  rerender(<List rows={[{ no: 'XS-99999', customer: '新客户', amount: 1 }, ...sales(3)]} />);
  expect(activeRow()).toContain('XS-00002');
});

test('Space ticks, shift-click ticks everything between, Ctrl+A all', async () => {
  opened.mockClear();
  const { user } = renderUi(<TickList />);
  await user.click(screen.getByRole('checkbox', { name: '选择XS-00002' }));
  expect(ticked()).toBe('XS-00002');
  await user.keyboard('{Shift>}');
  await user.click(screen.getByText('客户4'));
  await user.keyboard('{/Shift}');
  expect(ticked()).toBe('XS-00002 XS-00003 XS-00004');
  expect(opened).not.toHaveBeenCalled();

  grid().focus();
  await user.keyboard(' ');
  expect(ticked()).toBe('XS-00002 XS-00003');
  await user.keyboard('{Control>}a{/Control}');
  expect(ticked()).toBe('XS-00001 XS-00002 XS-00003 XS-00004 XS-00005 XS-00006');
});

test('a header sorts up, down and not at all; figures as figures', async () => {
  const { user } = renderUi(<List rows={sales(11)} />);
  const header = screen.getByRole('button', { name: '金额' });
  const first = () => within(grid()).getAllByRole('row')[1]?.textContent;
  await user.click(header);
  expect(first()).toContain('XS-00011');
  expect(screen.getByRole('columnheader', { name: '金额' }).getAttribute('aria-sort')).toBe('ascending');
  await user.click(header);
  expect(first()).toContain('XS-00001');
  await user.click(header);
  expect(screen.getByRole('columnheader', { name: '金额' }).getAttribute('aria-sort')).toBeNull();
});

test('half a list is not sorted', () => {
  renderUi(<List hasMore onMore={() => undefined} />);
  expect(screen.queryByRole('button', { name: '金额' })).toBeNull();
});

test('more rows are asked for near the end, once', async () => {
  const onMore = vi.fn<() => void>();
  const { user, rerender } = renderUi(<List rows={sales(100)} hasMore onMore={onMore} />);
  expect(onMore).not.toHaveBeenCalled();
  rerender(<List rows={sales(10)} hasMore onMore={onMore} />);
  expect(onMore).toHaveBeenCalledTimes(1);
  rerender(<List rows={sales(10)} hasMore loadingMore onMore={onMore} />);
  await user.tab();
  await user.keyboard('{End}');
  expect(onMore).toHaveBeenCalledTimes(1);
});

test('totals stand below the columns they sum', () => {
  renderUi(<List />);
  const rows = within(grid()).getAllByRole('row');
  expect(rows.at(-1)?.textContent).toBe('合计6');
});

test('columns are chosen and the choice is handed out to be kept', async () => {
  const views: TableView[] = [];
  function Kept() {
    const [view, setView] = useState<TableView>({});
    return (
      <List
        view={view}
        onView={(next) => {
          views.push(next);
          setView(next);
        }}
      />
    );
  }
  const { user } = renderUi(<Kept />);
  expect(screen.queryByRole('columnheader', { name: '备注' })).toBeNull();
  await user.click(screen.getByRole('button', { name: '选择显示的列' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: '备注' }));
  expect(screen.getByRole('columnheader', { name: '备注' })).toBeTruthy();
  await user.click(screen.getByRole('menuitemcheckbox', { name: '客户' }));
  expect(screen.queryByRole('columnheader', { name: '客户' })).toBeNull();
  expect(views.at(-1)).toEqual({ visible: { note: true, customer: false } });
});

test('a search that stopped says after how many documents, looks further only when asked, and says so of an empty list too', async () => {
  const onMore = vi.fn<() => void>();
  const { user, rerender } = renderUi(<List hasMore lookedAt={5_000} onMore={onMore} />);
  expect(screen.getByText(/5000 张单据/)).toBeDefined();
  expect(onMore).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: '继续往前查' }));
  expect(onMore).toHaveBeenCalledOnce();
  rerender(<List rows={[]} hasMore lookedAt={10_000} onMore={onMore} />);
  await user.click(screen.getByRole('button', { name: '继续往前查' }));
  expect(screen.getByText(/10000 张单据/)).toBeDefined();
  expect(onMore).toHaveBeenCalledTimes(2);
});

test('an empty list says so, a failed one offers another try', async () => {
  const retry = vi.fn<() => void>();
  const { user, rerender } = renderUi(<List rows={[]} />);
  expect(screen.getByText('暂无内容')).toBeTruthy();
  rerender(<List rows={{ state: 'failed', problem: '磁盘已满', retry }} />);
  expect(screen.getByRole('alert').textContent).toContain('磁盘已满');
  await user.click(screen.getByRole('button', { name: '重试' }));
  expect(retry).toHaveBeenCalledOnce();
});
