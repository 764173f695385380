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
  /** Fen of it that came in; undefined before money can come. */
  paid?: Fen | undefined;
  open?: Fen | undefined;
}

interface PlanTableProps {
  plan: readonly (PlanLine & { paid?: Fen; open?: Fen })[];
  total: Fen;
}

/** When which part is paid, and how much of it has come in. */
export function PlanTable({ plan, total }: PlanTableProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const rows: Row[] = plan.map((part, index) => ({ ...part, index }));
  const hasMoney = plan.some(({ paid }) => paid !== undefined);
  const columns: Column<Row>[] = [
    { key: 'kind', header: t('contracts.plan.kind'), width: 110, grow: 1, render: ({ kind }) => words.value('kind', kind) },
    {
      key: 'due',
      header: t('contracts.plan.due'),
      width: 120,
      render: ({ due, open }) =>
        due === '' ? t('contracts.plan.onEvent') : <DayText day={due} today={today} due={open !== undefined && open > 0} />,
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
    ...(hasMoney
      ? [
          {
            key: 'paid',
            header: t('contracts.plan.paid'),
            width: 130,
            align: 'right' as const,
            render: ({ paid = 0 }: Row) => <Money fen={paid} />,
            total: <Money fen={plan.reduce((sum, { paid = 0 }) => sum + paid, 0)} strong />,
          },
          {
            key: 'open',
            header: t('contracts.plan.open'),
            width: 130,
            align: 'right' as const,
            render: ({ open = 0 }: Row) => <Money fen={open} />,
            total: <Money fen={plan.reduce((sum, { open = 0 }) => sum + open, 0)} strong />,
          },
        ]
      : []),
  ];
  return (
    <Section title={t('contracts.plan.title')} flush>
      <DataTable
        label={t('contracts.plan.title')}
        columns={columns}
        rows={rows}
        rowKey={({ index }) => String(index)}
        tone={({ due, open }) => (open !== undefined && open > 0 && due !== '' && due < today ? 'bad' : undefined)}
        empty={<Empty title={t('contracts.plan.none')} hint={t('contracts.plan.noneHint')} />}
      />
    </Section>
  );
}
