import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../ActionButton.tsx';
import { DataTable, type Column } from '../DataTable.tsx';
import { DayText } from '../DayText.tsx';
import { FilterBar } from '../FilterBar.tsx';
import { Money } from '../Money.tsx';
import { Page } from '../Page.tsx';
import { StatusBadge } from '../StatusBadge.tsx';
import type { Tone } from '../tone.ts';
import { SALES, TODAY, type Sale } from './sample.ts';

const STATUS: Record<Sale['status'], [Tone, string]> = {
  released: ['info', '已放行'],
  closed: ['good', '已结'],
  waiting: ['warn', '待审核'],
  cancelled: ['neutral', '已作废'],
};

const columns: Column<Sale>[] = [
  { key: 'no', header: '单号', width: 172, render: (sale) => sale.no, sortText: (sale) => sale.no },
  { key: 'day', header: '日期', width: 96, render: (sale) => <DayText day={sale.day} today={TODAY} />, sortText: (sale) => sale.day },
  { key: 'customer', header: '客户', width: 200, grow: 2, render: (sale) => sale.customer, sortText: (sale) => sale.customer },
  { key: 'kind', header: '类别', width: 96, render: (sale) => sale.kind },
  {
    key: 'status',
    header: '状态',
    width: 110,
    render: (sale) => <StatusBadge tone={STATUS[sale.status][0]} label={STATUS[sale.status][1]} />,
  },
  { key: 'seller', header: '营业员', width: 90, render: (sale) => sale.seller },
  {
    key: 'amount',
    header: '金额',
    width: 120,
    align: 'right',
    render: (sale) => <Money fen={sale.amount} />,
    sortText: (sale) => sale.amount,
    total: (rows) => <Money fen={rows.reduce((sum, sale) => sum + sale.amount, 0)} />,
  },
  {
    key: 'open',
    header: '未收',
    width: 120,
    align: 'right',
    render: (sale) => (sale.open === 0 ? '' : <Money fen={sale.open} />),
    sortText: (sale) => sale.open,
    total: (rows) => <Money fen={rows.reduce((sum, sale) => sum + sale.open, 0)} />,
  },
  { key: 'id', header: '内部号', width: 80, render: (sale) => sale.id, hidden: true },
];

export function TablePart() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['2', '3']));
  const [value, setValue] = useState<Record<string, string>>({ status: 'waiting,released' });
  return (
    <Page
      title="销售单"
      subtitle="杭州西湖营业部 · 全部 10,000 张"
      layout="flush"
      actions={
        <>
          <Button variant="default" leftSection={<IconDownload size={15} />}>
            导出
          </Button>
          <ActionButton onAct={() => undefined} shortcut="mod+Enter">
            新销售单
          </ActionButton>
        </>
      }
      toolbar={
        <FilterBar
          fields={[
            { kind: 'text', key: 'text', label: '单号、客户、电话' },
            {
              kind: 'choice',
              key: 'status',
              label: '状态',
              several: true,
              options: Object.entries(STATUS).map(([key, [, label]]) => ({ value: key, label })),
            },
            {
              kind: 'choice',
              key: 'seller',
              label: '营业员',
              options: ['王小明', '陈静', '周婷'].map((name) => ({ value: name, label: name })),
            },
            { kind: 'days', key: 'day', label: '日期', today: TODAY },
          ]}
          value={value}
          onChange={setValue}
          end={<span style={{ color: 'var(--bd-dim)', fontSize: 12 }}>{selected.size} 行已选</span>}
        />
      }
    >
      <DataTable
        label="销售单"
        columns={columns}
        rows={SALES}
        rowKey={(sale) => sale.id}
        rowLabel={(sale) => sale.no}
        onOpen={() => undefined}
        selected={selected}
        onSelect={setSelected}
        tone={(sale) => (sale.id === '7' ? 'warn' : undefined)}
      />
    </Page>
  );
}
