import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { Tone } from '#renderer/ui/tone.ts';
import { dueDay, isOnAccount } from '#shared/modules/order/module.ts';
import type { Role } from '#shared/policy/roles.ts';
import { waits, type Wait } from '../orders/order-waits.ts';
import { counterSearch } from './counter-search.ts';
import type { Board, BoardRow } from './read-board.ts';
import classes from './home.module.css';

/** Open orders by what they wait for, each with the one button that takes it further (ORD-07). */
export function OrderBoard({ board }: { board: Board }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today, holds } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const [{ whose, wait }, change] = useAddressFilters(counterSearch);
  const counts = new Map<Wait, number>();
  for (const { waiting } of board.rows) if (waiting[0]) counts.set(waiting[0], (counts.get(waiting[0]) ?? 0) + 1);
  const rows = wait === '' ? board.rows : board.rows.filter(({ waiting }) => waiting[0] === wait);

  /** Whose post it is anyway; the lifecycle and the rules have the last word when it is done. */
  const mayTake = (kind: Wait) => holds(...posts[kind]);
  const next = (row: BoardRow) => {
    const path = `/orders/${row.record.id}`;
    if (row.waiting[0] && !mayTake(row.waiting[0])) go(path);
    else if (row.waiting[0] === 'money') go(`${path}/pay`);
    else if (row.waiting[0] === 'dispatch') go('/dispatches/new', { order: row.record.id });
    else go(path, { do: 'next' });
  };
  const columns: Column<BoardRow>[] = [
    {
      key: 'wait',
      header: t('counter.home.waitsFor'),
      width: 176,
      render: ({ record, waiting: [first, ...rest] }) => (
        <>
          {first && <StatusBadge tone={tones[first]} label={t(`counter.wait.${first}`)} />}
          {first === 'money' && isOnAccount(record.body) && (
            <span className={classes.also}>
              <DayText day={dueDay(record)} today={today} due />
            </span>
          )}
          {rest.length > 0 && (
            <span className={classes.also}>{rest.map((other) => t(`counter.wait.${other}`)).join(t('common.listSeparator'))}</span>
          )}
        </>
      ),
    },
    { key: 'no', header: words.column('no'), width: 166, render: ({ record }) => record.no },
    {
      key: 'customer',
      header: words.field('order', 'customerName'),
      width: 140,
      grow: 1,
      render: ({ record }) => record.body.customerName,
    },
    { key: 'class', header: words.field('order', 'class'), width: 96, render: ({ record }) => t(`counter.className.${record.body.class}`) },
    { key: 'day', header: words.column('day'), width: 100, render: ({ record }) => <DayText day={record.day} today={today} /> },
    ...(whose === 'all'
      ? [{ key: 'owner', header: t('counter.order.seller'), width: 84, render: ({ record }: BoardRow) => nameOf(record.owner) }]
      : []),
    { key: 'amount', header: words.column('amount'), width: 106, align: 'right', render: ({ record }) => <Money fen={record.amount} /> },
    {
      key: 'next',
      header: t('counter.home.next'),
      width: 110,
      render: (row) => (
        <Button
          size="compact-sm"
          variant="default"
          onClick={(event) => {
            event.stopPropagation();
            next(row);
          }}
        >
          {row.waiting[0] && mayTake(row.waiting[0]) ? t(`counter.do.${row.waiting[0]}`) : t('common.open')}
        </Button>
      ),
    },
  ];

  return (
    <section className={classes.board} aria-label={t('counter.home.board')}>
      <div className={classes.chips}>
        <Chip label={t('common.all')} count={board.rows.length} active={wait === ''} onPick={() => change({ wait: '' })} />
        {waits
          .filter((kind) => counts.has(kind) || kind === wait)
          .map((kind) => (
            <Chip
              key={kind}
              label={t(`counter.wait.${kind}`)}
              count={counts.get(kind) ?? 0}
              active={wait === kind}
              onPick={() => change({ wait: wait === kind ? '' : kind })}
            />
          ))}
        <span className={classes.spring} />
        {board.more && <span className={classes.dim}>{t('counter.home.moreOpen')}</span>}
        <SegmentedControl
          aria-label={t('counter.home.whose')}
          data={(['mine', 'all'] as const).map((value) => ({ value, label: t(`counter.home.${value}`) }))}
          value={whose}
          onChange={(value) => change({ whose: value, wait: '' })}
        />
      </div>
      <DataTable
        label={t('counter.home.board')}
        columns={columns}
        rows={rows}
        rowKey={({ record }) => record.id}
        onOpen={({ record }) => go(`/orders/${record.id}`)}
        empty={<Empty title={t('counter.home.empty')} hint={t('counter.home.emptyHint')} />}
      />
    </section>
  );
}

function Chip({ label, count, active, onPick }: { label: string; count: number; active: boolean; onPick: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant={active ? 'light' : 'subtle'}
      color={active ? undefined : 'gray'}
      aria-pressed={active}
      onClick={onPick}
    >
      {label} {count}
    </Button>
  );
}

const tones: Readonly<Record<Wait, Tone>> = {
  review: 'warn',
  money: 'warn',
  purchase: 'info',
  goods: 'info',
  dispatch: 'info',
  delivery: 'info',
  signature: 'warn',
  refund: 'bad',
  trouble: 'bad',
  closing: 'good',
};

const sellers: readonly Role[] = ['salesperson', 'cashier', 'manager'];
const posts: Readonly<Record<Wait, readonly Role[]>> = {
  review: ['manager'],
  money: ['cashier', 'finance', 'manager'],
  purchase: ['salesperson', 'warehouse', 'purchasing', 'manager'],
  goods: ['salesperson', 'cashier', 'warehouse', 'manager'],
  dispatch: ['salesperson', 'warehouse', 'manager'],
  delivery: sellers,
  signature: sellers,
  refund: ['cashier', 'finance', 'manager'],
  trouble: sellers,
  closing: sellers,
};
