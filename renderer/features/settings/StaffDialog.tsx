import { MultiSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { problemText } from '#renderer/book/problem-text.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Staff } from '#shared/modules/staff/module.ts';
import { addStaff, changeRoles, editStaff } from '#shared/modules/staff/rules.ts';
import { isSame } from '#shared/core/canonical.ts';
import { roles } from '#shared/policy/roles.ts';

export interface StaffDialogProps {
  /** null: somebody new. */
  person: DocumentRecord<Staff> | null;
  onClose: () => void;
}

/** Name, number, posts; a PIN for somebody new. */
export function StaffDialog({ person, onClose }: StaffDialogProps) {
  const { t } = useTranslation();
  const { host } = useDesk();
  const words = useWords();
  const { act, refusal } = useAct();
  const [form, setForm] = useState<Pick<Staff, 'name' | 'code' | 'phone' | 'roles'>>(
    person?.body ?? { name: '', code: '', phone: '', roles: ['salesperson'] },
  );
  const [pin, setPin] = useState('');
  const blocked =
    form.roles.length === 0
      ? t('settings.staff.needRole')
      : person === null && !/^\d{4,12}$/.test(pin)
        ? t('shell.firstRun.pinWrong')
        : undefined;

  const save = async () => {
    const { name, code, phone } = form;
    const saved = person === null ? await add() : await edit(person);
    if (!saved) return;
    notify.done(t(person === null ? 'settings.staff.added' : 'settings.staff.changed', { name }));
    onClose();

    async function add() {
      try {
        const { hash } = await host.call('pin.hash', { pin });
        return await act(addStaff({ ...form, pinHash: hash }));
      } catch (problem) {
        notify.failed(problemText(problem));
        return null;
      }
    }

    async function edit(before: DocumentRecord<Staff>) {
      if (!isSame(before.body.roles, form.roles) && !(await act(changeRoles(before.id, form.roles)))) return null;
      return act(editStaff(before.id, { name, code, phone }));
    }
  };

  const text = (field: 'name' | 'code' | 'phone') => ({
    label: t(`settings.staff.${field}`),
    value: form[field],
    onChange: (event: { currentTarget: HTMLInputElement }) => setForm({ ...form, [field]: event.currentTarget.value }),
  });

  return (
    <FormDialog
      opened
      onClose={onClose}
      title={person === null ? t('settings.staff.add') : person.body.name}
      commit={t('common.save')}
      onCommit={save}
      blocked={blocked}
    >
      <FormGrid columns={2}>
        <TextInput {...text('name')} data-autofocus />
        <TextInput {...text('code')} />
        <TextInput {...text('phone')} />
        {person === null && (
          <PasswordInput
            label={t('settings.staff.pin')}
            description={t('settings.staff.pinHint')}
            value={pin}
            inputMode="numeric"
            onChange={(event) => setPin(event.currentTarget.value)}
          />
        )}
        <WideRow>
          <MultiSelect
            label={t('settings.staff.roles')}
            data={roles.map((role) => ({ value: role, label: words.role(role) }))}
            value={[...form.roles]}
            onChange={(next) => setForm({ ...form, roles: roles.filter((role) => next.includes(role)) })}
          />
        </WideRow>
      </FormGrid>
      {refusal !== null && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}
