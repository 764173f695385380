import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Overrides } from '#shared/documents/act.ts';
import type { Extract } from '#shared/modules/extract/module.ts';
import { noteExtract } from '#shared/modules/extract/rules.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useTranslation } from '../../ui/i18n.ts';
import { RefusalView } from '../../ui/RefusalView.tsx';
import { useAct } from '../use-act.ts';
import { useRelease } from '../use-release.ts';
import { useWords } from '../words.ts';

interface ExtractDialogProps {
  subject: Extract['subject'];
  rows: number;
  onClose: () => void;
  /** It is written down: the file may be made. */
  onNoted: () => Promise<void>;
}

/** Who takes customers' data out of the program says why; it is written down before the file is made (G-08). */
export function ExtractDialog({ subject, rows, onClose, onNoted }: ExtractDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { act, refusal } = useAct();
  const [reason, setReason] = useState('');
  const note = async (overrides?: Overrides) => {
    if (await act(noteExtract({ subject, rows, reason }, overrides))) await onNoted();
  };
  const release = useRelease((overrides) => void note(overrides));
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('transfer.extract.title')}
      commit={t('transfer.export')}
      onCommit={() => note()}
      blocked={reason.trim() === '' ? t('transfer.extract.reasonMissing') : undefined}
      foot={t('transfer.extract.rows', { what: words.value('subject', subject), count: rows })}
    >
      <Textarea
        label={t('transfer.extract.reason')}
        description={t('transfer.extract.hint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={300}
        minRows={2}
        autosize
        required
        data-autofocus
      />
      {refusal && <RefusalView refusal={refusal} release={release} />}
    </FormDialog>
  );
}
