// @vitest-environment jsdom
import { createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { useLayoutEffect, useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { formatFen, lineAmount, type Fen, type Milli } from '#shared/core/money.ts';
import type { EntryGridProps } from './entry/grid-props.ts';
import { EntryGrid, type EntryColumn } from './EntryGrid.tsx';
import type { Choice } from './RecordPicker.tsx';
import { renderUi } from './render-ui.fixture.tsx';

interface Line {
  key: string;
  product: string;
  quantity: Milli | null;
  price: Fen | null;
  note: string;
}
interface Product {
  name: string;
  price: Fen;
}
const PRODUCTS: Choice<Product>[] = [
  { key: '6901234567892', label: '不锈钢电水壶', data: { name: '不锈钢电水壶', price: 12_950 } },
  { key: '6901234567908', label: '玻璃电水壶', data: { name: '玻璃电水壶', price: 15_900 } },
  { key: '6901234567915', label: '保温杯', data: { name: '保温杯', price: 4500 } },
];
const search = vi.fn<(text: string) => Promise<readonly Choice[]>>();
const resolve = vi.fn<(code: string) => Promise<Choice | null>>();
beforeEach(() => {
  search.mockReset().mockImplementation(async (text) => PRODUCTS.filter((product) => product.label.includes(text)));
  resolve.mockReset().mockImplementation(async (code) => PRODUCTS.find((product) => product.key === code) ?? null);
});

const columns: EntryColumn<Line>[] = [
  {
    kind: 'picker',
    key: 'product',
    header: '商品',
    width: 200,
    grow: true,
    get: (line) => (line.product === '' ? null : { label: line.product }),
    set: (line, choice) => {
      const product = choice?.data as Product | undefined;
      return { ...line, product: product?.name ?? '', price: product?.price ?? null, quantity: product ? 1000 : null };
    },
    search,
    resolve,
  },
  {
    kind: 'quantity',
    key: 'quantity',
    header: '数量',
    width: 90,
    get: (line) => line.quantity,
    set: (line, quantity) => ({ ...line, quantity }),
    error: (line) => (line.quantity !== null && line.quantity > 5000 ? '库存只有 5' : undefined),
  },
  { kind: 'money', key: 'price', header: '单价', width: 100, get: (line) => line.price, set: (line, price) => ({ ...line, price }) },
  {
    kind: 'computed',
    key: 'amount',
    header: '金额',
    width: 100,
    align: 'right',
    render: (line) => formatFen(lineAmount(line.price ?? 0, line.quantity ?? 0)),
  },
  { kind: 'text', key: 'note', header: '备注', width: 120, get: (line) => line.note, set: (line, note) => ({ ...line, note }) },
];

let next = 0;
const newLine = (): Line => ({ key: `k${++next}`, product: '', quantity: null, price: null, note: '' });
const cup = (): Line => ({ ...newLine(), product: '保温杯', quantity: 2000, price: 4500 });

let current: readonly Line[] = [];
function Order({ start, ...rest }: { start?: readonly Line[] } & Partial<EntryGridProps<Line>>) {
  const [lines, setLines] = useState<readonly Line[]>(() => start ?? [newLine()]);
  useLayoutEffect(() => {
    current = lines;
  }, [lines]);
  return (
    <EntryGrid label="明细" columns={columns} lines={lines} onLines={setLines} newLine={newLine} lineKey={(line) => line.key} {...rest} />
  );
}
const cell = (line: number, column: string) =>
  screen.getByRole(column === '商品' ? 'combobox' : 'textbox', { name: `第 ${line} 行 ${column}` });
const text = (line: number, column: string) => (cell(line, column) as HTMLInputElement).value;
const focused = () => document.activeElement?.getAttribute('aria-label');

test('a whole order by keyboard: product, quantity, price, note, next line [ORD-01]', async () => {
  const { user } = renderUi(<Order />);
  await user.click(cell(1, '商品'));
  await user.keyboard('不锈钢');
  expect(await screen.findByRole('option', { name: '不锈钢电水壶' })).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(focused()).toBe('第 1 行 数量');
  await user.keyboard('3{Enter}');
  expect(focused()).toBe('第 1 行 单价');
  await user.keyboard('100{Enter}');
  expect(focused()).toBe('第 1 行 备注');
  await user.keyboard('送货{Enter}');
  expect(focused()).toBe('第 2 行 商品');
  expect(current).toMatchObject([
    { product: '不锈钢电水壶', quantity: 3000, price: 10_000, note: '送货' },
    { product: '', quantity: null },
  ]);
  expect(screen.getByText('300.00')).toBeTruthy();
});

test('a code typed faster than the search answers is looked up while the user goes on', async () => {
  const { user } = renderUi(<Order />);
  search.mockImplementation(() => new Promise(() => undefined));
  fireEvent.change(cell(1, '商品'), { target: { value: '6901234567915' } });
  cell(1, '商品').focus();
  await user.keyboard('{Enter}');
  expect(focused()).toBe('第 1 行 数量');
  await waitFor(() => expect(text(1, '商品')).toBe('保温杯'));
  expect(current[0]).toMatchObject({ price: 4500, quantity: 1000 });
});

test('what is not found stays in the cell with a sentence; several matches ask to choose', async () => {
  const { user } = renderUi(<Order start={[newLine(), newLine()]} />);
  await user.click(cell(1, '商品'));
  await user.keyboard('香蕉');
  await user.tab();
  expect(await screen.findByText('没有找到“香蕉”')).toBeTruthy();
  expect(text(1, '商品')).toBe('香蕉');
  await user.click(cell(2, '商品'));
  await user.keyboard('电水壶');
  await user.tab();
  expect(await screen.findByText('对应多项，请选择')).toBeTruthy();
});

/** A scanner: a keyboard that types a character every 5 ms; the page may be busy after the first one. */
function scan(element: HTMLElement, code: string, start: number, busy = 0): void {
  const press = (key: string, at: number) => {
    const event = createEvent.keyDown(element, { key });
    Object.defineProperty(event, 'timeStamp', { value: at });
    if (fireEvent(element, event) && key.length === 1)
      fireEvent.change(element, { target: { value: (element as HTMLInputElement).value + key } });
  };
  [...code].forEach((character, index) => press(character, start + index * 5 + (index > 0 ? busy : 0)));
  press('Enter', start + code.length * 5 + busy);
}

test('a scanner may fire in the quantity cell: the quantity stays, the product becomes a line of its own', async () => {
  const start = [cup(), newLine()];
  renderUi(<Order start={start} />);
  cell(1, '数量').focus();
  scan(cell(1, '数量'), '6901234567892', 10_000);
  scan(cell(1, '数量'), '6901234567908', 11_000);
  await waitFor(() => expect(current).toHaveLength(4));
  expect(current.map((line) => [line.product, line.quantity])).toEqual([
    ['保温杯', 2000],
    ['不锈钢电水壶', 1000],
    ['玻璃电水壶', 1000],
    ['', null],
  ]);
  expect(text(1, '数量')).toBe('2');
});

test('the same product scanned again may add to its line', async () => {
  const onScan = vi.fn<(choice: Choice) => boolean>(() => true);
  renderUi(<Order start={[cup(), newLine()]} onScan={onScan} />);
  cell(2, '商品').focus();
  scan(cell(2, '商品'), '6901234567915', 10_000);
  await waitFor(() => expect(onScan).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ label: '保温杯' })));
  expect(current).toHaveLength(2);
  expect(text(2, '商品')).toBe('');
});

