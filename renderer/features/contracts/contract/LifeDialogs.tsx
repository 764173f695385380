import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { archiveContract, handOverContract, putOffBalance } from '#shared/modules/contract/life.ts';
import { ActDialog } from '../ActDialog.tsx';
import { keepPhoto } from '#renderer/desk/keep-photo.ts';
import type { ContractDialogProps } from './SigningDialogs.tsx';

/** Signed copy and scan put away (CON-08, G-18). */
export function ArchiveDialog({ record, onClose }: ContractDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { host } = useDesk();
  const [place, setPlace] = useState('');
  const [copies, setCopies] = useState(1);
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  return (
    <ActDialog
      title={`${words.step('contract', 'archived')} ${record.no}`}
      commit={words.step('contract', 'archived')}
      decide={async () => archiveContract(record.id, { place, copies, file: await keepPhoto(host, photos) })}
      done={words.event('contract', 'archived')}
      onClose={onClose}
    >
      <FormGrid>
        <TextInput
          label={t('contracts.archive.place')}
          placeholder={t('contracts.archive.placeHint')}
          value={place}
          maxLength={100}
          required
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <NumberInput
          label={t('contracts.archive.copies')}
          value={copies}
          min={1}
          max={99}
          allowDecimal={false}
          hideControls
          onChange={(value) => setCopies(typeof value === 'number' ? value : 1)}
        />
      </FormGrid>
      <PhotoInput label={t('contracts.archive.scan')} photos={photos} onChange={setPhotos} most={1} />
    </ActDialog>
  );
}

/** To the contract department (CON-10, G-106). */
export function HandOverDialog({ record, onClose }: ContractDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  return (
    <ActDialog
      title={`${words.step('contract', 'handedOver')} ${record.no}`}
      commit={words.step('contract', 'handedOver')}
      decide={() => handOverContract(record.id, { to, note })}
      done={words.event('contract', 'handedOver')}
      onClose={onClose}
      blocked={to.trim() === '' ? t('contracts.handOver.toMissing') : undefined}
    >
      <TextInput
        label={t('contracts.handOver.to')}
        value={to}
        maxLength={60}
        required
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <TextInput
        label={t('contracts.handOver.note')}
        value={note}
        maxLength={300}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActDialog>
  );
}

/** Another day for the balance, and why (G-95). */
export function PutOffDialog({ record, onClose }: ContractDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const [due, setDue] = useState('');
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={`${words.step('contract', 'putOff')} ${record.no}`}
      commit={words.step('contract', 'putOff')}
      decide={() => putOffBalance(record.id, due, reason)}
      done={words.event('contract', 'putOff')}
      onClose={onClose}
      blocked={due === '' ? t('contracts.putOff.dayMissing') : undefined}
    >
      <FormGrid>
        <DayInput label={t('contracts.putOff.due')} value={due} onChange={setDue} today={today} earliest={today} required />
        <TextInput
          label={t('contracts.putOff.reason')}
          value={reason}
          maxLength={300}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </FormGrid>
    </ActDialog>
  );
}
