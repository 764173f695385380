import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { useDesk } from '#renderer/desk/desk.ts';
import { keepPhoto } from '#renderer/desk/keep-photo.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { fileTrip } from '#shared/modules/trip/rules.ts';

const schema = z.strictObject({
  purpose: z.string(),
  place: z.string(),
  from: z.string(),
  to: z.string(),
  customers: z.string(),
  result: z.string(),
});
type TripDraft = z.infer<typeof schema>;
const blank: TripDraft = { purpose: '', place: '', from: '', to: '', customers: '', result: '' };

function parseTrip(body: unknown): TripDraft | null {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** 出差报告: where, what for, what came of it; filed before the claim (S8.19). */
export function TripEntryPage() {
  const { t } = useTranslation();
  const words = useWords();
  const { host, today } = useDesk();
  const go = useGo();
  const { act, refusal } = useAct();
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const draft = useDraft<TripDraft>('trip', blank, parseTrip, ({ place, purpose }) => `${place} ${purpose}`);
  const { value } = draft;
  const change = (part: Partial<TripDraft>) => draft.change({ ...value, ...part });
  const missing = (['purpose', 'place', 'from', 'to', 'result'] as const).find((field) => value[field].trim() === '');
  async function commit(): Promise<void> {
    const saved = await act(fileTrip({ ...value, material: await keepPhoto(host, photos) }));
    const made = saved?.records[0];
    if (!made) return;
    await draft.discard(blank);
    notify.done(t('expenses.filed', { no: made.no }));
    go(pathOf(made));
  }
  const text = (field: 'purpose' | 'place' | 'customers', most: number) => (
    <TextInput
      label={words.field('trip', field)}
      value={value[field]}
      maxLength={most}
      required={field !== 'customers'}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  if (!draft.ready) return null;
  return (
    <Page
      title={t('expenses.command.trip')}
      subtitle={t('expenses.tripHint')}
      actions={
        <ActionButton
          shortcut="mod+Enter"
          onAct={commit}
          blocked={missing === undefined ? undefined : t('expenses.fieldMissing', { field: words.field('trip', missing) })}
        >
          {t('expenses.file')}
        </ActionButton>
      }
    >
      {refusal && <RefusalView refusal={refusal} />}
      <Section>
        <FormGrid columns={4}>
          {text('place', 80)}
          {text('purpose', 120)}
          <DayInput
            label={words.field('trip', 'from')}
            value={value.from}
            today={today}
            latest={today}
            onChange={(from) => change({ from })}
            required
          />
          <DayInput
            label={words.field('trip', 'to')}
            value={value.to}
            today={today}
            latest={today}
            onChange={(to) => change({ to })}
            required
          />
          <WideRow>{text('customers', 300)}</WideRow>
          <WideRow>
            <Textarea
              label={words.field('trip', 'result')}
              value={value.result}
              maxLength={2000}
              autosize
              minRows={5}
              required
              onChange={(event) => change({ result: event.currentTarget.value })}
            />
          </WideRow>
        </FormGrid>
        <PhotoInput label={words.field('trip', 'material')} photos={photos} onChange={setPhotos} most={1} />
      </Section>
    </Page>
  );
}
