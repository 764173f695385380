import { Group } from '@mantine/core';
import { ActionButton } from '../ActionButton.tsx';
import { Columns } from '../Columns.tsx';
import { DayText } from '../DayText.tsx';
import { Facts } from '../Facts.tsx';
import { Money } from '../Money.tsx';
import { Page } from '../Page.tsx';
import { Quantity } from '../Quantity.tsx';
import { Section } from '../Section.tsx';
import { Stat } from '../Stat.tsx';
import { StatusBadge } from '../StatusBadge.tsx';
import type { Tone } from '../tone.ts';
import { TODAY } from './sample.ts';

const TONES: readonly Tone[] = ['neutral', 'info', 'good', 'warn', 'bad'];

export function FieldsPart() {
  return (
    <Page
      title="XS-HZ01-A-2611-0042"
      subtitle="杭州西溪五金商行 · 2026-11-24"
      badges={<StatusBadge tone="warn" label="待收款" />}
      actions={
        <>
          <ActionButton variant="default" onAct={() => undefined} shortcut="mod+p">
            打印
          </ActionButton>
          <ActionButton onAct={() => undefined} blocked="还有 ¥259.00 未收" shortcut="mod+Enter">
            交货
          </ActionButton>
        </>
      }
    >
      <Columns template="repeat(4, 1fr)">
        <Stat label="今日销售" value={<Money fen={1_234_500} symbol />} note="比昨天多 12%" onOpen={() => undefined} />
        <Stat label="待审核" value="3" note="最早 2 天前" tone="warn" onOpen={() => undefined} />
        <Stat label="逾期应收" value={<Money fen={98_765_432} symbol />} note="7 户" tone="bad" />
        <Stat label="今日来客" value="18" note="成交 11" />
      </Columns>
      <Section title="单据" hint="客户确认后不可修改">
        <Facts
          facts={[
            { label: '客户', value: '杭州西溪五金商行' },
            { label: '电话', value: '0571-8888 6666' },
            { label: '金额', value: <Money fen={123_456_789} symbol strong /> },
            { label: '退款', value: <Money fen={-4550} symbol /> },
            { label: '数量', value: <Quantity milli={12_500} unit="吨" /> },
            { label: '送货日', value: <DayText day="2026-11-25" today={TODAY} /> },
            { label: '付款期', value: <DayText day="2026-11-20" today={TODAY} due /> },
            { label: '备注', value: '' },
            { label: '地址', value: '浙江省杭州市西湖区文三路 478 号华星时代广场 A 座 1203 室', wide: true },
          ]}
        />
      </Section>
      <Section title="状态">
        <Group gap="sm">
          {TONES.map((tone) => (
            <StatusBadge
              key={tone}
              tone={tone}
              label={{ neutral: '已作废', info: '已放行', good: '已结清', warn: '待审核', bad: '受阻' }[tone]}
            />
          ))}
        </Group>
      </Section>
    </Page>
  );
}
