import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { keepPhoto } from '#renderer/desk/keep-photo.ts';
import { useWords } from '#renderer/desk/words.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { certifyLot, toCertify } from '#shared/modules/notice/certificate.ts';
import type { Notice } from '#shared/modules/notice/module.ts';
import { ActDialog } from '../ActDialog.tsx';
import { countedOf, LineQuantities, startOf, type OpenLine } from './LineQuantities.tsx';

interface CertificateDialogProps {
  notice: DocumentRecord<Notice>;
  onClose: () => void;
}

/** 合格证: the quality section has inspected a lot; the warehouse takes it in with this (STK-09, G-28). */
export function CertificateDialog({ notice, onClose }: CertificateDialogProps) {
  const found = useLive(
    async (read): Promise<OpenLine[]> => {
      const left = await toCertify(read, notice);
      return notice.body.lines.flatMap(({ line, name, spec, unit }) => {
        const open = left.get(line) ?? 0;
        return open > 0 ? [{ line, name, spec, unit, open, start: open }] : [];
      });
    },
    ['to-certify', notice.id],
  );
  return <StateView of={found}>{(lines) => <CertificateForm {...{ notice, lines, onClose }} />}</StateView>;
}

function CertificateForm({ notice, lines, onClose }: CertificateDialogProps & { lines: readonly OpenLine[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const { host } = useDesk();
  const [counted, setCounted] = useState(() => startOf(lines));
  const [certificateNo, setCertificateNo] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const inspected = countedOf(counted);
  return (
    <ActDialog
      title={`${words.step('notice', 'certified')} ${notice.no}`}
      commit={words.step('notice', 'certified')}
      decide={async () => certifyLot(notice.id, { lines: inspected, certificateNo, certificate: await keepPhoto(host, photos) })}
      done={words.event('notice', 'certified')}
      onClose={onClose}
      blocked={problem ?? (inspected.length === 0 ? t('contracts.quantities.nothing') : undefined)}
      size={640}
    >
      <LineQuantities lines={lines} value={counted} onChange={setCounted} onProblem={setProblem} />
      <TextInput
        label={words.field('inbound', 'certificateNo')}
        value={certificateNo}
        maxLength={40}
        required
        onChange={(event) => setCertificateNo(event.currentTarget.value)}
      />
      <PhotoInput label={words.field('inbound', 'certificate')} photos={photos} onChange={setPhotos} most={1} />
    </ActDialog>
  );
}
