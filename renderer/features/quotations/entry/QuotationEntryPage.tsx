import { useEffect, useRef, useState } from 'react';
import { EntryForm, RailPanel } from '#renderer/ui/EntryForm.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { GoodsLine } from '#renderer/desk/goods/goods-line.ts';
import { GoodsLines } from '#renderer/desk/goods/GoodsLines.tsx';
import { usePricing } from '#renderer/desk/goods/use-pricing.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useRelease } from '#renderer/desk/use-release.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import type { Overrides } from '#shared/documents/act.ts';
import { draftQuotation } from '#shared/modules/quotation/rules.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { EntryHead } from './EntryHead.tsx';
import { EntryTotals, GivenAway } from './EntryRail.tsx';
import { EntryTerms } from './EntryTerms.tsx';
import { gapsOf, inputOf, isBegun, sumOf } from './quotation-draft.ts';
import { useQuotation } from './use-quotation.ts';
import classes from './entry.module.css';

/** An offer from the customer's name to a numbered quotation, by keyboard alone (QPA-02, QPA-03). */
export function QuotationEntryPage() {
  const { t } = useTranslation();
  const go = useGo();
  const entry = useQuotation();
  const acting = useAct();
  const [tried, setTried] = useState(false);
  const [customerProblem, setCustomerProblem] = useState<string | null>(null);
  const [discountProblem, setDiscountProblem] = useState<string | null>(null);
  const customerPlace = useRef<HTMLDivElement>(null);
  const linesPlace = useRef<HTMLDivElement>(null);
  const termsPlace = useRef<HTMLDivElement>(null);

  const draft = entry.value;
  const setLines = (update: (lines: readonly GoodsLine[]) => readonly GoodsLine[]) =>
    entry.update((current) => ({ ...current, lines: [...update(current.lines)] }));
  const pricing = usePricing(draft.customer.id, setLines);
  const { policy } = pricing;
  const sum = sumOf(draft, pricing);
  const gaps = gapsOf(draft);
  const { id: revises, no, revision } = draft.revises;

  useEffect(() => {
    if (entry.ready) focusOn(customerPlace.current);
  }, [entry.ready]);
  useEffect(() => {
    // A customer was chosen, with all the file brings: on to the goods.
    if (draft.customer.id !== '' && customerPlace.current?.contains(document.activeElement)) focusOn(linesPlace.current);
  }, [draft.customer.id]);
  useShortcut('F3', () => focusOn(customerPlace.current));
  useShortcut('F4', () => focusOn(linesPlace.current));

  async function commit(overrides?: Overrides): Promise<void> {
    setTried(true);
    if (gaps.length > 0) return;
    const saved = await acting.act(draftQuotation(inputOf(draft, overrides)));
    const record = saved?.records.find(({ id }) => id === saved.answer.quotation);
    if (!record) return;
    await entry.clear();
    go(`/quotations/${record.id}`);
    notify.done(t('quotations.entry.saved', { no: record.no }));
  }
  async function startOver(): Promise<void> {
    const ask = { title: t('quotations.entry.startOverAsk'), confirm: t('quotations.entry.startOver'), danger: true };
    if (isBegun(draft) && !(await askConfirm(ask))) return;
    await entry.clear();
    setTried(false);
    acting.clear();
  }

  const release = useRelease((overrides) => void commit(overrides));
  const blocked = customerProblem ?? discountProblem ?? (tried && gaps[0] ? t(`quotations.entry.gaps.${gaps[0]}`) : undefined);
  return (
    <Page
      title={revises === '' ? t('quotations.entry.title') : t('quotations.entry.nextTitle', { no, revision: revision + 1 })}
      subtitle={t('quotations.entry.keys')}
      layout="flush"
      actions={
        <ActionButton variant="subtle" onAct={startOver}>
          {t('quotations.entry.startOver')}
        </ActionButton>
      }
    >
      <EntryForm
        busy={!entry.ready}
        rail={
          <>
            {acting.refusal && <RefusalView refusal={acting.refusal} release={release} />}
            <GivenAway sum={sum} policy={policy} />
            {policy !== null && policy.reminder !== '' && (
              <RailPanel title={t('quotations.sum.reminder')}>
                <p className={classes.hint}>{policy.reminder}</p>
              </RailPanel>
            )}
          </>
        }
        foot={
          <>
            <EntryTotals sum={sum} />
            <ActionButton fullWidth size="md" onAct={() => commit()} shortcut="mod+Enter" blocked={blocked}>
              {t('quotations.entry.commit')}
            </ActionButton>
          </>
        }
      >
        <EntryHead
          draft={draft}
          set={entry.set}
          onProblem={setCustomerProblem}
          error={tried && gaps.includes('customer') ? t('quotations.entry.gaps.customer') : undefined}
          place={customerPlace}
        />
        <div ref={linesPlace}>
          <GoodsLines
            label={t('quotations.entry.lines')}
            lines={draft.lines}
            onLines={setLines}
            pricing={pricing}
            showsAsked
            onDone={() => focusOn(termsPlace.current)}
          />
        </div>
        <EntryTerms
          draft={draft}
          set={entry.set}
          validDays={threshold(policy?.parameters ?? {}, 'quotation.valid_days')}
          onProblem={setDiscountProblem}
          wantsReason={sum.given.amount > 0 || draft.reason !== ''}
          place={termsPlace}
        />
      </EntryForm>
    </Page>
  );
}

function focusOn(place: HTMLDivElement | null): void {
  place?.querySelector<HTMLElement>('input:not([disabled])')?.focus();
}
