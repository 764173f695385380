import { Anchor, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { refusalWords } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { untyped } from '#shared/documents/act.ts';
import { banking } from '#shared/modules/banking/module.ts';
import { boxes } from '#shared/modules/cashday/box.ts';
import { cashBookOf, type CashBook } from '#shared/modules/cashday/book.ts';
import { methods } from '#shared/modules/fields.ts';
import { BankDialog } from './BankDialog.tsx';
import { CashLines } from './CashLines.tsx';
import { cashSearch } from './cash-search.ts';
import { CountPanel } from './CountPanel.tsx';
import { SheetList } from './SheetList.tsx';
import classes from './cashbook.module.css';

/** 现金日记账: what moved since the last sheet, what must be there, the count that closes the day; the sheets before. */
export function CashBookPage() {
  const { t } = useTranslation();
  const words = useWords();
  const { today, holds } = useDesk();
  const [{ box }, change] = useAddressFilters(cashSearch);
  const [banks, setBanks] = useState(false);
  const found = useLive((read) => cashBookOf(read, box, today), ['cash-book', box, today]);
  const blocked = holds(...banking.makers) ? undefined : refusalWords({ code: 'PostMayNot', values: { posts: banking.makers.join(',') } });
  return (
    <Page
      title={t('cashbook.title')}
      subtitle={t('cashbook.hint')}
      actions={
        <>
          <SegmentedControl
            aria-label={words.field('cashday', 'box')}
            data={boxes.map((value) => ({ value, label: words.value('box', value) }))}
            value={box}
            onChange={(value) => change({ box: boxes.find((one) => one === value) ?? 'safe' })}
          />
          {box === 'safe' && (
            <ActionButton variant="default" shortcut="alt+b" onAct={() => setBanks(true)} blocked={blocked}>
              {t('cashbook.bank')}
            </ActionButton>
          )}
        </>
      }
    >
      <StateView of={found} isEmpty={() => false}>
        {(state) => (
          <div className={classes.layout}>
            <div className={classes.column}>
              <Figures state={state} />
              <Section title={t('cashbook.since', { day: (state.waiting ?? state.last)?.day ?? t('cashbook.begin') })} flush>
                <CashLines lines={state.lines} />
              </Section>
              <SheetList key={box} box={box} />
            </div>
            {(state.waiting ?? closedToday(state, today)) ? (
              <Sheet state={state} today={today} />
            ) : (
              <CountPanel key={box} box={box} state={state} />
            )}
          </div>
        )}
      </StateView>
      {banks && <BankDialog onClose={() => setBanks(false)} />}
    </Page>
  );
}

function Figures({ state }: { state: CashBook }) {
  const words = useWords();
  const { t } = useTranslation();
  const others = methods.filter((method) => method !== 'cash' && (state.byMethod.get(method) ?? 0) !== 0);
  return (
    <Section>
      <dl className={classes.stats}>
        <Figure label={words.field('cashday', 'opening')} fen={state.opening} />
        <Figure label={words.field('cashday', 'cashIn')} fen={state.cashIn} />
        <Figure label={words.field('cashday', 'cashOut')} fen={state.cashOut} />
        <Figure label={words.field('cashday', 'booked')} fen={state.booked} strong />
      </dl>
      {others.length > 0 && (
        <p className={classes.note}>
          {t('cashbook.others')}{' '}
          {others.map((method) => (
            <span key={method} className={classes.other}>
              {words.method(method)} <Money fen={state.byMethod.get(method) ?? 0} />
            </span>
          ))}
        </p>
      )}
    </Section>
  );
}

function Figure({ label, fen, strong = false }: { label: string; fen: number; strong?: boolean }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={strong ? classes.big : ''}>
        <Money fen={fen} symbol strong={strong} />
      </dd>
    </div>
  );
}

/** A closed day is not counted again: what came later stands on the next day's sheet. */
function closedToday({ last }: CashBook, today: string): CashBook['last'] {
  return last?.day === today ? last : null;
}

/** Instead of the count: the sheet that waits for its signature, or that closed the day. */
function Sheet({ state, today }: { state: CashBook; today: string }) {
  const { t } = useTranslation();
  const go = useGo();
  const sheet = state.waiting ?? closedToday(state, today);
  if (!sheet) return null;
  const title = state.waiting ? t('cashbook.waiting') : t('cashbook.closed');
  return (
    <Section title={title} hint={state.waiting ? t('cashbook.waitingHint') : t('cashbook.closedHint')}>
      <Anchor component="button" type="button" onClick={() => go(pathOf(untyped(sheet)))}>
        {sheet.no}
      </Anchor>
      <dl className={classes.figures}>
        <dt>{t('documents.fields.cashday.counted')}</dt>
        <dd>
          <Money fen={sheet.body.counted} symbol strong />
        </dd>
        <dt>{t('documents.fields.cashday.difference')}</dt>
        <dd className={sheet.body.difference === 0 ? '' : classes.bad}>
          <Money fen={sheet.body.difference} />
        </dd>
      </dl>
    </Section>
  );
}
