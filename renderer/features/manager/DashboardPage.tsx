import { lazy, Suspense } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Stat } from '#renderer/ui/Stat.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { monthOf } from '#shared/core/calendar.ts';
import { formatFen } from '#shared/core/money.ts';
import { readMonths, readReceivables, readShares, readToday, readUnsigned, type Share } from './figures.ts';
import { countWaiting } from './waiting.ts';
import classes from './DashboardPage.module.css';

// Recharts is half of the page's code and drawn on this screen only.
const BarByMonth = lazy(async () => ({ default: (await import('#renderer/ui/charts/BarByMonth.tsx')).BarByMonth }));
const ShareBars = lazy(async () => ({ default: (await import('#renderer/ui/charts/ShareBars.tsx')).ShareBars }));

/** The branch today and over twelve months; every figure leads to the papers behind it. */
export function DashboardPage() {
  const { t } = useTranslation();
  const { today, actor } = useDesk();
  const words = useWords();
  const go = useGo();
  const month = monthOf(today);
  const day = useLive((read) => readToday(read, today), [today]);
  const waiting = useLive((read) => countWaiting(read, actor, today), [actor.id, actor.roles.join(), today]);
  const unsigned = useLive((read) => readUnsigned(read, today), [today]);
  const receivables = useLive((read) => readReceivables(read, 8), []);
  const months = useLive((read) => readMonths(read, today), [today]);
  const people = useLive((read) => readShares(read, `sales-by/${month}/`, 8), [month]);
  const products = useLive((read) => readShares(read, `sales-of/${month}/`, 8), [month]);
  const ofToday = { dayFrom: today, dayTo: today };

  return (
    <Page title={t('manager.dashboard.title')} subtitle={t('manager.dashboard.live', { day: today })}>
      <div className={classes.stats}>
        <Stat
          label={t('manager.dashboard.visits')}
          value={known(day, (value) => value.visits)}
          onOpen={() => go('/documents/visit', ofToday)}
        />
        <Stat
          label={t('manager.dashboard.orders')}
          value={known(day, (value) => value.orders)}
          note={known(day, (value) => t('manager.dashboard.ordered', { amount: formatFen(value.ordered) }))}
          onOpen={() => go('/documents/order', ofToday)}
        />
        <Stat
          label={t('manager.dashboard.sales')}
          value={known(day, (value) => (
            <Money fen={value.sales} symbol />
          ))}
          onOpen={() => go(`/manager/sales/${month}`)}
        />
        <Stat
          label={t('manager.dashboard.takings')}
          value={known(day, (value) => (
            <Money fen={[...value.takings.values()].reduce((sum, amount) => sum + amount, 0)} symbol />
          ))}
          note={known(day, (value) =>
            value.takings.size === 0
              ? t('manager.dashboard.noTakings')
              : [...value.takings].map(([method, amount]) => `${words.method(method)} ${formatFen(amount)}`).join(' · '),
          )}
          onOpen={() => go('/documents/receipt', ofToday)}
        />
        <Stat
          label={t('manager.dashboard.dispatches')}
          value={known(day, (value) => value.dispatches)}
          onOpen={() => go('/documents/dispatch', ofToday)}
        />
        <Stat
          label={t('manager.dashboard.unsigned')}
          value={known(unsigned, (value) => value.count)}
          tone={unsigned.state === 'ready' && unsigned.value.oldest > 7 ? 'warn' : 'neutral'}
          note={known(unsigned, (value) =>
            value.count === 0 ? t('manager.dashboard.unsignedNone') : t('manager.dashboard.unsignedNote', { count: value.oldest }),
          )}
          onOpen={() => go('/documents/dispatch', { status: 'passed' })}
        />
        <Stat
          label={t('manager.dashboard.receivables')}
          value={known(receivables, (value) => (
            <Money fen={value.total} symbol />
          ))}
          note={known(receivables, (value) => t('manager.dashboard.debtors', { count: value.debtors }))}
          onOpen={() => go('/finance')}
        />
        <Stat
          label={t('manager.dashboard.approvals')}
          value={known(waiting, (value) => value)}
          tone={waiting.state === 'ready' && waiting.value > 0 ? 'info' : 'neutral'}
          note={known(waiting, (value) => (value === 0 ? t('manager.dashboard.approvalsNone') : ''))}
          onOpen={() => go('/approvals')}
        />
      </div>
      <Section title={t('manager.dashboard.months')} hint={t('manager.dashboard.monthsHint')}>
        <StateView of={months}>
          {(rows) => (
            <Suspense fallback={<div className={classes.chart} />}>
              <BarByMonth
                label={t('manager.dashboard.months')}
                series={[
                  { key: 'before', label: t('manager.dashboard.lastYear') },
                  { key: 'sales', label: t('manager.dashboard.thisYear') },
                ]}
                months={rows.map((row) => ({ month: row.month, values: { sales: row.sales, before: row.before } }))}
                format={formatFen}
                onOpen={(opened) => go(`/manager/sales/${opened}`)}
              />
            </Suspense>
          )}
        </StateView>
      </Section>
      <div className={classes.columns}>
        <Shares title={t('manager.dashboard.people')} of={people} empty={t('manager.dashboard.nothing')} />
        <Shares
          title={t('manager.dashboard.products')}
          of={products}
          empty={t('manager.dashboard.nothing')}
          onOpen={(id) => go(`/products/${id}`)}
        />
        <Shares
          title={t('manager.dashboard.debts')}
          of={receivables.state === 'ready' ? { state: 'ready', value: receivables.value.largest } : receivables}
          empty={t('manager.dashboard.noDebts')}
          onOpen={(id) => go(`/customers/${id}`)}
        />
      </div>
    </Page>
  );
}

interface SharesProps {
  title: string;
  of: Loadable<readonly Share[]>;
  empty: string;
  onOpen?: (id: string) => void;
}

function Shares({ title, of, empty, onOpen }: SharesProps) {
  return (
    <Section title={title}>
      <StateView of={of} empty={<Empty title={empty} />}>
        {(rows) => (
          <Suspense fallback={<div className={classes.chart} />}>
            <ShareBars
              label={title}
              parts={rows.map((row) => ({ key: row.id, label: row.title || '—', value: row.amount }))}
              format={formatFen}
              {...(onOpen ? { onOpen } : {})}
            />
          </Suspense>
        )}
      </StateView>
    </Section>
  );
}

/** A figure, or a dash until it is known. */
function known<T>(of: Loadable<T>, show: (value: T) => React.ReactNode): React.ReactNode {
  return of.state === 'ready' ? show(of.value) : '…';
}
