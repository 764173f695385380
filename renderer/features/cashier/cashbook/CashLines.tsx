import { pathOf } from '#renderer/desk/paths.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import type { CashLine } from '#shared/modules/cashday/book.ts';
import classes from './cashbook.module.css';

/** Movements as a cash book writes them: into the box at the left, out of it at the right; other methods are named and not summed. */
export function CashLines({ lines }: { lines: readonly CashLine[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const { book, today } = useDesk();
  const go = useGo();
  const open = async (line: CashLine) => {
    const paper = await book.get(line.source);
    if (paper) go(pathOf(paper));
  };
  const sum = (shown: readonly CashLine[], sign: 1 | -1) =>
    shown.reduce((total, { method, amount }) => total + (method === 'cash' ? Math.max(0, sign * amount) : 0), 0);
  const money = (line: CashLine, sign: 1 | -1) =>
    sign * line.amount > 0 ? (
      <span className={line.method === 'cash' ? '' : classes.dim}>
        <Money fen={sign * line.amount} />
      </span>
    ) : (
      ''
    );
  return (
    <DataTable
      label={words.field('cashday', 'lines')}
      rows={lines}
      rowKey={({ source, method, day }) => source + method + day}
      rowLabel={({ no }) => no}
      onOpen={(line) => void open(line)}
      columns={[
        { key: 'day', header: t('documents.lines.cashday.day'), width: 84, render: ({ day }) => <DayText day={day} today={today} /> },
        { key: 'no', header: t('documents.lines.cashday.no'), width: 154, render: ({ no }) => no },
        {
          key: 'what',
          header: t('documents.lines.cashday.what'),
          width: 206,
          grow: 1,
          render: ({ sort, method, what }) => (
            <>
              {words.value('sort', sort)}
              {method !== 'cash' && ` · ${words.method(method)}`} <span className={classes.dim}>{what}</span>
            </>
          ),
        },
        {
          key: 'in',
          header: t('cashbook.in'),
          width: 92,
          align: 'right',
          render: (line) => money(line, 1),
          total: (shown) => <Money fen={sum(shown, 1)} strong />,
        },
        {
          key: 'out',
          header: t('cashbook.out'),
          width: 98,
          align: 'right',
          render: (line) => money(line, -1),
          total: (shown) => <Money fen={sum(shown, -1)} strong />,
        },
      ]}
      empty={<Empty title={t('cashbook.quiet')} hint={t('cashbook.quietHint')} />}
    />
  );
}