test('a page busy at the first sign of a code loses nothing of it; what somebody typed before a scan does not spoil it', async () => {
  renderUi(<Order />);
  cell(1, '商品').focus();
  scan(cell(1, '商品'), '6901234567892', 10_000, 200);
  await waitFor(() => expect(current[0]?.product).toBe('不锈钢电水壶'));
  fireEvent.change(cell(2, '商品'), { target: { value: '壶' } });
  scan(cell(2, '商品'), '6901234567908', 20_000);
  await waitFor(() => expect(current[1]?.product).toBe('玻璃电水壶'));
  scan(cell(3, '商品'), 'x6901234567999', 30_000, 200);
  expect(await screen.findByText('没有找到“x6901234567999”')).toBeTruthy();
});

test('where nothing can be scanned, fast typing is typing', async () => {
  const typed = columns.map((column) => {
    if (column.kind !== 'picker') return column;
    const { resolve: _resolve, ...unscanned } = column;
    return unscanned;
  });
  renderUi(<Order start={[cup()]} columns={typed} />);
  cell(1, '单价').focus();
  fireEvent.change(cell(1, '单价'), { target: { value: '' } });
  scan(cell(1, '单价'), '123456', 10_000);
  await waitFor(() => expect(current[0]?.price).toBe(12_345_600));
  expect(current.filter(({ product }) => product !== '')).toHaveLength(1);
  expect(search).not.toHaveBeenCalled();
});

