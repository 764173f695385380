import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatFen } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import type { OpenDebt } from '#shared/modules/order/facts.ts';
import { customerSummary } from '#shared/modules/customer/summary.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { AgeBar } from './AgeBar.tsx';
import classes from './DebtPanel.module.css';

/** What the customer owes, by age and by paper, and how much credit is left. */
export function DebtPanel({ record }: { record: DocumentRecord<Customer> }) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const found = useLive(
    async (read) => {
      const parameters = await parametersInForce(read, today);
      const summary = await customerSummary(read, record.id, today, parameters);
      const sources = await read.getMany(summary?.debts.map(({ source }) => source) ?? []);
      const edges = ([1, 2, 3] as const).map((index) => threshold(parameters, `receivable.age_days_${index}`));
      return { summary, edges, kinds: new Map([...sources].map(([id, { kind }]) => [id, kind])) };
    },
    [record.id, today],
  );
  return (
    <Section title={t('customers.debts.title')}>
      <StateView of={found}>
        {({ summary, edges, kinds }) =>
          summary === null ? null : (
            <>
              <dl className={classes.sums}>
                <Sum label={t('customers.debts.open')} fen={summary.owed} bad={summary.overdueDays > 0} />
                {summary.credit.limit > 0 ? (
                  <Sum label={t('customers.debts.left')} fen={summary.creditLeft} bad={summary.creditLeft < 0} />
                ) : (
                  <div>
                    <dt>{t('customers.debts.limit')}</dt>
                    <dd className={classes.word}>{t('customers.debts.noCredit')}</dd>
                  </div>
                )}
                {summary.prepaid > 0 && <Sum label={t('customers.debts.deposits')} fen={summary.prepaid} />}
              </dl>
              {summary.owed > 0 && <AgeBar ages={summary.ages} edges={edges} total={summary.owed} />}
              {summary.debts.length === 0 ? (
                <p className={classes.none}>{t('customers.debts.none')}</p>
              ) : (
                <ul className={classes.list}>
                  {summary.debts.map((debt) => (
                    <DebtRow key={debt.source} debt={debt} kind={kinds.get(debt.source) ?? 'order'} />
                  ))}
                </ul>
              )}
              {summary.credit.limit > 0 && (
                <p className={classes.none}>
                  {t('customers.debts.limit')} ¥{formatFen(summary.credit.limit)} · {summary.credit.days} {t('customers.form.days')}
                  {summary.credit.grade !== '' && ` · ${t('customers.debts.byGrade', { grade: summary.credit.grade })}`}
                </p>
              )}
            </>
          )
        }
      </StateView>
    </Section>
  );
}

function Sum({ label, fen, bad = false }: { label: string; fen: number; bad?: boolean }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={bad ? classes.bad : undefined}>
        <Money fen={fen} symbol />
      </dd>
    </div>
  );
}

function DebtRow({ debt, kind }: { debt: OpenDebt; kind: string }) {
  const { t } = useTranslation();
  const { today } = useDesk();
  return (
    <li className={classes.row}>
      <span className={classes.words}>
        <a href={`#${pathOf({ kind, id: debt.source })}`} className={classes.no}>
          {kind === 'opening' ? t('customers.debts.opening') : debt.no || t('customers.debts.paper')}
        </a>
        <span className={classes.due}>
          {debt.amount > 0 ? <DayText day={debt.due} today={today} due /> : t('customers.debts.deposits')}
        </span>
      </span>
      <Money fen={debt.amount} />
    </li>
  );
}
