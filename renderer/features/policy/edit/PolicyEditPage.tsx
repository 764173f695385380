import { Textarea } from '@mantine/core';
import { z } from 'zod';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { policy, type Policy } from '#shared/modules/policy/module.ts';
import { draftPolicy, policyOn } from '#shared/modules/policy/rules.ts';
import { holdsAny } from '#shared/policy/roles.ts';
import { Changes } from '../Changes.tsx';
import { changesBetween } from '../compare.ts';
import { Preview } from '../Preview.tsx';
import { DiscountsSection } from './DiscountsSection.tsx';
import { LimitsSection } from './LimitsSection.tsx';
import { draftFrom, inputOf, isUnfinished, parsePolicy, type PolicyDraft } from './policy-draft.ts';
import { PricesSection } from './PricesSection.tsx';
import classes from '../policy.module.css';

/** `/policies/new?from=`: the version it starts from; the one in force when left out. */
const editSearch = z.object({ from: z.string().max(40).catch('') });

interface Start {
  inForce: DocumentRecord<Policy> | null;
  from: DocumentRecord<Policy> | null;
  version: number;
}

/** A version of the sales policy for the meeting, beside what it changes (QPA-01, PLT-01). */
export function PolicyEditPage() {
  const { today } = useDesk();
  const [{ from }] = useAddressFilters(editSearch);
  const found = useLive(
    async (read): Promise<Start> => {
      const { rows } = await read.all({ kind: policy.kind });
      const inForce = policyOn(rows, today);
      const asked = rows.find(({ id }) => id === from);
      const version = 1 + Math.max(0, ...rows.map((row) => policy.read(row).body.version));
      return { inForce, from: asked ? policy.read(asked) : inForce, version };
    },
    [from, today],
  );
  return <StateView of={found}>{(start) => <Editor key={from} start={start} />}</StateView>;
}

function Editor({ start }: { start: Start }) {
  const { t } = useTranslation();
  const { today, actor } = useDesk();
  const go = useGo();
  const { act, refusal, clear } = useAct();
  const { inForce, from, version } = start;
  // One unfinished draft per version it starts from: another start never meets what was typed for this one.
  const draft = useDraft(`policy.${from?.id ?? 'first'}`, draftFrom(from?.body ?? null), parsePolicy, () =>
    t('policy.edit.title', { version }),
  );
  const latest = useLatest(draft.value);
  const update = (next: (current: PolicyDraft) => PolicyDraft) => {
    latest.set(next(latest.get()));
    draft.change(latest.get());
  };
  const set = (part: Partial<PolicyDraft>) => update((current) => ({ ...current, ...part }));

  const { value } = draft;
  const input = inputOf(value);
  const changes = changesBetween(inForce?.body ?? null, input);
  const blocked = !holdsAny(actor, policy.makers)
    ? t('policy.edit.mayNot')
    : isUnfinished(value)
      ? t('policy.edit.numbersMissing')
      : changes.length === 0
        ? t('policy.edit.noChanges')
        : undefined;

  const commit = async () => {
    const saved = await act(draftPolicy(input));
    if (!saved) return;
    await draft.discard(draftFrom(from?.body ?? null));
    notify.done(t('policy.edit.drafted', { version: saved.answer.version }));
    go(`/policies/${saved.answer.policy}`);
  };
  const startOver = async () => {
    if (!(await askConfirm({ title: t('policy.edit.startOverAsk'), confirm: t('policy.edit.startOver'), danger: true }))) return;
    clear();
    await draft.discard(draftFrom(from?.body ?? null));
  };

  return (
    <Page
      title={t('policy.edit.title', { version })}
      subtitle={t('policy.edit.hint')}
      layout="flush"
      actions={
        <ActionButton variant="subtle" onAct={startOver}>
          {t('policy.edit.startOver')}
        </ActionButton>
      }
    >
      <div className={classes.edit} aria-busy={!draft.ready}>
        <div className={classes.main}>
          <Section>
            <FormGrid columns={2}>
              <Textarea
                label={t('policy.edit.note')}
                value={value.note}
                maxLength={300}
                autosize
                minRows={1}
                onChange={(event) => set({ note: event.currentTarget.value })}
              />
              <DayInput
                label={t('policy.edit.validFrom')}
                placeholder={t('policy.edit.validFromHint')}
                value={value.validFrom}
                onChange={(validFrom) => set({ validFrom })}
                today={today}
                earliest={today}
              />
              <WideRow>
                <Textarea
                  label={t('policy.edit.reminder')}
                  value={value.reminder}
                  maxLength={500}
                  autosize
                  minRows={1}
                  onChange={(event) => set({ reminder: event.currentTarget.value })}
                />
              </WideRow>
            </FormGrid>
          </Section>
          <PricesSection
            lines={value.prices}
            onLines={(next) => update((current) => ({ ...current, prices: [...next(current.prices)] }))}
          />
          <DiscountsSection rows={value.discounts} onRows={(discounts) => set({ discounts })} />
          <LimitsSection
            parameters={value.parameters}
            onChange={(name, limit) => update((current) => ({ ...current, parameters: { ...current.parameters, [name]: limit } }))}
          />
        </div>
        <aside className={classes.rail}>
          <div className={classes.railBody}>
            {refusal && <RefusalView refusal={refusal} />}
            <Section title={`${t('policy.edit.changes')} ${changes.length}`}>
              <Changes changes={changes} />
            </Section>
            {changes.length > 0 && <Preview before={inForce?.body ?? { parameters: {}, prices: [] }} after={input} />}
          </div>
          <div className={classes.railFoot}>
            <ActionButton fullWidth size="md" onAct={commit} shortcut="mod+Enter" blocked={blocked}>
              {t('policy.edit.draft')}
            </ActionButton>
          </div>
        </aside>
      </div>
    </Page>
  );
}
