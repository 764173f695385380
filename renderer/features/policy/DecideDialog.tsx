import { TagsInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { keepPhoto } from '#renderer/desk/keep-photo.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Policy } from '#shared/modules/policy/module.ts';
import { decidePolicy } from '#shared/modules/policy/rules.ts';

interface DecideDialogProps {
  record: DocumentRecord<Policy>;
  onClose: () => void;
}

/** What the operating meeting (经营联席会) decided: when, who was there, the minutes. */
export function DecideDialog({ record, onClose }: DecideDialogProps) {
  const { t } = useTranslation();
  const { today, host } = useDesk();
  const { working } = useStaff();
  const { act, refusal } = useAct();
  const [day, setDay] = useState(today);
  const [present, setPresent] = useState<string[]>([]);
  const [minutes, setMinutes] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const isMissing = day === '' || present.length === 0 || minutes.trim() === '';

  const decide = async () => {
    if (!(await act(decidePolicy(record.id, { day, present, minutes, file: await keepPhoto(host, photos) })))) return;
    notify.done(t('policy.decide.done'));
    onClose();
  };

  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('policy.decide.title', { version: record.body.version })}
      commit={t('policy.decide.commit')}
      onCommit={decide}
      blocked={isMissing ? t('policy.decide.missing') : undefined}
      size={560}
    >
      <DayInput label={t('policy.decide.day')} value={day} onChange={setDay} today={today} latest={today} required />
      <TagsInput
        label={t('policy.decide.present')}
        description={t('policy.decide.presentHint')}
        data={working.map(({ body }) => body.name)}
        value={present}
        onChange={setPresent}
        required
      />
      <Textarea
        label={t('policy.decide.minutes')}
        value={minutes}
        maxLength={2000}
        autosize
        minRows={3}
        maxRows={8}
        required
        onChange={(event) => setMinutes(event.currentTarget.value)}
      />
      <PhotoInput label={t('policy.decide.file')} photos={photos} onChange={setPhotos} most={1} />
      {refusal && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}
