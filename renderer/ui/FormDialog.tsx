import { Button, Modal } from '@mantine/core';
import { useLayoutEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { ActionButton } from './ActionButton.tsx';
import classes from './FormDialog.module.css';
import { ShortcutLayer } from './ShortcutLayer.tsx';

export interface FormDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What the button does, as a verb: 收款, Release. */
  commit: string;
  /** While a returned promise is pending the button shows it. Closing afterwards is the caller's decision. */
  onCommit: () => void | Promise<unknown>;
  /** Why it cannot be committed yet. */
  blocked?: string | undefined;
  /** Pixels. */
  size?: number;
  danger?: boolean;
  /** Left in the foot: a total, a hint. */
  foot?: ReactNode;
  children: ReactNode;
}

/** A form in front of the page. Ctrl+Enter commits from any field, Enter only where a field does not need it; Esc closes. */
export function FormDialog({
  opened,
  onClose,
  title,
  commit,
  onCommit,
  blocked,
  size = 520,
  danger = false,
  foot,
  children,
}: FormDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} closeOnClickOutside={false}>
      <DialogForm {...{ onClose, commit, onCommit, blocked, danger, foot, children }} />
    </Modal>
  );
}

export type DialogFormProps = Pick<FormDialogProps, 'onClose' | 'commit' | 'onCommit' | 'blocked' | 'danger' | 'foot' | 'children'>;

/** The inside of a dialog: fields, then what can be done. Mounted only while the dialog is open, so that its shortcut ends with it. */
export function DialogForm({ onClose, commit, onCommit, blocked, danger = false, foot, children }: DialogFormProps) {
  const { t } = useTranslation();
  const onSubmit = (event: FormEvent) => event.preventDefault();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    // The dialog focuses what is so marked: the first field; without one the button, unless it does harm.
    if (form.current?.querySelector('[data-autofocus]')) return;
    const first =
      form.current?.querySelector('input, textarea, select') ?? form.current?.querySelector(danger ? 'button' : 'button:last-of-type');
    first?.setAttribute('data-autofocus', '');
  }, [danger]);
  return (
    <ShortcutLayer>
      <form ref={form} onSubmit={onSubmit} noValidate>
        <div className={classes.body}>{children}</div>
        <div className={classes.foot}>
          <div className={classes.note}>{foot}</div>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <ActionButton onAct={onCommit} blocked={blocked} shortcut="mod+Enter" color={danger ? 'red' : undefined}>
            {commit}
          </ActionButton>
        </div>
      </form>
    </ShortcutLayer>
  );
}
