import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { keepPhoto } from '#renderer/desk/keep-photo.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Fen } from '#shared/core/money.ts';
import { banking, type Banking } from '#shared/modules/banking/module.ts';
import { enterBanking } from '#shared/modules/banking/rules.ts';

const types = ['toBank', 'fromBank'] as const;

/** Cash to the bank or from it, as the bank's slip says. */
export function BankDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { host } = useDesk();
  const { act, refusal } = useAct();
  const [type, setType] = useState<Banking['type']>('toBank');
  const [amount, setAmount] = useState<Fen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [bank, setBank] = useState<string | null>(null);
  const [slipNo, setSlipNo] = useState('');
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  // As it was named the last time.
  const usual = useLive(async (read) => (await read.list({ kind: banking.kind, limit: 1 })).rows[0]?.title ?? '', ['usual-bank']);
  const named = bank ?? (usual.state === 'ready' ? usual.value : '');
  async function commit(): Promise<void> {
    const slip = await keepPhoto(host, photos);
    const saved = await act(enterBanking({ type, amount: amount ?? 0, bank: named, slipNo, slip, note }));
    if (!saved) return;
    notify.done(`${words.value('type', type)} · ${saved.records[0]?.no ?? ''}`);
    onClose();
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('cashbook.bank')}
      commit={words.value('type', type)}
      onCommit={commit}
      blocked={problem ?? (amount === null ? t('refusals.AmountNotPositive') : undefined)}
    >
      {refusal && <RefusalView refusal={refusal} />}
      <SegmentedControl
        aria-label={words.field('banking', 'type')}
        data={types.map((value) => ({ value, label: words.value('type', value) }))}
        value={type}
        onChange={(value) => setType(types.find((one) => one === value) ?? type)}
        fullWidth
      />
      <FormGrid>
        <MoneyInput
          label={words.field('banking', 'amount')}
          value={amount}
          onChange={setAmount}
          onProblem={setProblem}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
          autoFocus
          required
        />
        <TextInput
          label={words.field('banking', 'slipNo')}
          value={slipNo}
          maxLength={40}
          onChange={(event) => setSlipNo(event.currentTarget.value)}
        />
        <WideRow>
          <TextInput
            label={words.field('banking', 'bank')}
            value={named}
            maxLength={80}
            onChange={(event) => setBank(event.currentTarget.value)}
            required
          />
        </WideRow>
        <WideRow>
          <TextInput
            label={words.field('banking', 'note')}
            value={note}
            maxLength={300}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </WideRow>
      </FormGrid>
      <PhotoInput label={words.field('banking', 'slip')} photos={photos} onChange={setPhotos} most={1} />
    </FormDialog>
  );
}
