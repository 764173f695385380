import { Checkbox, SegmentedControl } from '@mantine/core';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Stat } from '#renderer/ui/Stat.tsx';
import { agesOf } from '#shared/modules/customer/summary.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { threshold } from '#shared/policy/parameters.ts';
import classes from '../accounts.module.css';
import { accountsSearch } from '../accounts-search.ts';
import { useContractColumns, usePartColumns } from './columns.tsx';
import { contractRows } from './contract-rows.ts';

/** What contracts still bring in: by contract or by part of the plan, by age (PAY-01, PAY-06, PAY-07). */
export function RecoveryTab() {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const [{ by, late }, change] = useAddressFilters(accountsSearch);
  const contractColumns = useContractColumns();
  const partColumns = usePartColumns();
  const found = useLive(
    async (read) => {
      const parameters = await parametersInForce(read, today);
      const { rows, complete } = await contractRows(read, today);
      const parts = rows.flatMap((row) => row.parts).filter(({ open }) => open > 0);
      const debts = parts.map(({ record, open, due, overdueDays }) => ({
        party: record.party,
        source: record.id,
        no: record.no,
        amount: open,
        due,
        overdueDays,
      }));
      const edges = ([1, 2, 3] as const).map((index) => threshold(parameters, `receivable.age_days_${index}`));
      return { rows, parts, complete, ages: agesOf(debts, parameters), edges };
    },
    ['contract-receivables', today],
  );
  const value = found.state === 'ready' ? found.value : null;
  const onlyLate = late === 'yes';
  const rows = (value?.rows ?? []).filter(({ money, overdue }) => (onlyLate ? overdue.amount > 0 : money.open !== 0));
  const parts = (value?.parts ?? [])
    .filter(({ overdueDays }) => !onlyLate || overdueDays > 0)
    .toSorted((a, b) => b.overdueDays - a.overdueDays);
  const [first = 0, second = 0, third = 0] = value?.edges ?? [];
  const classNames = [
    t('accounts.recovery.notDue'),
    t('accounts.recovery.age', { from: 1, to: first }),
    t('accounts.recovery.age', { from: first + 1, to: second }),
    t('accounts.recovery.age', { from: second + 1, to: third }),
    t('accounts.recovery.older', { from: third + 1 }),
  ];
  const ages = value ? [value.ages.notDue, ...value.ages.overdue] : [];
  const empty = (
    <Empty
      title={t(onlyLate ? 'accounts.recovery.noneLate' : 'accounts.recovery.none')}
      hint={t(onlyLate ? 'accounts.recovery.noneLateHint' : 'accounts.recovery.noneHint')}
    />
  );
  return (
    <>
      {value && rows.length + parts.length > 0 && (
        <div className={`${classes.stats} ${classes.head}`}>
          {classNames.map((label, index) => (
            <Stat
              key={label}
              label={label}
              value={<Money fen={ages[index] ?? 0} symbol />}
              {...(index > 0 && (ages[index] ?? 0) > 0 ? { tone: index > 2 ? ('bad' as const) : ('warn' as const) } : {})}
            />
          ))}
        </div>
      )}
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('accounts.recovery.by')}
          data={[
            { value: 'contract', label: t('accounts.recovery.byContract') },
            { value: 'part', label: t('accounts.recovery.byPart') },
          ]}
          value={by}
          onChange={(next) => change({ by: next === 'part' ? 'part' : 'contract' })}
        />
        <Checkbox
          label={t('accounts.recovery.onlyLate')}
          checked={onlyLate}
          onChange={(event) => change({ late: event.currentTarget.checked ? 'yes' : '' })}
        />
        {value?.complete === false && <span className={classes.dim}>{t('accounts.recovery.partly')}</span>}
        <span className={classes.end}>
          <ExportButton
            name={`${t('accounts.tabs.recovery')} ${today}`}
            subject="debts"
            collect={async () => ({
              name: t('accounts.tabs.recovery'),
              headings: [
                words.column('no'),
                words.field('contract', 'customerName'),
                words.column('owner'),
                t('accounts.recovery.part'),
                t('accounts.recovery.dueDay'),
                t('accounts.recovery.amount'),
                t('accounts.recovery.paid'),
                t('accounts.recovery.open'),
                t('accounts.recovery.overdueDays'),
              ],
              rows: parts.map((part) => [
                part.record.no,
                part.record.body.customerName,
                nameOf(part.record.owner),
                words.value('kind', part.kind),
                part.due,
                part.amount / 100,
                part.paid / 100,
                part.open / 100,
                part.overdueDays,
              ]),
            })}
          />
        </span>
      </div>
      {by === 'contract' ? (
        <DataTable
          key="contract"
          label={t('accounts.recovery.byContract')}
          columns={contractColumns}
          rows={found.state === 'ready' ? rows : found}
          rowKey={({ record }) => record.id}
          rowLabel={({ record }) => record.no}
          onOpen={({ record }) => go(`/accounts/contracts/${record.id}`)}
          tone={({ legal }) => (legal ? 'bad' : undefined)}
          empty={empty}
        />
      ) : (
        <DataTable
          key="part"
          label={t('accounts.recovery.byPart')}
          columns={partColumns}
          rows={found.state === 'ready' ? parts : found}
          rowKey={({ key }) => key}
          rowLabel={({ record }) => record.no}
          onOpen={({ record }) => go(`/accounts/contracts/${record.id}`)}
          empty={empty}
        />
      )}
    </>
  );
}
