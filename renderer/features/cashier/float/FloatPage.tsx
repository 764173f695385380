import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { collectRecords } from '#renderer/desk/export/collect-records.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useListView } from '#renderer/desk/use-list-view.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { refusalWords } from '#renderer/ui/RefusalView.tsx';
import { Stat } from '#renderer/ui/Stat.tsx';
import { float } from '#shared/modules/float/module.ts';
import { FloatDialog } from './FloatDialog.tsx';
import { MoneyOut } from './MoneyOut.tsx';
import classes from './float.module.css';

/** The purchasing float's own cash book (STK-05, SHP-03): in, out for pick-up slips, back with vouchers. Never mixed with takings. */
export function FloatPage() {
  const { t } = useTranslation();
  const words = useWords();
  const { today, holds, book } = useDesk();
  const view = useListView('float');
  const { nameOf } = useStaff();
  const go = useGo();
  const [dialog, setDialog] = useState<'open' | 'close' | null>(null);
  const balance = useLive((read) => read.balance('float'), ['float']);
  const outs = useLive((read) => read.balances('float-out/'), ['float-outs']);
  const lines = useList({ kind: float.kind });
  const there = balance.state === 'ready' ? balance.value : 0;
  const out = outs.state === 'ready' ? [...outs.value.values()].reduce((sum, amount) => sum + amount, 0) : 0;
  const blocked = holds('finance', 'manager', 'treasurer')
    ? undefined
    : refusalWords({ code: 'PostMayNot', values: { posts: 'finance,manager,treasurer' } });
  return (
    <Page
      title={t('cashier.float.title')}
      subtitle={t('cashier.float.hint')}
      layout="flush"
      actions={
        <>
          <ExportButton
            name={`${t('cashier.float.title')} ${today}`}
            subject={null}
            collect={(onProgress) => collectRecords(book, { kind: float.kind }, undefined, words, nameOf, onProgress)}
          />
          <ActionButton variant="default" onAct={() => setDialog('close')} blocked={blocked}>
            {t('cashier.float.close')}
          </ActionButton>
          <ActionButton onAct={() => setDialog('open')} blocked={blocked}>
            {t('cashier.float.open')}
          </ActionButton>
        </>
      }
    >
      <div className={classes.top}>
        <Stat label={t('cashier.float.there')} value={<Money fen={there} symbol />} />
        <Stat label={t('cashier.float.outStat')} value={<Money fen={out} symbol />} {...(out > 0 ? { tone: 'warn' as const } : {})} />
        <Stat label={t('cashier.float.sum')} value={<Money fen={there + out} symbol />} note={t('cashier.float.sumNote')} />
      </div>
      <MoneyOut />
      <DataTable
        {...lines}
        {...view}
        label={t('cashier.float.book')}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.no}
        onOpen={(row) => go(pathOf(row))}
        columns={[
          { key: 'no', header: words.column('no'), width: 158, render: (row) => row.no },
          { key: 'day', header: words.column('day'), width: 84, render: (row) => <DayText day={row.day} today={today} /> },
          {
            key: 'type',
            header: words.field('float', 'type'),
            width: 96,
            render: (row) => words.value('type', float.read(row).body.type),
          },
          { key: 'person', header: words.field('float', 'person'), width: 120, grow: 1, render: (row) => float.read(row).body.person },
          { key: 'voucher', header: words.field('float', 'voucherNo'), width: 130, render: (row) => float.read(row).body.voucherNo },
          {
            key: 'spent',
            header: words.field('float', 'spent'),
            width: 110,
            align: 'right',
            render: (row) => (float.read(row).body.spent === 0 ? '' : <Money fen={float.read(row).body.spent} />),
          },
          {
            key: 'in',
            header: t('cashier.float.in'),
            width: 110,
            align: 'right',
            render: (row) => (row.amount > 0 ? <Money fen={row.amount} /> : ''),
          },
          {
            key: 'outgoing',
            header: t('cashier.float.outgoing'),
            width: 110,
            align: 'right',
            render: (row) => (row.amount < 0 ? <Money fen={-row.amount} /> : ''),
          },
          { key: 'owner', header: t('cashier.float.keeper'), width: 90, render: (row) => nameOf(row.owner) },
        ]}
        empty={<Empty title={t('cashier.float.empty')} hint={t('cashier.float.emptyHint')} />}
      />
      {dialog && <FloatDialog type={dialog} there={there} onClose={() => setDialog(null)} />}
    </Page>
  );
}
