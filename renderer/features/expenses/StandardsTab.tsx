import { useState } from 'react';
import { Select } from '@mantine/core';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { addMonths, monthOf, type Month } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { expenseCategories, standardsOf, type ExpenseCategory, type Standard } from '#shared/policy/expense-standards.ts';
import { standardText } from './standard-text.ts';
import { useSeesAll } from './use-sees-all.ts';
import classes from './expenses.module.css';

interface Used {
  category: ExpenseCategory;
  standard: Standard | null;
  spent: number;
}

/** What may be spent under the policy in force, and what was claimed in a month, by category and by person (S10.47–49). */
export function StandardsTab() {
  const { t } = useTranslation();
  const words = useWords();
  const { today, actor } = useDesk();
  const { nameOf } = useStaff();
  const all = useSeesAll();
  const [month, setMonth] = useState<Month>(monthOf(today));
  const months = [0, 1, 2, 3, 4, 5].map((back) => addMonths(monthOf(today), -back));
  const found = useLive((read) => readUsed(read, month, today, all ? '' : actor.id), ['standards', month, today, all, actor.id]);
  return (
    <StateView of={found} isEmpty={() => false}>
      {({ used, people }) => (
        <div className={classes.standards}>
          <Section
            title={t('expenses.standards')}
            hint={t('expenses.standardsHint')}
            flush
            actions={
              <Select
                aria-label={t('expenses.month')}
                size="xs"
                data={months}
                value={month}
                onChange={(value) => setMonth(value ?? month)}
                allowDeselect={false}
              />
            }
          >
            <DataTable
              label={t('expenses.standards')}
              rows={used}
              rowKey={({ category }) => category}
              columns={[
                {
                  key: 'category',
                  header: t('documents.lines.expense.category'),
                  width: 140,
                  grow: 1,
                  render: ({ category }) => words.value('category', category),
                },
                { key: 'standard', header: t('expenses.standard'), width: 180, render: ({ standard }) => standardText(standard, t) },
                {
                  key: 'spent',
                  header: t('expenses.spent', { month }),
                  width: 150,
                  align: 'right',
                  render: ({ spent }) => (spent === 0 ? <span className={classes.dim}>—</span> : <Money fen={spent} />),
                  total: (rows) => <Money fen={rows.reduce((sum, { spent }) => sum + spent, 0)} strong />,
                },
              ]}
            />
          </Section>
          {all && (
            <Section title={t('expenses.byPerson')} flush>
              <DataTable
                label={t('expenses.byPerson')}
                rows={people}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'name', header: t('expenses.claimant'), width: 120, grow: 1, render: ({ id }) => nameOf(id) },
                  {
                    key: 'spent',
                    header: t('expenses.spent', { month }),
                    width: 130,
                    align: 'right',
                    render: ({ spent }) => <Money fen={spent} />,
                  },
                ]}
                empty={<Empty title={t('expenses.nobody')} />}
              />
            </Section>
          )}
        </div>
      )}
    </StateView>
  );
}

async function readUsed(read: Reader, month: Month, today: string, only: string) {
  const standards = standardsOf(await parametersInForce(read, today));
  const byCategory = new Map<string, number>();
  const byPerson = new Map<string, number>();
  for (const [path, amount] of await read.balances(`expense/${month}/${only === '' ? '' : `${only}/`}`)) {
    const [, , person = '', category = ''] = path.split('/');
    byCategory.set(category, (byCategory.get(category) ?? 0) + amount);
    byPerson.set(person, (byPerson.get(person) ?? 0) + amount);
  }
  const used = expenseCategories.map((category): Used => {
    const standard = standards.find((one) => one.category === category) ?? null;
    return { category, standard, spent: byCategory.get(category) ?? 0 };
  });
  const people = [...byPerson].map(([id, spent]) => ({ id, spent })).toSorted((a, b) => b.spent - a.spent);
  return { used, people };
}
