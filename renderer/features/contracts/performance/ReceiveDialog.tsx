import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { keepPhoto } from '#renderer/desk/keep-photo.ts';
import { KeptPicture } from '#renderer/desk/KeptPicture.tsx';
import { ArrivingPieces, type NamedPieces } from '#renderer/desk/pieces/ArrivingPieces.tsx';
import { useTracking } from '#renderer/desk/pieces/use-tracking.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { openCertificates, type Certificate } from '#shared/modules/notice/certificate.ts';
import type { Notice } from '#shared/modules/notice/module.ts';
import { producedOf } from '#shared/modules/notice/progress.ts';
import { receiveProduction } from '#shared/modules/notice/rules.ts';
import { ActDialog } from '../ActDialog.tsx';
import { countedOf, LineQuantities, startOf, type OpenLine } from './LineQuantities.tsx';
import { usePlaces } from './use-places.ts';

interface ReceiveDialogProps {
  notice: DocumentRecord<Notice>;
  onClose: () => void;
}

interface Coming {
  lines: OpenLine[];
  certificates: Certificate[];
}

/** Finished goods of a notice into stock, with slip and certificate together (STK-09, G-28). */
export function ReceiveDialog({ notice, onClose }: ReceiveDialogProps) {
  const found = useLive(
    async (read): Promise<Coming> => {
      const produced = await producedOf(read, notice);
      const lines = notice.body.lines.flatMap(({ line, name, spec, unit, quantity }) => {
        const open = quantity - (produced.get(line) ?? 0);
        return open > 0 ? [{ line, name, spec, unit, open, start: open }] : [];
      });
      return { lines, certificates: await openCertificates(read, notice) };
    },
    ['to-receive', notice.id],
  );
  return <StateView of={found}>{(coming) => <ReceiveForm {...{ notice, coming, onClose }} />}</StateView>;
}

/** The certificate is on paper only: its number is typed. */
const ON_PAPER = '';

function ReceiveForm({ notice, coming, onClose }: ReceiveDialogProps & { coming: Coming }) {
  const { t } = useTranslation();
  const words = useWords();
  const { host } = useDesk();
  const { nameOf } = useStaff();
  const places = usePlaces();
  const { lines, certificates } = coming;
  const [lot, setLot] = useState<string>(certificates[0]?.certificateNo ?? ON_PAPER);
  const [counted, setCounted] = useState(() => startOf(linesOf(lines, certificates[0])));
  const [chosen, setChosen] = useState('');
  const [slipNo, setSlipNo] = useState('');
  const [typedNo, setTypedNo] = useState('');
  const [pieces, setPieces] = useState<NamedPieces>({});
  const tracking = useTracking(notice.body.lines.map(({ product }) => product));
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const location = chosen || (places[0]?.value ?? '');
  const inspected = certificates.find(({ certificateNo }) => certificateNo === lot);
  const arriving = countedOf(counted).map((one) => ({ ...one, serials: pieces[one.line] }));
  const input = { lines: arriving, location, slipNo, certificateNo: inspected?.certificateNo ?? typedNo, notes: '' };
  const choose = (next: string) => {
    setLot(next);
    setCounted(
      startOf(
        linesOf(
          lines,
          certificates.find(({ certificateNo }) => certificateNo === next),
        ),
      ),
    );
  };
  return (
    <ActDialog
      title={`${words.step('notice', 'produced')} ${notice.no}`}
      commit={words.step('notice', 'produced')}
      decide={async () =>
        receiveProduction(notice.id, { ...input, certificate: inspected ? inspected.certificate : await keepPhoto(host, photos) })
      }
      done={words.event('notice', 'produced')}
      onClose={onClose}
      blocked={problem ?? (input.lines.length === 0 ? t('contracts.quantities.nothing') : undefined)}
      size={640}
    >
      <LineQuantities
        lines={lines}
        value={counted}
        onChange={setCounted}
        onProblem={setProblem}
        beside={(line) => (
          <ArrivingPieces
            lines={notice.body.lines}
            line={line}
            tracking={tracking}
            quantity={counted[line] ?? null}
            value={pieces}
            onChange={setPieces}
          />
        )}
      />
      <FormGrid>
        <Select
          label={words.field('inbound', 'location')}
          data={[...places]}
          value={location === '' ? null : location}
          onChange={(value) => setChosen(value ?? '')}
          allowDeselect={false}
        />
        <TextInput
          label={words.field('inbound', 'slipNo')}
          value={slipNo}
          maxLength={40}
          onChange={(event) => setSlipNo(event.currentTarget.value)}
        />
        {certificates.length > 0 && (
          <Select
            label={words.field('inbound', 'certificate')}
            data={[
              ...certificates.map(({ certificateNo, by }) => ({ value: certificateNo, label: `${certificateNo} · ${nameOf(by)}` })),
              { value: ON_PAPER, label: t('contracts.certificate.onPaper') },
            ]}
            value={lot}
            onChange={(value) => choose(value ?? ON_PAPER)}
            allowDeselect={false}
          />
        )}
        {!inspected && (
          <TextInput
            label={words.field('inbound', 'certificateNo')}
            value={typedNo}
            maxLength={40}
            onChange={(event) => setTypedNo(event.currentTarget.value)}
          />
        )}
      </FormGrid>
      {!inspected && <PhotoInput label={words.field('inbound', 'certificate')} photos={photos} onChange={setPhotos} most={1} />}
      {inspected && inspected.certificate !== '' && (
        <KeptPicture hash={inspected.certificate} alt={words.field('inbound', 'certificate')} />
      )}
    </ActDialog>
  );
}

/** With a certificate only its lot comes in; without one whatever is still to come. */
function linesOf(lines: readonly OpenLine[], certificate: Certificate | undefined): OpenLine[] {
  if (!certificate) return [...lines];
  const lot = new Map(certificate.lines.map(({ line, quantity }) => [line, quantity]));
  return lines.map((line) => ({ ...line, start: Math.min(line.open, lot.get(line.line) ?? 0) }));
}
