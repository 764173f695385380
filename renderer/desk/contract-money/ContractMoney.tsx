import { pathOf } from '../paths.ts';
import { useDesk } from '../desk.ts';
import { useGo } from '../use-address.ts';
import { useWords } from '../words.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { DayText } from '../../ui/DayText.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { GateNotice } from '../../ui/GateNotice.tsx';
import { useTranslation } from '../../ui/i18n.ts';
import { Money } from '../../ui/Money.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stat } from '../../ui/Stat.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { formatFen } from '#shared/core/money.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import classes from './contract-money.module.css';
import { percentOf } from './percent.ts';
import type { ContractAccount } from './read-contract-account.ts';
import { ShareBar } from './ShareBar.tsx';

/** Figures, plan, whether an invoice may be asked for, and every paper of the ladder. */
export function ContractMoney({ account }: { account: ContractAccount }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const go = useGo();
  const { money, parts, overdue, gate, invoiced, withheld, papers, tasks } = account;
  return (
    <div className={classes.money}>
      <div className={classes.stats}>
        <Stat
          label={t('accounts.recovery.total')}
          value={<Money fen={money.due} symbol />}
          {...(money.due === money.total ? {} : { note: t('accounts.recovery.signedFor', { amount: formatFen(money.total) }) })}
        />
        <Stat
          label={t('accounts.recovery.received')}
          value={<Money fen={money.received} symbol />}
          note={percentOf(money.received, money.due)}
        />
        <Stat
          label={t('accounts.recovery.open')}
          value={<Money fen={money.open} symbol />}
          {...(withheld > 0 ? { note: t('accounts.recovery.withheld', { amount: formatFen(withheld) }) } : {})}
        />
        <Stat
          label={t('accounts.recovery.overdue')}
          value={<Money fen={overdue.amount} symbol />}
          {...(overdue.amount > 0 ? { tone: 'bad' as const, note: t('accounts.recovery.days', { count: overdue.days }) } : {})}
        />
        <Stat label={t('accounts.invoice.invoiced')} value={<Money fen={invoiced} symbol />} />
      </div>
      <Section title={t('accounts.recovery.planTitle')} hint={t('accounts.recovery.planHint')} flush>
        <div className={classes.table}>
          <DataTable
            label={t('accounts.recovery.planTitle')}
            rows={parts}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'part',
                header: t('accounts.recovery.part'),
                width: 130,
                grow: 1,
                render: ({ place, kind }) => `${place} · ${words.value('kind', kind)}`,
              },
              {
                key: 'due',
                header: t('accounts.recovery.dueDay'),
                width: 130,
                render: ({ due, open }) =>
                  due === '' ? (
                    <span className={classes.dim}>{t('accounts.recovery.onEvent')}</span>
                  ) : (
                    <DayText day={due} today={today} due={open > 0} />
                  ),
              },
              ...(['amount', 'paid', 'open'] as const).map((key) => ({
                key,
                header: t(`accounts.recovery.${key}`),
                width: 130,
                align: 'right' as const,
                render: (part: (typeof parts)[number]) => <Money fen={part[key]} strong={key === 'open' && part.open > 0} />,
                total: <Money fen={parts.reduce((sum, part) => sum + part[key], 0)} strong />,
              })),
              {
                key: 'task',
                header: t('accounts.recovery.task'),
                width: 120,
                render: ({ due, open }) =>
                  open > 0 && due !== '' && tasks.some((task) => task.body.due === due) ? (
                    <StatusBadge tone="info" label={t('accounts.recovery.hasTask')} />
                  ) : open <= 0 ? (
                    <StatusBadge tone="good" label={t('accounts.recovery.settled')} />
                  ) : (
                    ''
                  ),
              },
            ]}
          />
        </div>
      </Section>
      <div className={classes.halves}>
        <Section title={t('accounts.invoice.mayRequest')} hint={t('accounts.invoice.toInvoice', { amount: formatFen(gate.open) })}>
          <ShareBar received={gate.received} due={gate.due} percent={gate.percent} enough={gate.outcomes[0]?.result === 'passed'} />
          {gate.outcomes.every(({ result }) => result === 'passed') ? (
            <p className={classes.good}>{t('accounts.invoice.enough')}</p>
          ) : (
            <GateNotice outcomes={gate.outcomes} />
          )}
        </Section>
        <Section title={t('accounts.recovery.papers')} flush>
          <div className={classes.table}>
            <DataTable
              label={t('accounts.recovery.papers')}
              rows={papers}
              rowKey={({ id }) => id}
              rowLabel={({ no }) => no}
              onOpen={(paper) => go(pathOf(paper))}
              empty={<Empty title={t('accounts.recovery.noPapers')} hint={t('accounts.recovery.noPapersHint')} />}
              columns={[
                { key: 'kind', header: t('accounts.recovery.paper'), width: 120, render: ({ kind }) => words.kind(kind) },
                { key: 'no', header: words.column('no'), width: 152, grow: 1, render: ({ no }) => no },
                {
                  key: 'amount',
                  header: words.column('amount'),
                  width: 96,
                  align: 'right',
                  render: ({ amount }) => <Money fen={amount} />,
                },
                {
                  key: 'status',
                  header: words.column('status'),
                  width: 120,
                  render: (paper) => (
                    <StatusBadge tone={moduleOf(paper.kind)?.tones[paper.status] ?? 'neutral'} label={words.status(paper)} />
                  ),
                },
              ]}
            />
          </div>
        </Section>
      </div>
    </div>
  );
}
