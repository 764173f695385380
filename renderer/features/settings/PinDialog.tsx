import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { problemText } from '#renderer/book/problem-text.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { setPin } from '#shared/modules/staff/rules.ts';

export interface PinDialogProps {
  id: string;
  name: string;
  onClose: () => void;
}

/** A new PIN, twice. */
export function PinDialog({ id, name, onClose }: PinDialogProps) {
  const { t } = useTranslation();
  const { host } = useDesk();
  const { act, refusal } = useAct();
  const [pin, setEntered] = useState('');
  const [again, setAgain] = useState('');
  const blocked = !/^\d{4,12}$/.test(pin) ? t('shell.firstRun.pinWrong') : pin !== again ? t('shell.firstRun.pinDiffers') : undefined;

  const save = async () => {
    try {
      const { hash } = await host.call('pin.hash', { pin });
      if (!(await act(setPin(id, hash)))) return;
      notify.done(t('settings.staff.pinSet', { name }));
      onClose();
    } catch (problem) {
      notify.failed(problemText(problem));
    }
  };

  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('shell.signIn.pinOf', { name })}
      commit={t('common.save')}
      onCommit={save}
      blocked={blocked}
      size={380}
    >
      <FormGrid columns={1}>
        <PasswordInput
          data-autofocus
          label={t('shell.firstRun.pin')}
          description={t('shell.firstRun.pinHint')}
          inputMode="numeric"
          value={pin}
          onChange={(event) => setEntered(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('shell.firstRun.pinAgain')}
          inputMode="numeric"
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
      </FormGrid>
      {refusal !== null && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}
