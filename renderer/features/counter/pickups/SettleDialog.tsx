import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { formatFen, type Fen } from '#shared/core/money.ts';
import { settleFloat } from '#shared/modules/float/rules.ts';
import type { PickupView } from './read-pickup.ts';

/** The buyer accounts for the money drawn: what the supplier got, with his voucher; the rest comes back into the float (STK-05). */
export function SettleDialog({ view, writer, onClose }: { view: PickupView; writer: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { host } = useDesk();
  const acting = useAct();
  const { record, out } = view;
  const [spent, setSpent] = useState<Fen | null>(out);
  const [typed, setPerson] = useState<string | null>(null);
  const person = typed ?? writer;
  const [voucherNo, setVoucherNo] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const back = out - (spent ?? 0);

  async function settle(): Promise<void> {
    const photo = photos[0];
    const voucher = photo ? (await host.call('files.put', { name: photo.name, type: photo.type, content: photo.bytes })).hash : '';
    const saved = await acting.act(settleFloat(record.id, { spent: spent ?? 0, person: person.trim(), voucherNo, voucher, note: '' }));
    if (!saved) return;
    notify.done(t('counter.pickup.settled', { amount: formatFen(saved.answer.back) }));
    onClose();
  }

  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('counter.pickup.settleTitle', { no: record.no })}
      commit={t('counter.pickup.action.settle')}
      foot={t('counter.pickup.comesBack', { amount: formatFen(Math.max(0, back)) })}
      blocked={problem ?? (spent === null ? t('counter.pickup.amountMissing') : undefined)}
      onCommit={settle}
    >
      <MoneyInput
        label={t('counter.pickup.spent')}
        value={spent}
        onChange={setSpent}
        onProblem={setProblem}
        max={out}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
        autoFocus
        required
      />
      <TextInput
        label={t('counter.pickup.broughtBy')}
        value={person}
        maxLength={60}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <TextInput
        label={t('counter.pickup.voucherNo')}
        value={voucherNo}
        maxLength={60}
        onChange={(event) => setVoucherNo(event.currentTarget.value)}
      />
      <PhotoInput label={t('counter.pickup.voucher')} photos={photos} onChange={setPhotos} most={1} />
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
