import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { invoice, invoiceNumbers } from '#shared/modules/invoice/module.ts';
import classes from '../accounts.module.css';
import { RequestInvoice } from './RequestInvoice.tsx';

const waiting = ['submitted', 'signed'] as const;

/** Requests and, with the numbers of the tax system, the register of invoices (PAY-05). */
export function InvoicesTab() {
  const { t } = useTranslation();
  const words = useWords();
  const { today, holds } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const list = useList({ kind: invoice.kind });
  const [asking, setAsking] = useState(false);
  const counts = useLive(
    async (read) =>
      Promise.all(waiting.map(async (status) => ({ status, count: (await read.all({ kind: invoice.kind, status }, 100)).rows.length }))),
    ['invoice-counts'],
  );
  const columns: Column<AnyRecord>[] = [
    { key: 'no', header: words.column('no'), width: 158, render: ({ no }) => no },
    { key: 'day', header: words.column('day'), width: 64, render: ({ day }) => <DayText day={day} today={today} /> },
    { key: 'customer', header: words.field('invoice', 'buyer'), width: 158, grow: 1, render: (row) => invoice.read(row).body.buyer },
    { key: 'contract', header: words.field('invoice', 'contractNo'), width: 158, render: (row) => invoice.read(row).body.contractNo },
    {
      key: 'kind',
      header: words.field('invoice', 'invoiceKind'),
      width: 130,
      hidden: true,
      render: (row) => words.value('invoiceKind', invoice.read(row).body.invoiceKind),
    },
    { key: 'number', header: t('accounts.invoice.number'), width: 178, render: (row) => invoiceNumbers(row).join(' / ') },
    { key: 'owner', header: words.column('owner'), width: 64, render: ({ owner }) => nameOf(owner) },
    {
      key: 'amount',
      header: words.column('amount'),
      width: 110,
      align: 'right',
      render: ({ amount }) => <Money fen={amount} />,
    },
    {
      key: 'status',
      header: words.column('status'),
      width: 150,
      render: (row) => <StatusBadge tone={invoice.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
    },
  ];
  return (
    <>
      <div className={classes.bar}>
        {counts.state === 'ready' &&
          counts.value
            .filter(({ count }) => count > 0)
            .map(({ status, count }) => (
              <StatusBadge key={status} tone="warn" label={`${words.status({ kind: invoice.kind, status })} ${count}`} />
            ))}
        <span className={classes.end}>
          <ExportButton
            name={`${t('accounts.invoice.register')} ${today}`}
            subject="documents"
            collect={async () => ({
              name: t('accounts.invoice.register'),
              headings: columns.map(({ header }) => header),
              rows: (list.rows.state === 'ready' ? list.rows.value : []).map((row) => {
                const { body } = invoice.read(row);
                return [
                  row.no,
                  row.day,
                  body.buyer,
                  body.contractNo,
                  words.value('invoiceKind', body.invoiceKind),
                  invoiceNumbers(row).join(' / '),
                  nameOf(row.owner),
                  row.amount / 100,
                  words.status(row),
                ];
              }),
            })}
          />
          {holds('salesperson', 'manager', 'finance') && (
            <ActionButton shortcut="alt+n" onAct={() => setAsking(true)}>
              {t('accounts.invoice.request')}
            </ActionButton>
          )}
        </span>
      </div>
      <DataTable
        label={t('accounts.tabs.invoices')}
        columns={columns}
        {...list}
        rowKey={({ id }) => id}
        rowLabel={({ no }) => no}
        onOpen={(row) => go(pathOf(row))}
        empty={<Empty title={t('accounts.invoice.none')} hint={t('accounts.invoice.noneHint')} />}
      />
      {asking && <RequestInvoice onClose={() => setAsking(false)} />}
    </>
  );
}
