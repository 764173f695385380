import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { staff, type Staff } from '#shared/modules/staff/module.ts';
import { leaveStaff, returnStaff } from '#shared/modules/staff/rules.ts';
import { PinDialog } from './PinDialog.tsx';
import { StaffDialog } from './StaffDialog.tsx';

type Person = DocumentRecord<Staff>;

/** Who may sign in at this branch's desks, with which posts. Everybody may change the own PIN. */
export function StaffTab() {
  const { t } = useTranslation();
  const { actor, holds } = useDesk();
  const words = useWords();
  const { act, refusal } = useAct();
  const [editing, setEditing] = useState<Person | 'new' | null>(null);
  const [pinOf, setPinOf] = useState<{ id: string; name: string } | null>(null);
  const people = useLive(async (read) => (await read.all({ kind: staff.kind })).rows.map((row) => staff.read(row)), []);
  const manager = holds('manager');

  const leave = async (person: Person) => {
    const { name } = person.body;
    if (!(await askConfirm({ title: t('settings.staff.leaveAsk', { name }), message: t('settings.staff.leaveHint'), danger: true })))
      return;
    if (await act(leaveStaff(person.id))) notify.done(t('settings.staff.left', { name }));
  };

  const columns: Column<Person>[] = [
    { key: 'code', header: t('settings.staff.code'), width: 100, render: ({ body }) => body.code },
    { key: 'name', header: t('settings.staff.name'), width: 140, render: ({ body }) => body.name },
    {
      key: 'roles',
      header: t('settings.staff.roles'),
      width: 260,
      grow: 1,
      render: ({ body }) => body.roles.map((role) => words.role(role)).join(' / '),
    },
    { key: 'phone', header: t('settings.staff.phone'), width: 140, render: ({ body }) => body.phone },
    {
      key: 'status',
      header: t('lists.status'),
      width: 100,
      render: (row) => <StatusBadge tone={row.status === 'active' ? 'good' : 'neutral'} label={words.status(row)} />,
    },
    {
      key: 'actions',
      header: '',
      width: 220,
      align: 'right',
      render: (row) => (
        <>
          {(manager || row.id === actor.id) && (
            <ActionButton size="xs" variant="subtle" onAct={() => setPinOf({ id: row.id, name: row.body.name })}>
              {t(row.id === actor.id ? 'settings.staff.myPin' : 'settings.staff.newPin')}
            </ActionButton>
          )}
          {manager &&
            (row.status === 'active' ? (
              <ActionButton size="xs" variant="subtle" color="red" onAct={() => leave(row)}>
                {t('settings.staff.leave')}
              </ActionButton>
            ) : (
              <ActionButton size="xs" variant="subtle" onAct={() => act(returnStaff(row.id))}>
                {t('settings.staff.back')}
              </ActionButton>
            ))}
        </>
      ),
    },
  ];

  return (
    <Section
      title={t('settings.tabs.staff')}
      flush
      actions={
        manager && (
          <ActionButton size="xs" onAct={() => setEditing('new')}>
            {t('settings.staff.add')}
          </ActionButton>
        )
      }
    >
      {refusal !== null && <RefusalView refusal={refusal} />}
      <DataTable
        label={t('settings.tabs.staff')}
        columns={columns}
        rows={people}
        rowKey={(row) => row.id}
        {...(manager ? { onOpen: (row: Person) => setEditing(row) } : {})}
      />
      {editing !== null && <StaffDialog person={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {pinOf !== null && <PinDialog {...pinOf} onClose={() => setPinOf(null)} />}
    </Section>
  );
}
