import { Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { DialogForm } from './FormDialog.tsx';
import { translate } from './i18n.ts';

export interface AskConfirmOptions {
  title: string;
  /** What will happen, in a sentence. */
  message?: string;
  /** The verb on the button; 'OK' when left out. */
  confirm?: string;
  /** Cannot be taken back. */
  danger?: boolean;
}

/** Resolves to false when the dialog is closed in any other way than by its button. */
export function askConfirm({ title, message, confirm, danger = false }: AskConfirmOptions): Promise<boolean> {
  return ask<boolean>(title, false, (answer) => (
    <DialogForm onClose={() => answer(false)} commit={confirm ?? translate('common.confirm')} onCommit={() => answer(true)} danger={danger}>
      {message !== undefined && <p style={{ margin: 0 }}>{message}</p>}
    </DialogForm>
  ));
}

export interface AskReasonOptions extends AskConfirmOptions {
  label?: string;
  /** Least number of characters, 4 when left out. */
  least?: number;
}

/** Resolves to the reason, trimmed, or null when there was none in the end. */
export function askReason({ title, ...rest }: AskReasonOptions): Promise<string | null> {
  return ask<string | null>(title, null, (answer) => <ReasonForm {...rest} answer={answer} />);
}

function ReasonForm({
  message,
  label,
  least = 4,
  confirm,
  danger = false,
  answer,
}: Omit<AskReasonOptions, 'title'> & { answer: (reason: string | null) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const short = [...reason.trim()].length < least;
  return (
    <DialogForm
      onClose={() => answer(null)}
      commit={confirm ?? t('common.confirm')}
      onCommit={() => answer(reason.trim())}
      blocked={short ? t('common.dialog.reasonLeast', { least }) : undefined}
      danger={danger}
    >
      {message !== undefined && <p style={{ margin: 0 }}>{message}</p>}
      <Textarea
        label={label ?? t('common.dialog.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
        required
      />
    </DialogForm>
  );
}

function ask<Answer>(title: string, closed: Answer, body: (answer: (value: Answer) => void) => React.ReactNode): Promise<Answer> {
  return new Promise((resolve) => {
    const id = modals.open({
      title,
      size: 440,
      children: body((value) => {
        resolve(value);
        modals.close(id);
      }),
      // Also after an answer, where it does nothing more.
      onClose: () => resolve(closed),
    });
  });
}
