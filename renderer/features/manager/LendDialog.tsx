import { MultiSelect, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { lendSignature } from '#shared/modules/delegation/rules.ts';
import { matters, type Matter } from '#shared/policy/approvals.ts';
import type { Role } from '#shared/policy/roles.ts';

interface LendDialogProps {
  /** Posts of the person signed in that sign anything. */
  lendable: readonly Role[];
  onClose: () => void;
}

/** Lends the signature of the person signed in for some days. */
export function LendDialog({ lendable, onClose }: LendDialogProps) {
  const { t } = useTranslation();
  const { actor, today } = useDesk();
  const { working } = useStaff();
  const words = useWords();
  const { act, refusal } = useAct();
  const [to, setTo] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(lendable);
  const [chosen, setChosen] = useState<readonly Matter[]>([]);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const isMissing = to === '' || roles.length === 0 || from === '' || until === '' || reason.trim() === '';

  const lend = async () => {
    if (!(await act(lendSignature({ to, roles: [...roles], matters: [...chosen], from, until, reason })))) return;
    const name = working.find(({ id }) => id === to)?.body.name ?? '';
    notify.done(t('policy.delegation.lent', { name, from, until }));
    onClose();
  };

  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('policy.delegation.title')}
      commit={t('policy.delegation.commit')}
      onCommit={lend}
      blocked={isMissing ? t('policy.delegation.missing') : undefined}
    >
      <Select
        label={t('policy.delegation.to')}
        data={working
          .filter(({ id }) => id !== actor.id)
          .map(({ id, body }) => ({
            value: id,
            label: `${body.name} · ${body.roles.map((role) => words.role(role)).join(t('common.listSeparator'))}`,
          }))}
        value={to === '' ? null : to}
        onChange={(id) => setTo(id ?? '')}
        searchable
        required
        data-autofocus
      />
      <MultiSelect
        label={t('policy.delegation.roles')}
        data={lendable.map((role) => ({ value: role, label: words.role(role) }))}
        value={[...roles]}
        onChange={(values) => setRoles(lendable.filter((role) => values.includes(role)))}
        required
      />
      <MultiSelect
        label={t('policy.delegation.matters')}
        description={t('policy.delegation.mattersHint')}
        data={matters.map((matter) => ({ value: matter, label: words.value('matters', matter) }))}
        value={[...chosen]}
        onChange={(values) => setChosen(matters.filter((matter) => values.includes(matter)))}
      />
      <FormGrid>
        <DayInput label={t('policy.delegation.from')} value={from} onChange={setFrom} today={today} earliest={today} required />
        <DayInput
          label={t('policy.delegation.until')}
          value={until}
          onChange={setUntil}
          today={today}
          earliest={from === '' ? today : from}
          required
        />
      </FormGrid>
      <Textarea
        label={t('policy.delegation.reason')}
        value={reason}
        maxLength={300}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {refusal && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}
