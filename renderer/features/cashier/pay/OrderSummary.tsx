import { useTranslation } from '#renderer/ui/i18n.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Fen } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Order, OrderLine } from '#shared/modules/order/module.ts';

interface OrderSummaryProps {
  record: DocumentRecord<Order>;
  received: Fen;
  due: Fen;
}

/** What the customer pays for, as on the slip in his hand. */
export function OrderSummary({ record, received, due }: OrderSummaryProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { body } = record;
  const columns: Column<OrderLine>[] = [
    {
      key: 'name',
      header: t('cashier.pay.goods'),
      width: 180,
      grow: 1,
      render: (line) => [line.name, line.spec].filter(Boolean).join(' '),
    },
    {
      key: 'quantity',
      header: t('documents.lines.order.quantity'),
      width: 90,
      align: 'right',
      render: (line) => <Quantity milli={line.quantity} unit={line.unit} />,
    },
    { key: 'price', header: t('documents.lines.order.price'), width: 100, align: 'right', render: (line) => <Money fen={line.price} /> },
    {
      key: 'amount',
      header: t('documents.lines.order.amount'),
      width: 110,
      align: 'right',
      render: (line) => (line.gift ? t('documents.lines.order.gift') : <Money fen={line.amount} />),
    },
  ];
  return (
    <>
      <Section>
        <Facts
          facts={[
            { label: words.field('order', 'customerName'), value: body.customerName },
            { label: words.field('order', 'class'), value: words.value('class', body.class) },
            { label: words.field('order', 'total'), value: <Money fen={body.total} /> },
            { label: words.field('order', 'discount'), value: body.discount === 0 ? '' : <Money fen={body.discount} /> },
            { label: t('cashier.pay.toPay'), value: <Money fen={due} /> },
            { label: t('cashier.pay.received'), value: <Money fen={received} /> },
          ]}
        />
      </Section>
      <Section flush>
        <DataTable label={t('cashier.pay.goods')} columns={columns} rows={body.lines} rowKey={(line) => String(body.lines.indexOf(line))} />
      </Section>
    </>
  );
}
