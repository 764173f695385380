import type { ReactNode } from 'react';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Decide } from '#shared/documents/reader.ts';

interface ActDialogProps<T> {
  title: string;
  commit: string;
  /** What is decided with what was filled in; files go to the host first. */
  decide: () => Decide<T> | Promise<Decide<T>>;
  /** Said when it is done. */
  done: string;
  onClose: () => void;
  onDone?: (answer: T) => void;
  blocked?: string | undefined;
  size?: number;
  children?: ReactNode;
}

/** One step of a contract's chain in front of the page: fields, the commit, and why it was refused. */
export function ActDialog<T>({ title, commit, decide, done, onClose, onDone, blocked, size = 560, children }: ActDialogProps<T>) {
  const acting = useAct();
  async function run(): Promise<void> {
    const saved = await acting.act(await decide());
    if (!saved) return;
    notify.done(done);
    onClose();
    onDone?.(saved.answer);
  }
  return (
    <FormDialog opened onClose={onClose} title={title} commit={commit} onCommit={run} blocked={blocked} size={size}>
      {children}
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
