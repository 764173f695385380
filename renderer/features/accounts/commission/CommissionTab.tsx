import { Select } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { commission } from '#shared/modules/commission/module.ts';
import { writeCommission } from '#shared/modules/commission/rules.ts';
import { maySee, seesAll } from '#shared/modules/may-see.ts';
import classes from '../accounts.module.css';

/** Commission sheets; a salesperson sees the own ones (STF-09). */
export function CommissionTab() {
  const { t } = useTranslation();
  const words = useWords();
  const { actor, today, holds } = useDesk();
  const { nameOf } = useStaff();
  const go = useGo();
  const [writing, setWriting] = useState(false);
  const all = seesAll(commission.kind, actor);
  const own = (row: AnyRecord) => maySee(row, actor);
  const list = useList({ kind: commission.kind }, all ? undefined : own, all ? '' : actor.id);
  const money = (field: 'commission' | 'withheld' | 'conceded' | 'total'): Column<AnyRecord> => ({
    key: field,
    header: words.field('commission', field),
    width: field === 'conceded' ? 118 : 96,
    align: 'right',
    render: (row) => <Money fen={commission.read(row).body[field]} strong={field === 'total'} />,
  });
  return (
    <>
      <div className={classes.bar}>
        <span className={classes.dim}>{t('accounts.commission.chain')}</span>
        <span className={classes.end}>
          {holds(...commission.makers) && (
            <ActionButton shortcut="alt+n" onAct={() => setWriting(true)}>
              {t('accounts.commission.write')}
            </ActionButton>
          )}
        </span>
      </div>
      <DataTable
        label={t('accounts.tabs.commission')}
        {...list}
        rowKey={({ id }) => id}
        rowLabel={({ no }) => no}
        onOpen={(row) => go(pathOf(row))}
        empty={<Empty title={t('accounts.commission.none')} hint={t('accounts.commission.noneHint')} />}
        columns={[
          { key: 'no', header: words.column('no'), width: 154, render: ({ no }) => no },
          { key: 'staff', header: words.field('commission', 'staffName'), width: 100, grow: 1, render: ({ owner }) => nameOf(owner) },
          { key: 'month', header: words.field('commission', 'month'), width: 76, render: (row) => commission.read(row).body.month },
          { key: 'day', header: words.column('day'), width: 76, render: ({ day }) => <DayText day={day} today={today} /> },
          money('commission'),
          money('withheld'),
          money('conceded'),
          money('total'),
          {
            key: 'clawback',
            header: t('accounts.commission.back'),
            width: 96,
            render: (row) =>
              commission.read(row).body.lines.some((line) => line.commission < 0) ? (
                <StatusBadge tone="bad" label={t('accounts.commission.isBack')} />
              ) : (
                ''
              ),
          },
          {
            key: 'status',
            header: words.column('status'),
            width: 128,
            render: (row) => <StatusBadge tone={commission.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
          },
        ]}
      />
      {writing && <WriteDialog onClose={() => setWriting(false)} />}
    </>
  );
}

/** A salesperson writes the own sheet, the manager anybody's. */
function WriteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { actor, holds, print } = useDesk();
  const { working, nameOf } = useStaff();
  const go = useGo();
  const { act, refusal } = useAct();
  const sellers = working.filter(({ id, body }) => (holds('manager') ? body.roles.includes('salesperson') : id === actor.id));
  const [owner, setOwner] = useState<string | null>(holds('manager') ? null : actor.id);
  async function commit(): Promise<void> {
    if (owner === null) return;
    const made = (await act(writeCommission(owner)))?.records[0];
    if (!made) return;
    notify.done(t('accounts.commission.written', { name: nameOf(owner) }));
    onClose();
    print(made);
    go(pathOf(made));
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('accounts.commission.write')}
      commit={t('accounts.commission.write')}
      onCommit={commit}
      blocked={owner === null ? t('accounts.commission.chooseStaff') : undefined}
    >
      {refusal && <RefusalView refusal={refusal} />}
      <Select
        label={words.field('commission', 'staffName')}
        description={t('accounts.commission.writeHint')}
        data={sellers.map(({ id, body }) => ({ value: id, label: body.name }))}
        value={owner}
        onChange={setOwner}
        allowDeselect={false}
        searchable
        required
      />
    </FormDialog>
  );
}
