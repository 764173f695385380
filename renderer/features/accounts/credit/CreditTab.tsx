import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { readAs } from '#shared/documents/step.ts';
import { credit } from '#shared/modules/credit/module.ts';
import { customer } from '#shared/modules/customer/module.ts';
import classes from '../accounts.module.css';
import { accountsSearch } from '../accounts-search.ts';
import { AssessDialog } from './AssessDialog.tsx';
import { readGrades, type GradeRow } from './read-grades.ts';

/** Days before its end from which a grade is called out. */
const SOON = 30;

/** Assessments to decide and the grades in force, the one that ends soonest first (CRM-07, G-06). */
export function CreditTab() {
  const { t } = useTranslation();
  const words = useWords();
  const { today, holds } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const [{ party }, change] = useAddressFilters(accountsSearch);
  const [assessing, setAssessing] = useState(false);
  const found = useLive((read) => readGrades(read, today), ['grades', today]);
  // Sent here from a customer's file: the assessment of that customer is opened.
  const file = useLive((read) => (party === '' ? Promise.resolve(null) : readAs(read, customer, party)), ['assess', party]);
  const sent = file.state === 'ready' ? file.value : null;
  const rows = found.state === 'ready' ? found.value : [];
  const soon = rows.filter(({ daysLeft }) => daysLeft !== null && daysLeft >= 0 && daysLeft <= SOON).length;
  const lapsed = rows.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length;
  const close = () => {
    setAssessing(false);
    if (party !== '') change({ party: '' });
  };
  return (
    <>
      <div className={classes.bar}>
        {soon > 0 && <StatusBadge tone="warn" label={t('accounts.credit.soon', { count: soon, days: SOON })} />}
        {lapsed > 0 && <StatusBadge tone="bad" label={t('accounts.credit.lapsedCount', { count: lapsed })} />}
        <span className={classes.end}>
          {holds(...credit.makers) && (
            <ActionButton shortcut="alt+n" onAct={() => setAssessing(true)}>
              {t('accounts.credit.assess')}
            </ActionButton>
          )}
        </span>
      </div>
      <DataTable
        label={t('accounts.tabs.credit')}
        rows={found}
        rowKey={({ record }) => record.id}
        rowLabel={({ record }) => record.no}
        onOpen={({ record }) => go(pathOf(record))}
        empty={<Empty title={t('accounts.credit.none')} hint={t('accounts.credit.noneHint')} />}
        columns={[
          {
            key: 'customer',
            header: words.field('credit', 'customerName'),
            width: 184,
            grow: 1,
            render: ({ record }) => record.body.customerName,
          },
          { key: 'no', header: words.column('no'), width: 158, render: ({ record }) => record.no },
          {
            key: 'grade',
            header: words.field('credit', 'grade'),
            width: 84,
            render: ({ record }) => words.value('grade', record.body.grade),
          },
          {
            key: 'limit',
            header: words.field('credit', 'limit'),
            width: 100,
            align: 'right',
            render: ({ record }) => <Money fen={record.body.limit} />,
          },
          { key: 'days', header: words.field('credit', 'days'), width: 92, align: 'right', render: ({ record }) => record.body.days },
          { key: 'until', header: words.field('credit', 'validUntil'), width: 96, render: ({ record }) => record.body.validUntil },
          { key: 'left', header: t('accounts.credit.daysLeft'), width: 100, render: ({ daysLeft }) => <DaysLeft days={daysLeft} /> },
          { key: 'owner', header: t('accounts.credit.assessor'), width: 76, render: ({ record }) => nameOf(record.owner) },
          {
            key: 'status',
            header: words.column('status'),
            width: 140,
            render: ({ record }) => <StatusBadge tone={credit.tones[record.status] ?? 'neutral'} label={words.status(record)} />,
          },
        ]}
      />
      {(assessing || sent) && <AssessDialog key={sent?.id ?? ''} file={sent} onClose={close} />}
    </>
  );
}

function DaysLeft({ days }: { days: GradeRow['daysLeft'] }) {
  const { t } = useTranslation();
  if (days === null) return <span className={classes.dim}>—</span>;
  if (days < 0) return <span className={classes.bad}>{t('accounts.credit.lapsed', { count: -days })}</span>;
  return days <= SOON ? (
    <StatusBadge tone="warn" label={t('accounts.credit.inDays', { count: days })} />
  ) : (
    t('accounts.credit.inDays', { count: days })
  );
}
