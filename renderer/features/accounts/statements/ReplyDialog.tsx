import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { LARGEST_FEN, type Fen } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { statement, type Statement } from '#shared/modules/statement/module.ts';
import { agreeStatement, disputeStatement } from '#shared/modules/statement/rules.ts';

/** What came back on the reply slip: signed and right, or another balance. */
export function ReplyDialog({
  record,
  step,
  onClose,
}: {
  record: DocumentRecord<Statement>;
  step: 'agreed' | 'differs';
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const { host } = useDesk();
  const { act, refusal } = useAct();
  const [name, setName] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [amount, setAmount] = useState<Fen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [text, setText] = useState('');
  const title = words.step(statement.kind, step);

  async function decide() {
    if (step === 'differs') return disputeStatement(record.id, { amount: amount ?? 0, text });
    const photo = photos[0];
    const file = photo ? (await host.call('files.put', { name: photo.name, type: photo.type, content: photo.bytes })).hash : '';
    return agreeStatement(record.id, { name, file });
  }
  async function commit(): Promise<void> {
    if (!(await act(await decide()))) return;
    notify.done(`${words.event(statement.kind, step)} · ${record.no}`);
    onClose();
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${title} · ${record.no}`}
      commit={title}
      onCommit={commit}
      blocked={problem ?? (step === 'differs' && amount === null ? t('accounts.statement.amountMissing') : undefined)}
    >
      {refusal && <RefusalView refusal={refusal} />}
      {step === 'agreed' ? (
        <>
          <TextInput
            label={t('accounts.statement.signer')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            data-autofocus
          />
          <PhotoInput label={t('accounts.statement.slip')} photos={photos} onChange={setPhotos} most={1} />
        </>
      ) : (
        <>
          <MoneyInput
            label={t('accounts.statement.theirs')}
            value={amount}
            onChange={setAmount}
            onProblem={setProblem}
            min={-LARGEST_FEN}
            required
          />
          <Textarea label={t('accounts.statement.remark')} value={text} onChange={(event) => setText(event.currentTarget.value)} required />
        </>
      )}
    </FormDialog>
  );
}
