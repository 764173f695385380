import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { KeptPicture } from '#renderer/desk/KeptPicture.tsx';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Expense } from '#shared/modules/expense/module.ts';
import { excessIn } from '#shared/modules/expense/rules.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { standardsOf } from '#shared/policy/expense-standards.ts';
import { standardText } from './standard-text.ts';
import classes from './expenses.module.css';

/** The lines of a claim beside the standard each has to keep; a category that is above it is marked. */
export function ExpenseLines({ record }: { record: DocumentRecord<Expense> }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const found = useLive(
    async (read) => {
      const parameters = await parametersInForce(read, today);
      return { standards: standardsOf(parameters), excess: await excessIn(read, record, parameters) };
    },
    ['expense-standards', record.id, record.status, today],
  );
  const { standards, excess } = found.state === 'ready' ? found.value : { standards: [], excess: [] };
  const { lines } = record.body;
  return (
    <Section title={words.field('expense', 'lines')} flush>
      <DataTable
        label={words.field('expense', 'lines')}
        rows={lines.map((line, index) => ({ ...line, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          { key: 'day', header: t('documents.lines.expense.day'), width: 88, render: ({ day }) => <DayText day={day} today={today} /> },
          {
            key: 'category',
            header: t('documents.lines.expense.category'),
            width: 96,
            render: ({ category }) => words.value('category', category),
          },
          { key: 'what', header: t('documents.lines.expense.what'), width: 130, grow: 1, render: ({ what }) => what },
          {
            key: 'standard',
            header: t('expenses.standard'),
            width: 126,
            render: ({ category }) => {
              const over = excess.find((one) => one.category === category);
              const text = standards.length === 0 ? '' : standardText(standards.find((one) => one.category === category) ?? null, t);
              return <span className={over ? classes.bad : classes.dim}>{text}</span>;
            },
          },
          {
            key: 'vouchers',
            header: t('documents.lines.expense.vouchers'),
            width: 76,
            align: 'right',
            render: ({ vouchers }) => (vouchers === 0 ? <span className={classes.bad}>0</span> : vouchers),
            total: lines.reduce((sum, { vouchers }) => sum + vouchers, 0),
          },
          {
            key: 'amount',
            header: t('documents.lines.expense.amount'),
            width: 98,
            align: 'right',
            render: ({ amount }) => <Money fen={amount} />,
            total: <Money fen={record.body.total} strong />,
          },
          ...(lines.every(({ scan }) => scan === '')
            ? []
            : [
                {
                  key: 'scan',
                  header: '',
                  width: 84,
                  render: ({ scan, what }: (typeof lines)[number]) => (scan === '' ? '' : <KeptPicture hash={scan} alt={what} />),
                },
              ]),
        ]}
      />
    </Section>
  );
}
