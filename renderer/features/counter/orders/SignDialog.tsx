import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { SignaturePad } from '#renderer/ui/SignaturePad.tsx';
import { signOrder } from '#shared/modules/order/steps.ts';
import type { OrderView } from './read-order.ts';
import classes from './orders.module.css';

const ways = ['pad', 'photo', 'paper'] as const;

/** The customer's signature on the slip (G-37): drawn here, photographed, or on the paper that stays at the counter. */
export function SignDialog({ view, onClose }: { view: OrderView; onClose: () => void }) {
  const { t } = useTranslation();
  const { host } = useDesk();
  const acting = useAct();
  const [name, setName] = useState(view.record.body.customerName);
  const [way, setWay] = useState<(typeof ways)[number]>('pad');
  const [drawn, setDrawn] = useState<Uint8Array | null>(null);
  const [photos, setPhotos] = useState<Photo[]>([]);
  const missing = name.trim() === '' || (way === 'pad' && drawn === null) || (way === 'photo' && photos.length === 0);

  async function sign(): Promise<void> {
    const photo = photos[0];
    const file =
      way === 'pad' && drawn
        ? { name: `${view.record.no}.png`, type: 'image/png', content: drawn }
        : way === 'photo' && photo
          ? { name: photo.name, type: photo.type, content: photo.bytes }
          : null;
    const hash = file === null ? '' : (await host.call('files.put', file)).hash;
    const saved = await acting.act(signOrder(view.record.id, { name, file: hash }));
    if (!saved) return;
    notify.done(t('counter.sign.done'));
    onClose();
  }

  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('counter.sign.title', { no: view.record.no })}
      commit={t('counter.sign.commit')}
      onCommit={sign}
      blocked={missing ? t(`counter.sign.missing.${way}`) : undefined}
      size={560}
    >
      <TextInput
        label={t('counter.sign.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        maxLength={60}
      />
      <SegmentedControl
        aria-label={t('counter.sign.way')}
        data={ways.map((value) => ({ value, label: t(`counter.sign.ways.${value}`) }))}
        value={way}
        onChange={setWay}
      />
      {way === 'pad' && <SignaturePad label={t('counter.sign.pad')} onChange={setDrawn} />}
      {way === 'photo' && <PhotoInput label={t('counter.sign.photo')} photos={photos} onChange={(next) => setPhotos([...next])} most={1} />}
      {way === 'paper' && <p className={classes.note}>{t('counter.sign.paperHint')}</p>}
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
