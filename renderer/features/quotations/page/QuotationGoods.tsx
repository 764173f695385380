import { useTranslation } from '#renderer/ui/i18n.ts';
import { percentText } from '#renderer/desk/approvals/chain-words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { formatFen } from '#shared/core/money.ts';
import type { QuotationLine } from '#shared/modules/quotation/module.ts';
import type { QuotationView } from './read-quotation.ts';
import classes from './page.module.css';

type Row = QuotationLine & { key: string };

/** What is offered, each price beside the policy's and the floor. */
export function QuotationGoods({ view }: { view: QuotationView }) {
  const { t } = useTranslation();
  const { body } = view.record;
  const rows = body.lines.map((line, index): Row => ({ ...line, key: String(index) }));
  const columns: Column<Row>[] = [
    { key: 'name', header: t('quotations.entry.product'), width: 150, grow: 1, render: (row) => `${row.name} ${row.spec}`.trim() },
    {
      key: 'quantity',
      header: t('quotations.entry.quantity'),
      width: 80,
      align: 'right',
      render: (row) => <Quantity milli={row.quantity} unit={row.unit} />,
    },
    {
      key: 'policyPrice',
      header: t('quotations.entry.policyPrice'),
      width: 80,
      align: 'right',
      render: (row) => <Money fen={row.policyPrice} />,
    },
    {
      key: 'floor',
      header: t('quotations.entry.floor'),
      width: 80,
      align: 'right',
      render: (row) => row.floor > 0 && <Money fen={row.floor} />,
    },
    {
      key: 'price',
      header: t('quotations.entry.price'),
      width: 80,
      align: 'right',
      render: (row) =>
        row.gift ? (
          <span className={classes.warn}>{t('quotations.entry.gift')}</span>
        ) : (
          <span className={row.price < row.floor ? classes.bad : row.price < row.policyPrice ? classes.warn : undefined}>
            <Money fen={row.price} />
          </span>
        ),
    },
    {
      key: 'amount',
      header: t('quotations.entry.amount'),
      width: 98,
      align: 'right',
      render: (row) => <Money fen={row.amount} />,
      total: () => <Money fen={body.total + body.discount} strong />,
    },
  ];
  const { given, chain } = view;
  return (
    <Section
      title={t('quotations.page.lines')}
      hint={
        given.amount === 0
          ? t('quotations.sum.noneGiven')
          : t('policy.inbox.discountOf', { amount: `¥${formatFen(given.amount)}`, percent: percentText(given.share) })
      }
      flush
    >
      <DataTable label={t('quotations.page.lines')} columns={columns} rows={rows} rowKey={(row) => row.key} />
      {chain.length > 0 && body.reason !== '' && <p className={classes.reason}>{`${t('quotations.entry.reason')}: ${body.reason}`}</p>}
    </Section>
  );
}
