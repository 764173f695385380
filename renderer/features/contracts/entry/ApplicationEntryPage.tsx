import { useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import type { GoodsLine } from '#renderer/desk/goods/goods-line.ts';
import { GoodsLines } from '#renderer/desk/goods/GoodsLines.tsx';
import { usePricing } from '#renderer/desk/goods/use-pricing.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { EntryForm, RailTotal } from '#renderer/ui/EntryForm.tsx';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { correctApplication, fillApplication } from '#shared/modules/application/rules.ts';
import { formOf, gapsOf, isBegun, sumOf, withCustomer, withRest, type ApplicationDraft } from './application-draft.ts';
import { ReturnedWith } from './ReturnedWith.tsx';
import { EntryHead, EntryTerms } from './EntryHead.tsx';
import { entrySearch } from './entry-search.ts';
import { EntryTotals } from './EntryTotals.tsx';
import { PlanLines } from './PlanLines.tsx';
import { useApplication } from './use-application.ts';
import classes from './entry.module.css';

/** 合同申报单, from the customer to the chain of signatures, by keyboard alone; the same form corrects one that was sent back (CON-01). */
export function ApplicationEntryPage() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const go = useGo();
  const acting = useAct();
  const [from] = useAddressFilters(entrySearch);
  const entry = useApplication(from);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [discountProblem, setDiscountProblem] = useState<string | null>(null);
  const customerPlace = useRef<HTMLDivElement>(null);
  const linesPlace = useRef<HTMLDivElement>(null);
  const planPlace = useRef<HTMLDivElement>(null);
  const { value } = entry;
  const setLines = (update: (lines: readonly GoodsLine[]) => readonly GoodsLine[]) =>
    entry.update((draft) => ({ ...draft, lines: [...update(draft.lines)] }));
  const pricing = usePricing(value.party, setLines);
  const sum = sumOf(value);
  const gaps = gapsOf(value, today);
  const set = (changes: Partial<ApplicationDraft>) => entry.update((draft) => ({ ...draft, ...changes }));

  useEffect(() => {
    if (entry.ready) focusOn(customerPlace.current);
  }, [entry.ready]);
  useShortcut('F3', () => focusOn(customerPlace.current));
  useShortcut('F4', () => focusOn(linesPlace.current));
  useShortcut('F6', () => focusOn(planPlace.current));
  useShortcut('F7', () => entry.update(withRest));

  async function commit(submit: boolean): Promise<void> {
    setTried(true);
    if (gaps.length > 0) return;
    const body = formOf(value, today);
    const { corrects } = from;
    let id = corrects;
    if (corrects === '') {
      const made = await acting.act(fillApplication({ body, party: value.party, source: value.source }));
      if (!made) return;
      id = made.answer.application;
    } else if (!(await acting.act(correctApplication(corrects, body)))) return;
    await entry.clear();
    // Submitting is the form's next step: its page takes it and shows what the gates say.
    go(`/applications/${id}`, submit ? { do: 'submit' } : {});
    if (!submit) notify.done(t('contracts.entry.saved'));
  }
  async function startOver(): Promise<void> {
    const sure =
      !isBegun(value) ||
      (await askConfirm({ title: t('contracts.entry.startOverAsk'), confirm: t('contracts.entry.startOver'), danger: true }));
    if (!sure) return;
    await entry.clear();
    setTried(false);
    acting.clear();
  }

  const blocked = problem ?? discountProblem ?? (tried && gaps[0] ? t(`contracts.entry.gap.${gaps[0]}`) : undefined);
  return (
    <Page
      title={t(from.corrects === '' ? 'contracts.entry.title' : 'contracts.entry.correctTitle')}
      subtitle={t('contracts.entry.keys')}
      layout="flush"
      actions={
        <ActionButton variant="subtle" onAct={startOver}>
          {t('contracts.entry.startOver')}
        </ActionButton>
      }
    >
      <EntryForm
        busy={!entry.ready}
        rail={
          <>
            {acting.refusal && <RefusalView refusal={acting.refusal} />}
            <EntryTotals draft={value} sum={sum} pricing={pricing} onRest={() => entry.update(withRest)} />
          </>
        }
        foot={
          <>
            <RailTotal label={t('documents.fields.application.total')} fen={sum.total} testId="application-total" />
            <ActionButton fullWidth size="md" onAct={() => commit(true)} shortcut="mod+Enter" blocked={blocked}>
              {t(from.corrects === '' ? 'contracts.entry.submit' : 'contracts.entry.resubmit')}
            </ActionButton>
            <ActionButton fullWidth variant="default" onAct={() => commit(false)} shortcut="F9" blocked={blocked}>
              {t('contracts.entry.saveOnly')}
            </ActionButton>
          </>
        }
      >
        {from.corrects !== '' && <ReturnedWith id={from.corrects} />}
        <EntryHead
          draft={value}
          set={set}
          onCustomer={(file) => entry.update((draft) => withCustomer(draft, file))}
          onProblem={setProblem}
          error={tried && gaps.includes('customer') ? t('contracts.entry.gap.customer') : undefined}
          place={customerPlace}
        />
        <div ref={linesPlace}>
          <GoodsLines
            label={t('documents.fields.application.lines')}
            lines={value.lines}
            onLines={setLines}
            pricing={pricing}
            showsAsked
            onDone={() => focusOn(planPlace.current)}
          />
        </div>
        <div className={classes.two}>
          <div ref={planPlace}>
            <PlanLines
              parts={value.plan}
              onParts={(update) => entry.update((draft) => ({ ...draft, plan: [...update(draft.plan)] }))}
              total={sum.total}
              onDone={() => document.querySelector<HTMLElement>('[data-terms] input')?.focus()}
            />
          </div>
          <MoneyInput
            label={t('documents.fields.application.discount')}
            value={value.discount}
            onChange={(discount) => set({ discount })}
            onProblem={setDiscountProblem}
          />
        </div>
        <div data-terms>
          <EntryTerms draft={value} set={set} />
        </div>
      </EntryForm>
    </Page>
  );
}

function focusOn(place: HTMLDivElement | null): void {
  place?.querySelector<HTMLElement>('input:not([disabled])')?.focus();
}
