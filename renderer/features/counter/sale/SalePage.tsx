import { Textarea } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { EntryForm } from '#renderer/ui/EntryForm.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { goodsById } from '#renderer/desk/goods/find-goods.ts';
import type { GoodsLine } from '#renderer/desk/goods/goods-line.ts';
import { GoodsLines } from '#renderer/desk/goods/GoodsLines.tsx';
import { usePricing } from '#renderer/desk/goods/use-pricing.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useRelease } from '#renderer/desk/use-release.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import type { Overrides } from '#shared/documents/act.ts';
import { correctOrder, takeOrder } from '#shared/modules/order/rules.ts';
import { ClassChoice } from './ClassChoice.tsx';
import { Confirmations } from './Confirmations.tsx';
import { CreditPanel } from './CreditPanel.tsx';
import { NewCustomerDialog } from './NewCustomerDialog.tsx';
import { pageAfter } from './next-page.ts';
import { isBegun } from './parked-sales.ts';
import { gapsOf, orderInputOf, sumOf, takesCredit, withSubstitute } from './sale-draft.ts';
import { SaleHead } from './SaleHead.tsx';
import { SaleTotals } from './SaleTotals.tsx';
import { ShortagePanel } from './ShortagePanel.tsx';
import { usePiecesColumn } from './use-pieces-column.tsx';
import { usePlaces } from './use-places.ts';
import { useSale } from './use-sale.ts';
import { useShortage } from './use-shortage.ts';
import { useStockColumn } from './use-stock-column.tsx';
import classes from './sale.module.css';

