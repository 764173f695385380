import { ChainView } from '../ChainView.tsx';
import { Page } from '../Page.tsx';
import { ProgressPanel } from '../ProgressPanel.tsx';
import { Section } from '../Section.tsx';
import { Steps } from '../Steps.tsx';
import { Timeline } from '../Timeline.tsx';

export function HistoryPart() {
  return (
    <Page title="经过">
      <Section title="进度">
        <Steps
          steps={[
            { key: '1', label: '下单', state: 'done', note: '王小明 09:12' },
            { key: '2', label: '审核', state: 'done', note: '陈经理 09:20' },
            { key: '3', label: '收款', state: 'current', note: '余 ¥259.00' },
            { key: '4', label: '出库', state: 'todo' },
            { key: '5', label: '签收', state: 'todo' },
          ]}
        />
      </Section>
      <Section title="关联单据">
        <ChainView
          links={[
            { key: '1', kind: '销售单', no: 'XS-HZ01-A-2611-0042', state: 'done', status: '已放行', current: true },
            { key: '2', kind: '收款收据', no: 'SK-HZ01-A-2611-0039', state: 'done', onOpen: () => undefined },
            { key: '3', kind: '发货单', no: 'FH-HZ01-A-2611-0011', state: 'due', status: '等主管签字', onOpen: () => undefined },
            { key: '4', kind: '出库单', state: 'blocked', status: '缺发货单', onOpen: () => undefined },
            { key: '5', kind: '出门证', state: 'none' },
          ]}
        />
      </Section>
      <Section title="时间线">
        <Timeline
          nameOf={() => '陈经理'}
          entries={[
            { key: '5', time: '11-24 09:41', by: '王小明', text: '打印销售单（第 2 次）', tone: 'neutral' },
            {
              key: '4',
              time: '11-24 09:40',
              by: '陈经理',
              text: '放行挂账',
              tone: 'warn',
              note: '超限 ¥2,500.00，老客户明日付款',
              stamp: [
                {
                  gate: 'G-07',
                  version: 3,
                  result: 'overridden',
                  facts: { open: 900_000, sale: 350_000, limit: 1_000_000, overdueDays: 0 },
                  overriddenBy: 'm1',
                  reason: '老客户明日付款',
                },
                { gate: 'G-21', version: 3, result: 'passed', facts: { quantity: true, price: true, delivery: true } },
              ],
            },
            { key: '3', time: '11-24 09:30', by: '财务 吴', text: '退回：客户档案缺地址', tone: 'bad' },
            { key: '1', time: '11-24 09:12', by: '王小明', text: '建立', tone: 'good' },
          ]}
        />
      </Section>
      <Section title="长时间工作">
        <ProgressPanel title="导入客户" done={1280} total={4000} detail="第 1,280 行 · 杭州西溪五金商行" onCancel={() => undefined} />
      </Section>
    </Page>
  );
}
