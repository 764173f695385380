import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { readAs } from '#shared/documents/step.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { statement } from '#shared/modules/statement/module.ts';
import classes from '../accounts.module.css';
import { accountsSearch } from '../accounts-search.ts';
import { DrawStatement } from './DrawStatement.tsx';

/** Statements sent to customers and what they answered. */
export function StatementsTab() {
  const { t } = useTranslation();
  const words = useWords();
  const { today, holds } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const [{ party }, change] = useAddressFilters(accountsSearch);
  const [drawing, setDrawing] = useState(false);
  const list = useList({ kind: statement.kind });
  const file = useLive((read) => (party === '' ? Promise.resolve(null) : readAs(read, customer, party)), ['statement-of', party]);
  const sent = file.state === 'ready' ? file.value : null;
  const close = () => {
    setDrawing(false);
    if (party !== '') change({ party: '' });
  };
  return (
    <>
      <div className={classes.bar}>
        <span className={classes.dim}>{t('accounts.statement.hint')}</span>
        <span className={classes.end}>
          {holds(...statement.makers) && (
            <ActionButton shortcut="alt+n" onAct={() => setDrawing(true)}>
              {t('accounts.statement.draw')}
            </ActionButton>
          )}
        </span>
      </div>
      <DataTable
        label={t('accounts.tabs.statements')}
        {...list}
        rowKey={({ id }) => id}
        rowLabel={({ no }) => no}
        onOpen={(row) => go(pathOf(row))}
        empty={<Empty title={t('accounts.statement.none')} hint={t('accounts.statement.noneHint')} />}
        columns={[
          { key: 'no', header: words.column('no'), width: 158, render: ({ no }) => no },
          {
            key: 'customer',
            header: words.field('statement', 'customerName'),
            width: 180,
            grow: 1,
            render: (row) => statement.read(row).body.customerName,
          },
          { key: 'from', header: words.field('statement', 'from'), width: 100, render: (row) => statement.read(row).body.from },
          { key: 'to', header: words.field('statement', 'to'), width: 100, render: (row) => statement.read(row).body.to },
          { key: 'day', header: words.column('day'), width: 84, render: ({ day }) => <DayText day={day} today={today} /> },
          { key: 'owner', header: words.column('owner'), width: 84, render: ({ owner }) => nameOf(owner) },
          {
            key: 'closing',
            header: words.field('statement', 'closing'),
            width: 130,
            align: 'right',
            render: ({ amount }) => <Money fen={amount} strong />,
          },
          {
            key: 'status',
            header: words.column('status'),
            width: 144,
            render: (row) => <StatusBadge tone={statement.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
          },
        ]}
      />
      {(drawing || sent) && <DrawStatement key={sent?.id ?? ''} file={sent} onClose={close} />}
    </>
  );
}
