import { SegmentedControl } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { refusalWords, RefusalView } from '#renderer/ui/RefusalView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { formatFen } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { dispatch, type Dispatch } from '#shared/modules/dispatch/module.ts';
import { bookDelivery, slipAges, unsignedSlips, type SlipAge } from '#shared/modules/dispatch/rules.ts';
import { financeSearch } from './finance-search.ts';
import classes from './finance.module.css';

interface Row {
  record: DocumentRecord<Dispatch>;
  /** Days since the goods left; null once the copy is back. */
  age: number | null;
  late: boolean;
}

/** Deliveries that are not in the accounts yet: signed ones can be booked, the others wait for the customer's copy (DSP-04, PAY-10, G-32). */
export function SignedCopies() {
  const { t } = useTranslation();
  const words = useWords();
  const { today, holds } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const [{ copies, age: chosen }, change] = useAddressFilters(financeSearch);
  const acting = useAct();
  const found = useLive(
    async (read): Promise<{ rows: Row[]; ages: SlipAge[] }> => {
      const signed = (await read.all({ kind: dispatch.kind, status: 'signed' }, 500)).rows;
      const parameters = await parametersInForce(read, today);
      const waiting = await unsignedSlips(read, today, parameters);
      const back = signed.map((row) => ({ record: dispatch.read(row), age: null, late: false })).toReversed();
      return { rows: [...waiting, ...back], ages: slipAges(waiting, parameters) };
    },
    ['copies', today],
  );
  const ages = found.state === 'ready' ? found.value.ages : [];
  const ageClass = chosen === '' ? undefined : ages[Number(chosen)];
  const isShown = ({ age }: Row) =>
    (copies === '' || (age === null) === (copies === 'back')) &&
    (ageClass === undefined || (age !== null && age >= ageClass.from && (ageClass.to === null || age <= ageClass.to)));
  const shown: Loadable<readonly Row[]> =
    found.state === 'ready' ? { state: 'ready', value: found.value.rows.filter((row) => isShown(row)) } : found;
  const count = (back: boolean) => (found.state === 'ready' ? found.value.rows.filter((row) => (row.age === null) === back).length : 0);
  const book = async (row: Row) => {
    if (await acting.act(bookDelivery(row.record.id))) notify.done(t('cashier.finance.booked', { no: row.record.no }));
  };
  const ageText = (from: number, to: number | null) =>
    to === null ? t('cashier.finance.agesFrom', { from }) : t('cashier.finance.ages', { from, to });
  const mayNot = holds('finance') ? undefined : refusalWords({ code: 'PostMayNot', values: { posts: 'finance' } });
  const columns: Column<Row>[] = [
    { key: 'no', header: words.column('no'), width: 168, render: ({ record }) => record.no },
    { key: 'order', header: words.field('dispatch', 'orderNo'), width: 168, render: ({ record }) => record.body.orderNo },
    { key: 'consignee', header: words.field('dispatch', 'consignee'), width: 120, grow: 1, render: ({ record }) => record.body.consignee },
    { key: 'owner', header: t('cashier.till.seller'), width: 84, render: ({ record }) => nameOf(record.owner) },
    { key: 'day', header: words.column('day'), width: 90, render: ({ record }) => <DayText day={record.day} today={today} /> },
    {
      key: 'age',
      header: t('cashier.finance.age'),
      width: 84,
      align: 'right',
      render: ({ age, late }) =>
        age === null ? '' : <span className={late ? classes.late : undefined}>{t('cashier.finance.days', { count: age })}</span>,
    },
    {
      key: 'amount',
      header: words.column('amount'),
      width: 108,
      align: 'right',
      render: ({ record }) => <Money fen={record.amount} />,
      total: (rows) => <Money fen={rows.reduce((sum, row) => sum + row.record.amount, 0)} strong />,
    },
    {
      key: 'status',
      header: words.column('status'),
      width: 138,
      render: ({ record }) => <StatusBadge tone={dispatch.tones[record.status] ?? 'neutral'} label={words.status(record)} />,
    },
    {
      key: 'book',
      header: '',
      width: 80,
      render: (row) => (
        <ActionButton
          size="compact-sm"
          variant="default"
          onAct={() => book(row)}
          blocked={mayNot ?? (row.age === null ? undefined : t('cashier.finance.copyMissing'))}
        >
          {t('cashier.finance.book')}
        </ActionButton>
      ),
    },
  ];
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('cashier.finance.tabs.copies')}
          data={[
            { value: '', label: t('common.all') },
            { value: 'out', label: `${t('cashier.finance.waitingCopies')} ${count(false)}` },
            { value: 'back', label: `${t('cashier.finance.toBook')} ${count(true)}` },
          ]}
          value={copies}
          onChange={(value) => change({ copies: value === 'out' || value === 'back' ? value : '', age: '' })}
        />
        {count(false) > 0 && copies !== 'back' && (
          <SegmentedControl
            aria-label={t('cashier.finance.age')}
            data={[
              { value: '', label: t('cashier.finance.anyAge') },
              ...ages.flatMap(({ from, to, count: slips, amount }, index) =>
                slips === 0 ? [] : [{ value: String(index), label: `${ageText(from, to)} · ${slips} · ${formatFen(amount)}` }],
              ),
            ]}
            value={chosen}
            onChange={(value) => change({ age: financeSearch.shape.age.parse(value) })}
          />
        )}
      </div>
      {acting.refusal && (
        <div className={classes.refusalBar}>
          <RefusalView refusal={acting.refusal} />
        </div>
      )}
      <DataTable
        label={t('cashier.finance.tabs.copies')}
        columns={columns}
        rows={shown}
        rowKey={({ record }) => record.id}
        rowLabel={({ record }) => record.no}
        onOpen={({ record }) => go(pathOf(record))}
        tone={({ late }) => (late ? 'bad' : undefined)}
        empty={<Empty title={t('cashier.finance.noCopies')} hint={t('cashier.finance.noCopiesHint')} />}
      />
    </>
  );
}
