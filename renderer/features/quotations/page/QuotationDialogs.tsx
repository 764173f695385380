import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useChainWords } from '#renderer/desk/approvals/chain-words.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useRelease } from '#renderer/desk/use-release.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Overrides } from '#shared/documents/act.ts';
import { untyped } from '#shared/documents/act.ts';
import { acceptQuotation, sendQuotation, submitQuotation } from '#shared/modules/quotation/rules.ts';
import type { QuotationView } from './read-quotation.ts';

interface DialogProps {
  view: QuotationView;
  onClose: () => void;
}

/** Asks for the approval of what is given away; says beforehand who will sign. */
export function SubmitDialog({ view, onClose }: DialogProps) {
  const { t } = useTranslation();
  const chainWords = useChainWords();
  const acting = useAct();
  const { record, chain } = view;
  const [comment, setComment] = useState('');
  const mustSay = record.body.reason === '';
  const submit = async () => {
    if (!(await acting.act(submitQuotation(record.id, comment)))) return;
    notify.done(t('quotations.page.submitted', { no: record.no }));
    onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('quotations.page.submitTitle', { no: record.no })}
      commit={t('quotations.page.submit')}
      onCommit={submit}
      blocked={mustSay && comment.trim() === '' ? t('refusals.ReasonMissing') : undefined}
      foot={t('quotations.page.submitHint', { chain: chainWords.chain(chain) })}
    >
      <Textarea
        label={t('quotations.page.comment')}
        value={comment}
        maxLength={300}
        required={mustSay}
        data-autofocus
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}

const channels = ['visit', 'wechat', 'email', 'fax', 'post'] as const;

/** Gives it to the customer; the gates of price and policy say with their numbers why it may not go yet. */
export function SendDialog({ view, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const acting = useAct();
  const { record } = view;
  const [channel, setChannel] = useState<(typeof channels)[number]>('visit');
  const [to, setTo] = useState(record.body.contact || record.body.customerName);
  const release = useRelease((overrides) => void send(overrides));
  async function send(overrides?: Overrides): Promise<void> {
    const saved = await acting.act(sendQuotation(record.id, { channel, to: to.trim() }, overrides));
    if (!saved) return;
    const sent = saved.records[0] ?? untyped(record);
    notify.done(t('quotations.page.sent', { no: record.no }), { label: t('quotations.page.printAfter'), run: () => print(sent) });
    onClose();
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('quotations.page.sendTitle', { no: record.no })}
      commit={t('quotations.page.send')}
      onCommit={() => send()}
    >
      <Select
        label={t('quotations.page.channel')}
        data={channels.map((value) => ({ value, label: t(`quotations.page.channels.${value}`) }))}
        value={channel}
        onChange={(value) => setChannel(channels.find((known) => known === value) ?? 'visit')}
        allowDeselect={false}
      />
      <TextInput
        label={t('quotations.page.to')}
        value={to}
        maxLength={60}
        data-autofocus
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      {acting.refusal && <RefusalView refusal={acting.refusal} release={release} />}
    </FormDialog>
  );
}

/** The customer agrees to it as it stands. */
export function AcceptDialog({ view, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { host, today } = useDesk();
  const acting = useAct();
  const { record } = view;
  const [name, setName] = useState(record.body.contact);
  const [day, setDay] = useState(today);
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const accept = async () => {
    const photo = photos[0];
    const file = photo ? (await host.call('files.put', { name: photo.name, type: photo.type, content: photo.bytes })).hash : '';
    if (!(await acting.act(acceptQuotation(record.id, { name, day, file })))) return;
    notify.done(t('quotations.page.accepted', { no: record.no }));
    onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('quotations.page.acceptTitle', { no: record.no })}
      commit={t('quotations.page.accept')}
      onCommit={accept}
      blocked={name.trim() === '' ? t('refusals.NameMissing') : day === '' ? t('common.required') : undefined}
    >
      <TextInput
        label={t('quotations.page.acceptName')}
        value={name}
        maxLength={60}
        required
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <DayInput label={t('quotations.page.acceptDay')} value={day} onChange={setDay} today={today} latest={today} required />
      <PhotoInput label={t('quotations.page.acceptFile')} photos={photos} onChange={setPhotos} most={1} />
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
