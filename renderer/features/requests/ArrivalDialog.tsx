import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { keepPhoto } from '#renderer/desk/keep-photo.ts';
import { ArrivingPieces, type NamedPieces } from '#renderer/desk/pieces/ArrivingPieces.tsx';
import { useTracking } from '#renderer/desk/pieces/use-tracking.ts';
import classes from '#renderer/desk/requests/requests.module.css';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { QuantityInput } from '#renderer/ui/QuantityInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { location } from '#shared/modules/location/module.ts';
import { order } from '#shared/modules/order/module.ts';
import { request, type Request } from '#shared/modules/request/module.ts';
import { openOf, receiveRequest } from '#shared/modules/request/rules.ts';

/** Goods of a request into stock with the sender's slip and certificate (G-28); all that is open unless less came. */
export function ArrivalDialog({ record, onClose }: { record: DocumentRecord<Request>; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { host, print } = useDesk();
  const { act, refusal } = useAct();
  const open = openOf(record);
  const [came, setCame] = useState<Readonly<Record<number, number | null>>>(() =>
    Object.fromEntries(open.map(({ line, quantity }) => [line, quantity])),
  );
  const [pieces, setPieces] = useState<NamedPieces>({});
  const tracking = useTracking(open.map(({ product }) => product));
  const [place, setPlace] = useState<string | null>(null);
  const [slipNo, setSlipNo] = useState('');
  const [certificateNo, setCertificateNo] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const found = useLive(
    async (read) => {
      const places = (await read.all({ kind: location.kind, status: 'open' })).rows.map((row) => location.read(row));
      const sale = await readAs(read, order, record.source);
      // Where the order is delivered from; a contract names no place, its goods come into the main store.
      const usual = sale?.body.location ?? places.find(({ body }) => body.type === 'warehouse')?.id ?? places[0]?.id ?? '';
      return { places, usual };
    },
    ['open-places', record.source],
  );
  const { places, usual } = found.state === 'ready' ? found.value : { places: [], usual: '' };
  const into = place ?? usual;
  const lines = open.flatMap(({ line }) => ((came[line] ?? 0) > 0 ? [{ line, quantity: came[line] ?? 0, serials: pieces[line] }] : []));
  const title = words.step(request.kind, 'arrived');
  async function commit(): Promise<void> {
    const certificate = await keepPhoto(host, photos);
    const saved = await act(receiveRequest(record.id, { lines, location: into, slipNo, certificateNo, certificate, notes: '' }));
    const slip = saved?.records.find(({ id }) => id === saved.answer.inbound);
    if (!slip) return;
    notify.done(`${title} · ${slip.no}`);
    onClose();
    print(slip);
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${title} · ${record.no}`}
      commit={title}
      onCommit={commit}
      blocked={problem ?? (lines.length === 0 ? t('refusals.NoLines') : undefined)}
      size={600}
    >
      {refusal && <RefusalView refusal={refusal} />}
      <div className={classes.lines}>
        {open.map(({ line, name, spec, unit, quantity }) => (
          <div key={line} className={classes.line}>
            <span className={classes.goods}>
              <span>
                {name} <span className={classes.dim}>{spec}</span>
              </span>
              <ArrivingPieces
                lines={open}
                line={line}
                tracking={tracking}
                quantity={came[line] ?? null}
                value={pieces}
                onChange={setPieces}
              />
            </span>
            <QuantityInput
              label={t('requests.quantityOf', { name })}
              hideLabel
              value={came[line] ?? null}
              min={0}
              max={quantity}
              onChange={(value) => setCame({ ...came, [line]: value })}
              onProblem={setProblem}
            />
            <span className={classes.dim}>{unit}</span>
          </div>
        ))}
      </div>
      <FormGrid columns={3}>
        <Select
          label={words.field('inbound', 'location')}
          data={places.map(({ id, title: name }) => ({ value: id, label: name }))}
          value={into === '' ? null : into}
          onChange={setPlace}
          allowDeselect={false}
        />
        <TextInput
          label={words.field('inbound', 'slipNo')}
          value={slipNo}
          maxLength={40}
          onChange={(event) => setSlipNo(event.currentTarget.value)}
        />
        <TextInput
          label={words.field('inbound', 'certificateNo')}
          value={certificateNo}
          maxLength={40}
          onChange={(event) => setCertificateNo(event.currentTarget.value)}
        />
      </FormGrid>
      <PhotoInput label={words.field('inbound', 'certificate')} photos={photos} onChange={setPhotos} most={1} />
    </FormDialog>
  );
}
