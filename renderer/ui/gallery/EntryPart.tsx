import { useState } from 'react';
import { lineAmount } from '#shared/core/money.ts';
import { EntryGrid, type EntryColumn } from '../EntryGrid.tsx';
import { Money } from '../Money.tsx';
import { Page } from '../Page.tsx';
import { Section } from '../Section.tsx';
import { findProducts, PRODUCTS, type Product } from './sample.ts';

interface Line {
  key: string;
  product: Product | null;
  quantity: number | null;
  price: number | null;
  note: string;
}

const columns: EntryColumn<Line>[] = [
  {
    kind: 'picker',
    key: 'product',
    header: '商品',
    width: 240,
    grow: true,
    get: (line) => (line.product === null ? null : { label: line.product.name, detail: line.product.code }),
    set: (line, choice) => {
      const product = (choice?.data as Product | undefined) ?? null;
      return { ...line, product, price: product?.price ?? null, quantity: line.quantity ?? 1000 };
    },
    search: findProducts,
    resolve: async (code) => (await findProducts(code)).find((choice) => choice.key === code) ?? null,
  },
  { kind: 'computed', key: 'spec', header: '规格', width: 180, render: (line) => line.product?.spec },
  {
    kind: 'quantity',
    key: 'quantity',
    header: '数量',
    width: 124,
    get: (line) => line.quantity,
    set: (line, quantity) => ({ ...line, quantity }),
    hint: (line) => line.product && `存 ${line.product.stock / 1000} ${line.product.unit}`,
    error: (line) =>
      line.product && line.quantity !== null && line.quantity > line.product.stock
        ? `缺 ${(line.quantity - line.product.stock) / 1000}`
        : undefined,
  },
  { kind: 'computed', key: 'unit', header: '单位', width: 56, render: (line) => line.product?.unit },
  {
    kind: 'money',
    key: 'price',
    header: '单价',
    width: 104,
    get: (line) => line.price,
    set: (line, price) => ({ ...line, price }),
    error: (line) =>
      line.product && line.price !== null && line.price < line.product.floor ? `低于底价 ${line.product.floor / 100}` : undefined,
  },
  {
    kind: 'computed',
    key: 'amount',
    header: '金额',
    width: 110,
    align: 'right',
    render: (line) => (line.product === null ? null : <Money fen={amountOf(line)} />),
  },
  { kind: 'text', key: 'note', header: '备注', width: 150, get: (line) => line.note, set: (line, note) => ({ ...line, note }) },
];

const amountOf = (line: Line) => lineAmount(line.price ?? 0, line.quantity ?? 0);
const aLine = (index: number, quantity: number, price?: number): Line => {
  const product = PRODUCTS[index] ?? null;
  return { key: crypto.randomUUID(), product, quantity, price: price ?? product?.price ?? null, note: '' };
};
const newLine = (): Line => ({ key: crypto.randomUUID(), product: null, quantity: null, price: null, note: '' });

export function EntryPart() {
  const [lines, setLines] = useState<readonly Line[]>(() => [
    aLine(0, 2000),
    aLine(1, 6000),
    { ...aLine(3, 1000, 34_000), note: '送货上门' },
    aLine(4, 1250),
    newLine(),
  ]);
  return (
    <Page title="新销售单" subtitle="现款自提 · 散客">
      <EntryGrid
        label="明细"
        columns={columns}
        lines={lines}
        onLines={setLines}
        newLine={newLine}
        lineKey={(line) => line.key}
        footer={
          <span>
            合计 <Money fen={lines.reduce((sum, line) => sum + amountOf(line), 0)} symbol strong />
          </span>
        }
      />
      <div style={{ height: 20 }} />
      <Section title="只读" flush>
        <EntryGrid
          label="只读明细"
          columns={columns}
          lines={lines.slice(0, 2)}
          onLines={setLines}
          newLine={newLine}
          lineKey={(line) => line.key}
          readOnly
        />
      </Section>
    </Page>
  );
}
