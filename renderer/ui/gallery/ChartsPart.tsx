import { formatFen } from '#shared/core/money.ts';
import { monthsUpTo } from '#shared/core/calendar.ts';
import { BarByMonth } from '../charts/BarByMonth.tsx';
import { ShareBars } from '../charts/ShareBars.tsx';
import { Columns } from '../Columns.tsx';
import { Page } from '../Page.tsx';
import { Section } from '../Section.tsx';

export function ChartsPart() {
  const months = monthsUpTo('2026-11', 12).map((month, index) => ({
    month,
    values: { before: 40_000_000 + ((index * 37) % 11) * 3_100_000, sales: 46_000_000 + ((index * 53) % 13) * 3_700_000 },
  }));
  return (
    <Page title="图表">
      <Section title="近 12 个月销售">
        <BarByMonth
          label="近 12 个月销售"
          series={[
            { key: 'before', label: '去年' },
            { key: 'sales', label: '今年' },
          ]}
          months={months}
          format={(fen) => `¥${formatFen(fen)}`}
          formatAxis={(fen) => `${Math.round(fen / 1_000_000)} 万`}
          onOpen={() => undefined}
        />
      </Section>
      <Columns>
        <Section title="收款方式">
          <ShareBars
            label="收款方式"
            format={(fen) => `¥${formatFen(fen)}`}
            onOpen={() => undefined}
            parts={[
              { key: 'wechat', label: '微信支付', value: 18_320_000 },
              { key: 'cash', label: '现金', value: 6_450_000 },
              { key: 'transfer', label: '银行转账', value: 4_120_000 },
              { key: 'card', label: '刷卡', value: 860_000 },
            ]}
          />
        </Section>
        <Section title="应收账龄">
          <ShareBars
            label="应收账龄"
            format={(fen) => `¥${formatFen(fen)}`}
            parts={[
              { key: '0', label: '未到期', value: 12_300_000, tone: 'good' },
              { key: '30', label: '逾期 30 天内', value: 4_500_000, tone: 'warn' },
              { key: '90', label: '逾期 90 天以上', value: 2_100_000, tone: 'bad', note: '3 户' },
            ]}
          />
        </Section>
      </Columns>
    </Page>
  );
}