/** A new sale from the first word to the printed slip, by keyboard alone (SHP-01, ORD-01…03, ORD-05). */
export function SalePage() {
  const { t } = useTranslation();
  const desk = useDesk();
  const go = useGo();
  const sale = useSale();
  const places = usePlaces();
  const acting = useAct();
  const release = useRelease((overrides) => void commit(overrides));
  const [tried, setTried] = useState(false);
  const [granted, setGranted] = useState<{ key: string; overrides: Overrides } | null>(null);
  const [creating, setCreating] = useState<string | null>(null);
  const [customerProblem, setCustomerProblem] = useState<string | null>(null);
  const [discountProblem, setDiscountProblem] = useState<string | null>(null);
  const customerPlace = useRef<HTMLDivElement>(null);
  const linesPlace = useRef<HTMLDivElement>(null);
  const confirmPlace = useRef<HTMLDivElement>(null);
  const refusalPlace = useRef<HTMLDivElement>(null);

  // A sale that names no place goes out of the shop; it is not written into the draft, so that an empty form leaves none.
  const home = places[0]?.id ?? '';
  const value = sale.value.location === '' ? { ...sale.value, location: home } : sale.value;
  const setLines = (update: (lines: readonly GoodsLine[]) => readonly GoodsLine[]) =>
    sale.update((current) => ({ ...current, lines: [...update(current.lines)] }));
  const pricing = usePricing(value.customer.id, setLines);
  const stock = useStockColumn(value.location, places);
  const pieces = usePiecesColumn(value, setLines);
  const columns = useMemo(() => [...stock, ...pieces], [stock, pieces]);
  const short = useShortage(value, places);
  const sum = sumOf(value);
  const gaps = gapsOf(value);
  const focusOn = (place: HTMLDivElement | null) => place?.querySelector<HTMLElement>('input:not([disabled])')?.focus();

  useEffect(() => {
    if (sale.ready) focusOn(linesPlace.current);
  }, [sale.ready]);

  useEffect(() => {
    // A file was chosen, with all it brings: on to the goods.
    if (value.customer.id !== '' && customerPlace.current?.contains(document.activeElement)) focusOn(linesPlace.current);
  }, [value.customer.id]);
  useEffect(() => {
    if (acting.refusal) refusalPlace.current?.scrollIntoView({ block: 'start' });
  }, [acting.refusal]);

  useShortcut('F3', () => focusOn(customerPlace.current));
  useShortcut('F4', () => focusOn(linesPlace.current));
  useShortcut('F9', () => void park());

  async function commit(overrides?: Overrides): Promise<void> {
    setTried(true);
    if (gaps.length > 0) return;
    // What was let pass stays so while the customer is asked the rest, but not for another price or another customer.
    const key = JSON.stringify([value.class, value.customer, value.lines, value.discount, value.creditDays]);
    const before = granted?.key === key ? granted.overrides : {};
    if (overrides) setGranted({ key, overrides: { ...before, ...overrides } });
    const input = orderInputOf(value, t('counter.customer.walkIn'), { ...before, ...overrides });
    const saved = await acting.act(value.corrects === '' ? takeOrder(input) : correctOrder(value.corrects, input));
    const record = saved?.records.find((made) => made.id === saved.answer.order);
    if (!record) return;
    await sale.clear();
    const takesMoney = desk.holds('cashier', 'finance', 'manager');
    const next = pageAfter(record, takesMoney);
    go(next);
    notify.done(t('counter.sale.taken', { no: record.no }));
    // Where money comes next the slip is printed with the receipt, stamped; otherwise it goes out with the goods now.
    if (!next.endsWith('/pay') && record.status === 'released') desk.print(record, 'sales-slip');
  }
  async function park(): Promise<void> {
    if (!isBegun(value)) return;
    await sale.park();
    setTried(false);
    acting.clear();
    notify.done(t('counter.sale.parked'), { label: t('counter.sale.toParked'), run: () => go('/counter') });
  }
  async function startOver(): Promise<void> {
    if (
      isBegun(value) &&
      !(await askConfirm({ title: t('counter.sale.startOverAsk'), confirm: t('counter.sale.startOver'), danger: true }))
    )
      return;
    await sale.clear();
    setTried(false);
    acting.clear();
  }
  async function substitute(product: string, id: string): Promise<void> {
    const goods = await goodsById(desk.book, id);
    const missing = short.find((line) => line.product === product)?.missing ?? 0;
    if (goods) sale.update((current) => withSubstitute(current, product, goods, missing, pricing));
  }

  const blocked = customerProblem ?? discountProblem ?? (tried && gaps[0] ? t(`counter.gap.${gaps[0]}`) : undefined);
  return (
    <Page
      title={t('counter.sale.title')}
      subtitle={t('counter.sale.keys')}
      layout="flush"
      actions={
        <>
          <ActionButton variant="subtle" onAct={startOver}>
            {t('counter.sale.startOver')}
          </ActionButton>
          <ActionButton variant="default" onAct={park} blocked={isBegun(value) ? undefined : t('counter.sale.nothingToPark')}>
            {t('counter.sale.park')} F9
          </ActionButton>
        </>
      }
    >
      <EntryForm
        busy={!sale.ready}
        rail={
          <>
            {acting.refusal && (
              <div ref={refusalPlace}>
                <RefusalView refusal={acting.refusal} release={release} />
              </div>
            )}
            {short.length > 0 && (
              <ShortagePanel
                short={short}
                value={value.shortage}
                onChange={(shortage) => {
                  acting.clear();
                  sale.set({ shortage });
                }}
                onSubstitute={(product, id) => void substitute(product, id)}
              />
            )}
            {(value.class === 'account' || (takesCredit(value.class) && value.creditDays > 0)) && (
              <CreditPanel party={value.customer.id} total={sum.total} />
            )}
            <div ref={confirmPlace}>
              <Confirmations
                value={value.confirmed}
                onChange={(confirmed) => {
                  acting.clear();
                  sale.set({ confirmed });
                }}
              />
            </div>
          </>
        }
        foot={
          <>
            <SaleTotals sum={sum} />
            <ActionButton fullWidth size="md" onAct={() => commit()} shortcut="mod+Enter" blocked={blocked}>
              {t(`counter.sale.commit.${value.class}`)}
            </ActionButton>
          </>
        }
      >
        <ClassChoice value={value.class} onChange={(kind) => sale.set({ class: kind })} />
        <SaleHead
          sale={value}
          set={sale.set}
          places={places}
          gaps={tried ? gaps : []}
          customerPlace={customerPlace}
          onCreate={setCreating}
          onProblem={setCustomerProblem}
        />
        <div ref={linesPlace}>
          <GoodsLines
            label={t('counter.sale.lines')}
            lines={value.lines}
            onLines={setLines}
            pricing={pricing}
            location={value.location}
            after={columns}
            onDone={() => focusOn(confirmPlace.current)}
          />
        </div>
        <div className={classes.foot}>
          <Textarea
            label={t('counter.sale.notes')}
            value={value.notes}
            maxLength={500}
            minRows={1}
            onChange={(event) => sale.set({ notes: event.currentTarget.value })}
          />
          <MoneyInput
            label={t('counter.sale.discount')}
            value={value.discount}
            onChange={(discount) => sale.set({ discount })}
            onProblem={setDiscountProblem}
          />
        </div>
      </EntryForm>
      {creating !== null && (
        <NewCustomerDialog
          name={creating}
          onClose={() => setCreating(null)}
          onChoose={({ customer, creditDays }) => {
            sale.set({ customer, creditDays });
            setCreating(null);
          }}
        />
      )}
    </Page>
  );
}