test('a code no product has becomes a line that says so', async () => {
  renderUi(<Order />);
  cell(1, '商品').focus();
  scan(cell(1, '商品'), '123456789', 10_000);
  expect(await screen.findByText('没有找到“123456789”')).toBeTruthy();
  expect(text(1, '商品')).toBe('123456789');
  expect(current).toHaveLength(2);
});

test('arrows go up and down a column, Ctrl+Delete removes a line and stays in place', async () => {
  const { user } = renderUi(<Order start={[cup(), cup(), cup()]} />);
  await user.click(cell(1, '单价'));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(focused()).toBe('第 3 行 单价');
  await user.keyboard('{ArrowUp}{Control>}{Delete}{/Control}');
  expect(current).toHaveLength(2);
  expect(focused()).toBe('第 2 行 单价');
  await user.keyboard('{Control>}{Delete}{/Control}{Control>}{Delete}{/Control}');
  expect(current).toHaveLength(1);
  expect(current[0]?.product).toBe('');
  expect(focused()).toBe('第 1 行 商品');
});

test('a bad figure stays as typed and says what is wrong; a line may have its own complaint', async () => {
  const { user } = renderUi(<Order start={[cup()]} />);
  await user.click(cell(1, '单价'));
  await user.keyboard('1.234');
  await user.tab();
  expect(text(1, '单价')).toBe('1.234');
  expect(cell(1, '单价').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('请输入金额，最多两位小数，如 1,234.50')).toBeTruthy();
  await user.click(cell(1, '数量'));
  await user.keyboard('9');
  expect(screen.getByText('库存只有 5')).toBeTruthy();
});

test('Esc brings back what the cell said before', async () => {
  const { user } = renderUi(<Order start={[cup()]} />);
  await user.click(cell(1, '单价'));
  await user.keyboard('99');
  expect(current[0]?.price).toBe(9900);
  await user.keyboard('{Escape}');
  expect(current[0]?.price).toBe(4500);
  expect(text(1, '单价')).toBe('45.00');
});

test('lines pasted from Excel are taken over, and what is not understood is named', async () => {
  renderUi(<Order />);
  cell(1, '商品').focus();
  const clipboardData = { getData: () => '保温杯\t3\t40.00\t红色\r\n6901234567892\t1.5\t\t"两\t行"\r\n香蕉\t1\r\n' };
  fireEvent.paste(cell(1, '商品'), { clipboardData });
  expect(await screen.findByText('已粘贴 2 行 · 以下内容未能识别：香蕉')).toBeTruthy();
  expect(current).toMatchObject([
    { product: '保温杯', quantity: 3000, price: 4000, note: '红色' },
    { product: '不锈钢电水壶', quantity: 1500, price: 12_950, note: '两\t行' },
  ]);
});

test('Enter in the empty first cell of the last line finishes the entry', async () => {
  const onDone = vi.fn<() => void>();
  const { user } = renderUi(<Order start={[cup(), newLine()]} onDone={onDone} />);
  await user.click(cell(2, '商品'));
  await user.keyboard('{Enter}');
  expect(onDone).toHaveBeenCalledOnce();
  expect(current).toHaveLength(2);
});

test('typing in one of many lines draws only that line again', async () => {
  const drawn = vi.fn<(line: Line) => string>((line) => line.key);
  const counted: EntryColumn<Line>[] = [...columns, { kind: 'computed', key: 'count', header: '#', width: 40, render: drawn }];
  const start = Array.from({ length: 40 }, cup);
  function Long() {
    const [lines, setLines] = useState<readonly Line[]>(start);
    return <EntryGrid label="明细" columns={counted} lines={lines} onLines={setLines} newLine={newLine} lineKey={(line) => line.key} />;
  }
  renderUi(<Long />);
  drawn.mockClear();
  fireEvent.change(screen.getByLabelText('第 20 行 数量'), { target: { value: '7' } });
  expect(new Set(drawn.mock.calls.map(([line]) => line.key))).toEqual(new Set([start[19]?.key]));
});
