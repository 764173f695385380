import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Decide } from '#shared/documents/reader.ts';

interface TextDialogProps {
  title: string;
  commit: string;
  label: string;
  decide: (text: string) => Decide<unknown>;
  done: string;
  onClose: () => void;
}

/** A step that asks one thing: who received it, how it was sent. */
export function TextDialog({ title, commit, label, decide, done, onClose }: TextDialogProps) {
  const { act, refusal } = useAct();
  const [text, setText] = useState('');
  async function run(): Promise<void> {
    if (!(await act(decide(text)))) return;
    notify.done(done);
    onClose();
  }
  return (
    <FormDialog opened onClose={onClose} title={title} commit={commit} onCommit={run}>
      {refusal && <RefusalView refusal={refusal} />}
      <TextInput label={label} value={text} onChange={(event) => setText(event.currentTarget.value)} required data-autofocus />
    </FormDialog>
  );
}
