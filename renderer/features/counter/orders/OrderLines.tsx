import { useTranslation } from '#renderer/ui/i18n.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { PieceLinks } from '#renderer/desk/pieces/PieceLinks.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { OrderLine } from '#shared/modules/order/module.ts';
import type { LineProgress } from '#shared/modules/order/progress.ts';
import { serialsOn } from '#shared/modules/order/sold-pieces.ts';
import type { OrderView } from './read-order.ts';
import classes from './orders.module.css';

interface Row {
  index: number;
  line: OrderLine;
  progress: LineProgress | undefined;
}

/** What was ordered, and how much of it has gone, is under way, came back or will not come any more. */
export function OrderLines({ view }: { view: OrderView }) {
  const { t } = useTranslation();
  const { body } = view.record;
  const rows = body.lines.map((line, index) => ({ index, line, progress: view.progress[index] }));
  const figure = (key: string, header: string, of: (progress: LineProgress) => number, shown = true): Column<Row>[] =>
    shown
      ? [
          {
            key,
            header,
            width: 84,
            align: 'right',
            render: ({ progress }) => {
              const value = progress ? of(progress) : 0;
              return value === 0 ? <span className={classes.dim}>—</span> : <Quantity milli={value} />;
            },
          },
        ]
      : [];
  const some = (of: (progress: LineProgress) => number) => view.progress.some((line) => of(line) !== 0);
  const columns: Column<Row>[] = [
    { key: 'no', header: t('common.entry.line'), width: 56, render: ({ index }) => index + 1 },
    {
      key: 'name',
      header: t('documents.lines.order.name'),
      width: 160,
      grow: 1,
      render: ({ line }) => (
        <>
          {line.name} <span className={classes.dim}>{line.spec}</span>
        </>
      ),
    },
    ...(rows.some(({ index }) => serialsOn(view.record, index).length > 0)
      ? [
          {
            key: 'pieces',
            header: t('pieces.column'),
            width: 140,
            render: ({ line, index }: Row) => <PieceLinks product={line.product} serials={serialsOn(view.record, index)} most={1} />,
          },
        ]
      : []),
    {
      key: 'ordered',
      header: t('counter.order.ordered'),
      width: 86,
      align: 'right',
      render: ({ line }) => <Quantity milli={line.quantity} unit={line.unit} />,
    },
    ...figure('noted', t('counter.order.noted'), (line) => line.noted.quantity, body.class === 'delivery'),
    ...figure('gone', t('counter.order.gone'), (line) => line.gone.quantity),
    ...figure(
      'returned',
      t('counter.order.returned'),
      (line) => line.returned.quantity,
      some((line) => line.returned.quantity),
    ),
    ...figure(
      'shortened',
      t('counter.order.shortened'),
      (line) => line.shortened.quantity,
      some((line) => line.shortened.quantity),
    ),
    { key: 'price', header: t('documents.lines.order.price'), width: 92, align: 'right', render: ({ line }) => <Money fen={line.price} /> },
    {
      key: 'amount',
      header: t('documents.lines.order.amount'),
      width: 104,
      align: 'right',
      render: ({ line }) => (line.gift ? t('documents.lines.order.gift') : <Money fen={line.amount} />),
      total: <Money fen={body.lines.reduce((sum, line) => sum + line.amount, 0)} strong />,
    },
  ];
  return (
    <Section title={t('counter.order.lines')} flush>
      <DataTable label={t('counter.order.lines')} columns={columns} rows={rows} rowKey={({ index }) => String(index)} />
    </Section>
  );
}
