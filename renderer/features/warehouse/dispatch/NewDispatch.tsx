import { Button } from '@mantine/core';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressFilters } from '#renderer/desk/use-address.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { DispatchForm } from './DispatchForm.tsx';
import { newDispatchSearch } from './new-dispatch-search.ts';
import { readOpenOrders, readToDispatch, type OpenOrder } from './read-to-dispatch.ts';

/** A new note: first which order, then what of it goes now and where to. */
export function NewDispatch() {
  const [{ order }, change] = useAddressFilters(newDispatchSearch);
  return order === '' ? (
    <ChooseOrder onChoose={(id) => change({ order: id })} />
  ) : (
    <ForOrder key={order} id={order} onOther={() => change({ order: '' })} />
  );
}

function ChooseOrder({ onChoose }: { onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const orders = useLive((read) => readOpenOrders(read), ['open-orders']);
  return (
    <Page title={t('warehouse.write.choose')} subtitle={t('warehouse.write.chooseHint')} layout="flush">
      <DataTable<OpenOrder>
        label={t('warehouse.write.orders')}
        rows={orders}
        rowKey={(row) => row.order.id}
        onOpen={(row) => onChoose(row.order.id)}
        columns={[
          { key: 'no', header: t('warehouse.dispatch.orderNo'), width: 180, render: (row) => row.order.no },
          { key: 'customer', header: t('warehouse.write.customer'), width: 220, grow: 1, render: (row) => row.order.body.customerName },
          { key: 'day', header: t('warehouse.dispatch.day'), width: 96, render: (row) => <DayText day={row.order.day} today={today} /> },
          {
            key: 'deliverOn',
            header: t('warehouse.write.deliverOn'),
            width: 120,
            render: (row) => <DayText day={row.order.body.deliverOn} today={today} due />,
            sortText: (row) => row.order.body.deliverOn,
          },
          {
            key: 'lines',
            header: t('warehouse.write.open'),
            width: 110,
            render: (row) => t('warehouse.write.openLines', { count: row.lines }),
          },
          {
            key: 'value',
            header: t('warehouse.dispatch.amount'),
            width: 130,
            align: 'right',
            render: (row) => <Money fen={row.value} />,
            sortText: (row) => row.value,
            total: (rows) => <Money fen={rows.reduce((sum, row) => sum + row.value, 0)} />,
          },
        ]}
        empty={
          <Empty
            title={t('warehouse.write.none')}
            hint={t('warehouse.write.noneHint')}
            icon={<IconTruckDelivery size={28} stroke={1.4} />}
          />
        }
      />
    </Page>
  );
}

function ForOrder({ id, onOther }: { id: string; onOther: () => void }) {
  const { t } = useTranslation();
  const found = useLive((read) => readToDispatch(read, id), ['to-dispatch', id]);
  const other = (
    <Button variant="default" onClick={onOther}>
      {t('warehouse.write.otherOrder')}
    </Button>
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('warehouse.write.notReleased')} action={other} />}>
      {(value) =>
        value &&
        (value.lines.every((line) => line.open <= 0) ? (
          <Empty title={t('warehouse.write.allDispatched')} action={other} />
        ) : (
          <DispatchForm from={value} onOther={onOther} />
        ))
      }
    </StateView>
  );
}
