import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Fen } from '#shared/core/money.ts';
import type { PlanLine } from '#shared/modules/contract/terms.ts';

interface Row extends PlanLine {
  index: number;
}

interface PlanTableProps {
  plan: readonly PlanLine[];
  total: Fen;
}

/** When which part is to be paid. What came in of it stands on the contract's account. */
export function PlanTable({ plan, total }: PlanTableProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const rows: Row[] = plan.map((part, index) => ({ ...part, index }));
  const columns: Column<Row>[] = [
    { key: 'kind', header: t('contracts.plan.kind'), width: 110, grow: 1, render: ({ kind }) => words.value('kind', kind) },
    {
      key: 'due',
      header: t('contracts.plan.due'),
      width: 120,
      render: ({ due }) => (due === '' ? t('contracts.plan.onEvent') : <DayText day={due} today={today} />),
    },
    {
      key: 'share',
      header: t('contracts.plan.share'),
      width: 80,
      align: 'right',
      render: ({ amount }) => (total === 0 ? '' : `${((amount * 100) / total).toFixed(1)} %`),
    },
    {
      key: 'amount',
      header: t('contracts.plan.amount'),
      width: 130,
      align: 'right',
      render: ({ amount }) => <Money fen={amount} />,
      total: <Money fen={plan.reduce((sum, { amount }) => sum + amount, 0)} strong />,
    },
  ];
  return (
    <Section title={t('contracts.plan.title')} flush>
      <DataTable
        label={t('contracts.plan.title')}
        columns={columns}
        rows={rows}
        rowKey={({ index }) => String(index)}
        empty={<Empty title={t('contracts.plan.none')} hint={t('contracts.plan.noneHint')} />}
      />
    </Section>
  );
}
