import { Button } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { FloatBox } from './FloatBox.tsx';
import { HeldBox } from './HeldBox.tsx';
import { readQueue, type QueueRow } from './read-queue.ts';
import { TakingsBox } from './TakingsBox.tsx';
import classes from './till.module.css';

/** The cashier's day: who waits to pay, what was taken, what is still here and has to go to finance. */
export function CashierPage() {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const queue = useLive(readQueue, ['queue']);
  const rows: Loadable<readonly QueueRow[]> = queue.state === 'ready' ? { state: 'ready', value: queue.value.rows } : queue;
  const first = queue.state === 'ready' ? queue.value.rows[0] : undefined;
  const pay = (row: QueueRow) => go(`/orders/${row.record.id}/pay`);
  const columns: Column<QueueRow>[] = [
    { key: 'no', header: words.column('no'), width: 160, render: ({ record }) => record.no },
    {
      key: 'customer',
      header: words.field('order', 'customerName'),
      width: 140,
      grow: 1,
      render: ({ record }) => record.body.customerName,
    },
    { key: 'class', header: words.field('order', 'class'), width: 92, render: ({ record }) => t(`counter.className.${record.body.class}`) },
    { key: 'day', header: words.column('day'), width: 84, render: ({ record }) => <DayText day={record.day} today={today} /> },
    { key: 'owner', header: t('cashier.till.seller'), width: 86, render: ({ record }) => nameOf(record.owner) },
    {
      key: 'received',
      hidden: true,
      header: t('cashier.pay.received'),
      width: 96,
      align: 'right',
      render: ({ received }) => (received === 0 ? <span className={classes.dim}>—</span> : <Money fen={received} />),
    },
    {
      key: 'open',
      header: t('cashier.till.open'),
      width: 104,
      align: 'right',
      render: ({ open }) => <Money fen={open} strong />,
      total: (shown) => <Money fen={shown.reduce((sum, row) => sum + row.open, 0)} strong />,
    },
    {
      key: 'take',
      header: '',
      width: 76,
      render: (row) => (
        <Button
          size="compact-sm"
          variant="default"
          onClick={(event) => {
            event.stopPropagation();
            pay(row);
          }}
        >
          {t('cashier.till.take')}
        </Button>
      ),
    },
  ];
  return (
    <Page
      title={t('cashier.till.title')}
      layout="flush"
      actions={
        <ActionButton shortcut="F2" onAct={() => first && pay(first)} blocked={first ? undefined : t('cashier.till.empty')}>
          {t('cashier.till.takeNext')}
        </ActionButton>
      }
    >
      <div className={classes.layout}>
        <section className={classes.queue} aria-label={t('cashier.till.queue')}>
          <h2 className={classes.queueHead}>
            {t('cashier.till.queue')}
            {queue.state === 'ready' && (
              <span className={classes.dim}>
                {queue.value.rows.length}
                {queue.value.more ? '+' : ''}
              </span>
            )}
          </h2>
          <DataTable
            label={t('cashier.till.queue')}
            columns={columns}
            rows={rows}
            rowKey={({ record }) => record.id}
            rowLabel={({ record }) => record.no}
            onOpen={pay}
            empty={<Empty title={t('cashier.till.empty')} hint={t('cashier.till.emptyHint')} />}
          />
        </section>
        <aside className={classes.side}>
          <TakingsBox />
          <HeldBox />
          <FloatBox />
        </aside>
      </div>
    </Page>
  );
}
