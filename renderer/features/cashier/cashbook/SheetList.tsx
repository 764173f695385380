import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Box } from '#shared/modules/cashday/box.ts';
import { cashday } from '#shared/modules/cashday/module.ts';
import classes from './cashbook.module.css';

/** Sheets of one box, newest first. */
export function SheetList({ box }: { box: Box }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const list = useList({ kind: cashday.kind }, (row) => row.body.box === box, box);
  const bodyOf = (row: AnyRecord) => cashday.read(row).body;
  const signersOf = (row: AnyRecord) => row.events.filter(({ type }) => type === 'signed').map(({ by }) => by);
  return (
    <Section title={t('cashbook.sheets')} flush>
      <DataTable
        {...list}
        label={t('cashbook.sheets')}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.no}
        onOpen={(row) => go(pathOf(row))}
        columns={[
          { key: 'day', header: words.column('day'), width: 76, render: (row) => <DayText day={row.day} today={today} /> },
          { key: 'no', header: words.column('no'), width: 152, grow: 1, render: (row) => row.no },
          {
            key: 'counted',
            header: words.field('cashday', 'counted'),
            width: 84,
            align: 'right',
            render: (row) => <Money fen={row.amount} />,
          },
          {
            key: 'difference',
            header: words.field('cashday', 'difference'),
            width: 84,
            align: 'right',
            render: (row) =>
              bodyOf(row).difference === 0 ? (
                <span className={classes.dim}>—</span>
              ) : (
                <span className={classes.bad}>
                  <Money fen={bodyOf(row).difference} />
                </span>
              ),
          },
          {
            key: 'signers',
            header: `${t('cashbook.counter')} / ${t('cashbook.signer')}`,
            width: 136,
            render: (row) => [row.owner, ...signersOf(row)].map(nameOf).join(' / '),
          },
          {
            key: 'status',
            header: words.column('status'),
            width: 132,
            render: (row) => <StatusBadge tone={cashday.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
          },
        ]}
        empty={<Empty title={t('cashbook.noSheets')} hint={t('cashbook.noSheetsHint')} />}
      />
    </Section>
  );
}
