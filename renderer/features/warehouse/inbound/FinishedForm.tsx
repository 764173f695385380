import { Select, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { z } from 'zod';
import { receiveFinished } from '#shared/modules/inbound/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { EntryGrid } from '#renderer/ui/EntryGrid.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { addOne, goodsLineSchema, newGoodsLine, toGoods, totalCost, wrongGoodsLine } from '../goods-lines.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useGoodsColumns } from '../use-goods-columns.tsx';
import { usePlaces } from './use-places.ts';

const schema = z.object({
  location: z.string(),
  from: z.string(),
  slipNo: z.string(),
  certificateNo: z.string(),
  notes: z.string(),
  lines: z.array(goodsLineSchema),
});
type FinishedDraft = z.infer<typeof schema>;

const first = (): FinishedDraft => ({ location: '', from: '', slipNo: '', certificateNo: '', notes: '', lines: [newGoodsLine()] });

const parse = (body: unknown): FinishedDraft | null => {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : null;
};

/** Finished goods from the plant: slip and certificate must both be there (STK-02, G-28). The rule says what is missing; the form asks first. */
export function FinishedForm({ choice }: { choice: ReactNode }) {
  const { t } = useTranslation();
  const { host, print } = useDesk();
  const { act, refusal, clear } = useAct();
  const go = useGo();
  const places = usePlaces();
  const [initial] = useState(first);
  const draft = useDraft('inbound', initial, parse, (value) => value.from || value.slipNo);
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const { value } = draft;
  // One place needs no choosing.
  const location = value.location === '' ? (places[0]?.value ?? '') : value.location;

  const latest = useLatest(value);
  const change = (changes: Partial<FinishedDraft>) => {
    clear();
    const next = { ...latest.get(), ...changes };
    latest.set(next);
    draft.change(next);
  };
  const columns = useGoodsColumns({
    location: '',
    cost: true,
    lines: value.lines,
    onLines: (update) => change({ lines: [...update(latest.get().lines)] }),
  });
  const text = (field: 'from' | 'slipNo' | 'certificateNo', longest: number, required = false) => (
    <TextInput
      label={t(`warehouse.inbound.${field}`)}
      value={value[field]}
      maxLength={longest}
      required={required}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      {...(field === 'from' ? { autoFocus: true } : {})}
    />
  );
  const wrong = wrongGoodsLine(value.lines);
  const blocked =
    location === ''
      ? t('warehouse.inbound.locationMissing')
      : wrong !== null
        ? t('warehouse.inbound.lineProblem', { line: wrong })
        : toGoods(value.lines).length === 0
          ? t('warehouse.inbound.nothing')
          : undefined;
  const commit = async () => {
    let certificate = '';
    const photo = photos[0];
    if (photo) {
      const kept = await host.call('files.put', { type: photo.type, name: photo.name, content: photo.bytes }).catch(() => null);
      if (!kept) return notify.failed(t('warehouse.next.fileFailed'));
      certificate = kept.hash;
    }
    const { from, slipNo, certificateNo, notes, lines } = value;
    const saved = await act(receiveFinished({ location, from, slipNo, certificateNo, certificate, notes, lines: toGoods(lines) }));
    const slip = saved?.records[0];
    if (!slip) return;
    await draft.discard(first());
    setPhotos([]);
    notify.done(t('warehouse.inbound.done', { no: slip.no }));
    print(slip, 'inbound-slip');
    go(`/inbound/${slip.id}`);
  };
  return (
    <Page
      title={t('warehouse.inbound.title')}
      subtitle={t('warehouse.inbound.finishedHint')}
      actions={
        <>
          {choice}
          <ActionButton shortcut="mod+Enter" onAct={commit} blocked={blocked}>
            {t('warehouse.inbound.commit')}
          </ActionButton>
        </>
      }
    >
      {refusal && <RefusalView refusal={refusal} />}
      <Section title={t('warehouse.inbound.papers')}>
        <FormGrid columns={4}>
          {text('from', 120)}
          {text('slipNo', 40, true)}
          {text('certificateNo', 40)}
          <Select
            label={t('warehouse.inbound.location')}
            data={[...places]}
            value={location === '' ? null : location}
            allowDeselect={false}
            required
            onChange={(place) => change({ location: place ?? '' })}
          />
          <WideRow>
            <PhotoInput label={t('warehouse.inbound.certificate')} photos={photos} onChange={setPhotos} most={1} />
          </WideRow>
          <WideRow>
            <Textarea
              label={t('warehouse.inbound.notes')}
              value={value.notes}
              maxLength={300}
              minRows={1}
              onChange={(event) => change({ notes: event.currentTarget.value })}
            />
          </WideRow>
        </FormGrid>
      </Section>
      <Section title={t('warehouse.inbound.lines')} flush>
        {draft.ready && (
          <EntryGrid
            label={t('warehouse.inbound.lines')}
            columns={columns}
            lines={value.lines}
            onLines={(update) => change({ lines: [...update(latest.get().lines)] })}
            newLine={newGoodsLine}
            lineKey={(line) => line.key}
            onScan={(scanned) => {
              const more = addOne(latest.get().lines, scanned.key);
              if (more) change({ lines: more });
              return more !== null;
            }}
            footer={
              <span>
                {t('warehouse.inbound.total')} <Money fen={totalCost(value.lines)} symbol strong />
              </span>
            }
          />
        )}
      </Section>
    </Page>
  );
}
