import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { photographPickup } from '#shared/modules/pickup/rules.ts';
import type { PickupView } from './read-pickup.ts';

/** The photo of the slip that goes to Purchasing (S8.38). */
export function PhotographDialog({ view, onClose }: { view: PickupView; onClose: () => void }) {
  const { t } = useTranslation();
  const { host } = useDesk();
  const acting = useAct();
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const photo = photos[0];
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('counter.pickup.photographTitle', { no: view.record.no })}
      commit={t('counter.pickup.action.photograph')}
      blocked={photo ? undefined : t('counter.pickup.photoMissing')}
      onCommit={async () => {
        if (!photo) return;
        const { hash } = await host.call('files.put', { name: photo.name, type: photo.type, content: photo.bytes });
        if (!(await acting.act(photographPickup(view.record.id, hash)))) return;
        notify.done(t('counter.pickup.photographed'));
        onClose();
      }}
    >
      <PhotoInput label={t('counter.pickup.photo')} photos={photos} onChange={setPhotos} most={1} required />
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
