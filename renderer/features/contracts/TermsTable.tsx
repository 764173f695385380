import { useTranslation } from '#renderer/ui/i18n.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Milli } from '#shared/core/money.ts';
import type { Terms, TermsLine } from '#shared/modules/contract/terms.ts';

interface Row {
  index: number;
  line: TermsLine;
}

interface TermsTableProps {
  body: Pick<Terms, 'lines' | 'discount' | 'total'>;
  /** Thousandths by line that are on an order already; left out before there can be any. */
  ordered?: readonly Milli[];
}

/** The goods agreed: quantity, list price, price, whatever is below its floor, gifts. */
export function TermsTable({ body, ordered }: TermsTableProps) {
  const { t } = useTranslation();
  const rows = body.lines.map((line, index) => ({ index, line }));
  const columns: Column<Row>[] = [
    { key: 'no', header: t('common.entry.line'), width: 52, render: ({ index }) => index + 1 },
    // Beside an approval the whole specification says more than the code.
    ...(ordered ? [{ key: 'code', header: t('documents.lines.contract.code'), width: 86, render: ({ line }: Row) => line.code }] : []),
    {
      key: 'name',
      header: t('documents.lines.contract.name'),
      width: 150,
      grow: 1,
      render: ({ line }) => [line.name, line.spec].filter(Boolean).join(' '),
    },
    {
      key: 'quantity',
      header: t('documents.lines.contract.quantity'),
      width: 80,
      align: 'right',
      render: ({ line }) => <Quantity milli={line.quantity} unit={line.unit} />,
    },
    ...(ordered
      ? [
          {
            key: 'ordered',
            header: t('contracts.terms.ordered'),
            width: 84,
            align: 'right' as const,
            render: ({ index }: Row) => <Quantity milli={ordered[index] ?? 0} />,
          },
        ]
      : []),
    {
      key: 'policyPrice',
      header: t('documents.lines.contract.policyPrice'),
      width: 88,
      align: 'right',
      render: ({ line }) => <Money fen={line.policyPrice ?? line.listPrice} />,
    },
    {
      key: 'price',
      header: t('documents.lines.contract.price'),
      width: 84,
      align: 'right',
      render: ({ line }) => (line.gift ? t('documents.lines.contract.gift') : <Money fen={line.price} />),
    },
    {
      key: 'amount',
      header: t('documents.lines.contract.amount'),
      width: 106,
      align: 'right',
      render: ({ line }) => <Money fen={line.amount} />,
      total: <Money fen={body.lines.reduce((sum, line) => sum + line.amount, 0)} strong />,
    },
  ];
  return (
    <Section title={t('documents.fields.contract.lines')} flush>
      <DataTable
        label={t('documents.fields.contract.lines')}
        columns={columns}
        rows={rows}
        rowKey={({ index }) => String(index)}
        tone={({ line }) => (!line.gift && line.price < line.floor ? 'warn' : undefined)}
      />
    </Section>
  );
}
