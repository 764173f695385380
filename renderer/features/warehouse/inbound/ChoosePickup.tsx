import { IconPackageImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { pickup, type Pickup } from '#shared/modules/pickup/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';

export interface ChoosePickupProps {
  choice: ReactNode;
  onChoose: (id: string) => void;
}

/** Which pick-up slip's goods have come. */
export function ChoosePickup({ choice, onChoose }: ChoosePickupProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const words = useWords();
  const slips = useLive(readComing, ['coming']);
  return (
    <Page title={t('warehouse.inbound.title')} subtitle={t('warehouse.inbound.boughtHint')} actions={choice} layout="flush">
      <DataTable<DocumentRecord<Pickup>>
        label={t('warehouse.inbound.choosePickup')}
        rows={slips}
        rowKey={(row) => row.id}
        onOpen={(row) => onChoose(row.id)}
        columns={[
          { key: 'no', header: t('warehouse.inbound.pickup'), width: 180, render: (row) => row.no },
          { key: 'day', header: t('warehouse.dispatch.day'), width: 96, render: (row) => <DayText day={row.day} today={today} /> },
          { key: 'supplier', header: t('warehouse.inbound.supplier'), width: 180, grow: 1, render: (row) => row.body.supplierName },
          { key: 'customer', header: t('warehouse.inbound.customer'), width: 180, grow: 1, render: (row) => row.body.customerName },
          { key: 'order', header: t('warehouse.inbound.order'), width: 180, render: (row) => row.body.orderNo },
          { key: 'cost', header: t('warehouse.inbound.cost'), width: 120, align: 'right', render: (row) => <Money fen={row.body.cost} /> },
          {
            key: 'status',
            header: t('warehouse.dispatch.status'),
            width: 110,
            render: (row) => <StatusBadge tone={pickup.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
          },
        ]}
        empty={
          <Empty
            title={t('warehouse.inbound.noPickup')}
            hint={t('warehouse.inbound.noPickupHint')}
            icon={<IconPackageImport size={28} stroke={1.4} />}
          />
        }
      />
    </Page>
  );
}

async function readComing(read: Reader): Promise<DocumentRecord<Pickup>[]> {
  const drawn = await read.all({ kind: pickup.kind, status: 'drawn' });
  const recorded = await read.all({ kind: pickup.kind, status: 'recorded' });
  return [...drawn.rows, ...recorded.rows].map(pickup.read).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
