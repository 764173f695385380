import { NativeSelect } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { pauses } from '#renderer/book/breath.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { saveFile } from '#renderer/desk/export/save-file.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { guessMapping, importColumns, type ImportKind } from '#shared/transfer/import-columns.ts';
import { importRows } from '#shared/transfer/import-records.ts';
import type { Known, Prepared, RowProblem } from '#shared/transfer/prepare-import.ts';
import { writeTable } from '../../workers/tables.ts';
import classes from './ImportPage.module.css';
import { readKnown } from './read-known.ts';
import { useJudged } from './use-judged.ts';

const nothing: Prepared = { good: [], bad: [] };

export interface ImportPreviewProps {
  kind: ImportKind;
  name: string;
  /** With the heading. */
  rows: readonly (readonly string[])[];
  onDone: () => void;
}

/** The file's columns, every reason against a row, and the one button that writes the rest. */
export function ImportPreview(props: ImportPreviewProps) {
  const { today } = useDesk();
  const known = useDeferredValue(useLive((read) => readKnown(read, props.kind, today), [props.kind, today]));
  return <StateView of={known}>{(value) => <Judged {...props} known={value} />}</StateView>;
}

function Judged({ kind, name, rows, onDone, known }: ImportPreviewProps & { known: Known }) {
  const { t } = useTranslation();
  const { act, refusal } = useAct();
  const headings = rows[0] ?? [];
  const [mapping, setMapping] = useState(() => guessMapping(kind, headings));
  const judged = useJudged(kind, rows, mapping, known);
  const { good, bad } = judged.state === 'ready' ? judged.value : nothing;
  const left = new Set(bad.map(({ row }) => row));
  const unmapped = importColumns[kind].some(({ key, required }) => required && (mapping[key] ?? -1) < 0);
  const blocked = unmapped
    ? t('transfer.mapFirst')
    : judged.state === 'loading'
      ? t('common.loading')
      : good.length === 0
        ? t('transfer.nothingGood')
        : undefined;
  const columnWord = (key: string) => t(`transfer.columns.${kind}.${key}` as 'transfer.columns.customers.name');
  const problemWord = ({ problem }: RowProblem) => t(`transfer.problems.${problem.code}` as 'transfer.problems.Missing', problem.values);

  const apply = async () => {
    const saved = await act(importRows(kind, name, good, left.size, pauses()));
    if (!saved) return;
    notify.done(t('transfer.applied', { count: saved.answer.made }));
    onDone();
  };

  const saveBad = async () => {
    const reasons = new Map<number, RowProblem[]>();
    for (const problem of bad) reasons.set(problem.row, [...(reasons.get(problem.row) ?? []), problem]);
    const table = {
      name: t('transfer.saveBad'),
      headings: [...headings, t('transfer.reason')],
      rows: [...reasons].map(([row, problems]) => [
        ...(rows[row - 1] ?? []),
        problems.map((problem) => `${columnWord(problem.column)}: ${problemWord(problem)}`).join('; '),
      ]),
    };
    saveFile(`${name.replace(/\.\w+$/, '')}-${t('transfer.skipped')}.xlsx`, await writeTable(table, 'xlsx'));
  };

  return (
    <>
      <Section
        title={t('transfer.mapping')}
        hint={t('transfer.mappingHint')}
        actions={
          <ActionButton size="xs" variant="default" onAct={onDone}>
            {t('transfer.another')}
          </ActionButton>
        }
      >
        <p>{t('transfer.file', { name, count: rows.length - 1 })}</p>
        <div className={classes.mapping}>
          {importColumns[kind].map(({ key, required }) => (
            <NativeSelect
              key={key}
              label={required ? t('transfer.requiredColumn', { column: columnWord(key) }) : columnWord(key)}
              data={[
                { value: '-1', label: t('transfer.notInFile') },
                ...headings.map((heading, index) => ({ value: String(index), label: heading || `#${index + 1}` })),
              ]}
              value={String(mapping[key] ?? -1)}
              error={required && (mapping[key] ?? -1) < 0}
              onChange={(event) => setMapping({ ...mapping, [key]: Number(event.currentTarget.value) })}
            />
          ))}
        </div>
      </Section>
      <Section
        title={t('transfer.preview')}
        actions={
          <ActionButton onAct={apply} shortcut="mod+Enter" blocked={blocked}>
            {t('transfer.apply', { count: good.length })}
          </ActionButton>
        }
      >
        <StateView of={judged}>
          {() => (
            <div className={classes.sums}>
              <strong className={classes.good}>{t('transfer.good', { count: good.length })}</strong>
              {left.size > 0 ? <strong className={classes.bad}>{t('transfer.bad', { count: left.size })}</strong> : t('transfer.allGood')}
              {left.size > 0 && (
                <ActionButton size="xs" variant="subtle" onAct={saveBad}>
                  {t('transfer.saveBad')}
                </ActionButton>
              )}
            </div>
          )}
        </StateView>
        {refusal !== null && <RefusalView refusal={refusal} />}
        {bad.length > 0 && (
          <div className={classes.table}>
            <DataTable
              label={t('transfer.bad', { count: left.size })}
              columns={[
                { key: 'row', header: t('transfer.line'), width: 70, align: 'right', render: ({ row }) => row },
                { key: 'column', header: t('transfer.column'), width: 160, render: ({ column }) => columnWord(column) },
                { key: 'reason', header: t('transfer.reason'), width: 320, grow: 1, render: problemWord },
              ]}
              rows={bad}
              rowKey={({ row, column, problem }) => `${row} ${column} ${problem.code}`}
            />
          </div>
        )}
      </Section>
    </>
  );
}
