import { FileButton, SegmentedControl } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { startTransition, useState } from 'react';
import { Page } from '#renderer/ui/Page.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { importKinds, type ImportKind } from '#shared/transfer/import-columns.ts';
import { readTable } from '../../workers/tables.ts';
import { ImportHistory } from './ImportHistory.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import classes from './ImportPage.module.css';

/** Rows of one file: a product row makes two documents, and all of a file are one command (`mostDocuments`). */
const mostRows: Readonly<Record<ImportKind, number>> = { customers: 20_000, products: 12_000, receivables: 20_000 };

interface Loaded {
  name: string;
  rows: string[][];
}

/** Choose what and which file; then see every row before anything is written. */
export function ImportPage() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ImportKind>('customers');
  const [file, setFile] = useState<Loaded | null>(null);
  const [note, setNote] = useState('');

  const load = async (chosen: File | null | undefined) => {
    if (!chosen) return;
    setNote(t('transfer.reading', { name: chosen.name }));
    try {
      const rows = await readTable(chosen.name, new Uint8Array(await chosen.arrayBuffer()));
      if (rows.length < 2) setNote(t('transfer.empty'));
      else if (rows.length - 1 > mostRows[kind]) setNote(t('transfer.tooMany', { most: mostRows[kind], count: rows.length - 1 }));
      else {
        // Drawn in pieces: a dozen columns to choose for, and what was judged of every row.
        startTransition(() => {
          setNote('');
          setFile({ name: chosen.name, rows });
        });
      }
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem);
      setNote(message === 'old-excel' ? t('transfer.oldExcel') : t('transfer.unreadable', { problem: message }));
    }
  };

  return (
    <Page title={t('transfer.title')} subtitle={t('transfer.hint')}>
      <Section title={t('transfer.what')}>
        <SegmentedControl
          value={kind}
          onChange={(value) => {
            setKind(importKinds.find((one) => one === value) ?? 'customers');
            setFile(null);
          }}
          data={importKinds.map((value) => ({ value, label: t(`transfer.whats.${value}`) }))}
        />
        {file === null && (
          <FileButton onChange={(chosen) => void load(chosen)} accept=".csv,.txt,.tsv,.xlsx,.xls">
            {(props) => (
              <button
                type="button"
                {...props}
                className={classes.drop}
                onDragOver={(event) => event.preventDefault()}
                onDrop={(event) => {
                  event.preventDefault();
                  void load(event.dataTransfer.files[0]);
                }}
              >
                <IconFileSpreadsheet size={26} stroke={1.5} />
                <span>{t('transfer.drop')}</span>
              </button>
            )}
          </FileButton>
        )}
        {note !== '' && <p role="status">{note}</p>}
      </Section>
      {file !== null && (
        <ImportPreview
          key={`${kind} ${file.name}`}
          kind={kind}
          name={file.name}
          rows={file.rows}
          onDone={() => startTransition(() => setFile(null))}
        />
      )}
      <ImportHistory />
    </Page>
  );
}
