import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { claimExpense } from '#shared/modules/expense/rules.ts';
import { trip } from '#shared/modules/trip/module.ts';
import { blankClaim, claimOf, parseClaim, type ClaimDraft } from './claim-draft.ts';
import { ClaimLines } from './ClaimLines.tsx';
import { ExcessNote } from './ExcessNote.tsx';

const types = ['travel', 'sales', 'general'] as const;

/** 填报销单: what it was for, line by line with the number of vouchers; how it stands to the standards is said while it is written. */
export function ClaimPage() {
  const { t } = useTranslation();
  const words = useWords();
  const { today, print } = useDesk();
  const go = useGo();
  const { act, refusal } = useAct();
  const draft = useDraft<ClaimDraft>('expense', blankClaim(today), parseClaim, ({ purpose }) => purpose);
  const { value: claim } = draft;
  const change = (part: Partial<ClaimDraft>) => draft.change({ ...claim, ...part });
  const total = claim.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const blocked =
    claim.purpose.trim() === ''
      ? t('expenses.purposeMissing')
      : claim.lines.some(({ what, amount }) => what.trim() === '' || amount === null || amount <= 0)
        ? t('expenses.lineMissing')
        : undefined;

  async function commit(): Promise<void> {
    const saved = await act(claimExpense(claimOf(claim), claim.replaces));
    const made = saved?.records[0];
    if (!made) return;
    await draft.discard(blankClaim(today));
    notify.done(t('expenses.claimed', { no: made.no }));
    go(pathOf(made));
    print(made);
  }

  if (!draft.ready) return null;
  return (
    <Page
      title={t('expenses.command.claim')}
      subtitle={t('expenses.claimHint')}
      actions={
        <>
          <Money fen={total} symbol strong />
          <ActionButton variant="subtle" onAct={() => draft.discard(blankClaim(today))}>
            {t('expenses.clear')}
          </ActionButton>
          <ActionButton shortcut="mod+Enter" onAct={commit} blocked={blocked}>
            {t('expenses.commit')}
          </ActionButton>
        </>
      }
    >
      {refusal && <RefusalView refusal={refusal} />}
      <Section>
        <FormGrid columns={4}>
          <WideRow>
            <SegmentedControl
              aria-label={words.field('expense', 'type')}
              data={types.map((value) => ({ value, label: words.value('type', value) }))}
              value={claim.type}
              onChange={(value) => change({ type: types.find((one) => one === value) ?? claim.type })}
            />
          </WideRow>
          <WideRow>
            <TextInput
              label={words.field('expense', 'purpose')}
              value={claim.purpose}
              maxLength={200}
              required
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
              autoFocus
              onChange={(event) => change({ purpose: event.currentTarget.value })}
            />
          </WideRow>
          {claim.type === 'travel' && <TripFields claim={claim} onChange={change} />}
        </FormGrid>
      </Section>
      <Section title={words.field('expense', 'lines')}>
        <ClaimLines lines={claim.lines} onLines={(lines) => change({ lines })} />
        <ExcessNote claim={claim} />
      </Section>
      <Section>
        <Textarea
          label={words.field('expense', 'notes')}
          value={claim.notes}
          maxLength={300}
          autosize
          onChange={(event) => change({ notes: event.currentTarget.value })}
        />
      </Section>
    </Page>
  );
}

/** The report a trip's claim rests on (G-46), and where and when it was; taken over from the report. */
function TripFields({ claim, onChange }: { claim: ClaimDraft; onChange: (part: Partial<ClaimDraft>) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { actor, today } = useDesk();
  const found = useLive(
    async (read) => {
      const { rows } = await read.list({ kind: trip.kind, limit: 100 });
      return rows.filter(({ owner, status }) => owner === actor.id && status !== 'withdrawn').map((row) => trip.read(row));
    },
    ['own-trips', actor.id],
  );
  const trips = found.state === 'ready' ? found.value : [];
  const choose = (id: string | null) => {
    const chosen = trips.find((one) => one.id === id);
    if (!chosen) return onChange({ trip: '' });
    const { from, to, place, purpose } = chosen.body;
    return onChange({ trip: chosen.id, from, to, place, ...(claim.purpose === '' ? { purpose } : {}) });
  };
  return (
    <>
      <Select
        label={words.field('expense', 'trip')}
        description={trips.length === 0 ? t('expenses.reportFirst') : undefined}
        data={trips.map(({ id, no, title }) => ({ value: id, label: `${no} ${title}` }))}
        value={claim.trip === '' ? null : claim.trip}
        onChange={choose}
        clearable
        searchable
      />
      <TextInput
        label={words.field('expense', 'place')}
        value={claim.place}
        maxLength={80}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <DayInput
        label={words.field('expense', 'from')}
        value={claim.from}
        today={today}
        latest={today}
        onChange={(from) => onChange({ from })}
      />
      <DayInput label={words.field('expense', 'to')} value={claim.to} today={today} latest={today} onChange={(to) => onChange({ to })} />
    </>
  );
}
