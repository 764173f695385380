import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Visit } from '#shared/modules/visit/module.ts';
import { assignVisit } from '#shared/modules/visit/rules.ts';
import { holdsAny } from '#shared/policy/roles.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';

/** Hands a visitor over to a colleague: `ask` opens the dialog. */
export function useAssign(): { ask: (record: DocumentRecord<Visit>) => void; dialog: ReactNode } {
  const [record, setRecord] = useState<DocumentRecord<Visit> | null>(null);
  return {
    ask: setRecord,
    dialog: record === null ? null : <AssignDialog key={record.id} record={record} onClose={() => setRecord(null)} />,
  };
}

function AssignDialog({ record, onClose }: { record: DocumentRecord<Visit>; onClose: () => void }) {
  const { t } = useTranslation();
  const { working, nameOf } = useStaff();
  const { act, refusal } = useAct();
  const [owner, setOwner] = useState('');
  const hosts = working.filter(({ id, body }) => id !== record.owner && holdsAny({ id, ...body }, ['salesperson', 'manager']));
  const assign = async () => {
    if (!(await act(assignVisit(record.id, owner)))) return;
    notify.done(t('reception.visit.assigned', { name: nameOf(owner) }));
    onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('reception.visit.assignTitle')}
      commit={t('reception.visit.assignTitle')}
      onCommit={assign}
      blocked={owner === '' ? t('reception.duty.choosePerson') : undefined}
      size={400}
    >
      <Select
        label={t('reception.visit.assignTo')}
        data-autofocus
        searchable
        value={owner === '' ? null : owner}
        onChange={(chosen) => setOwner(chosen ?? '')}
        data={hosts.map(({ id, body }) => ({ value: id, label: body.name }))}
      />
      {refusal !== null && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}
