import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Extract } from '#shared/modules/extract/module.ts';
import type { ExportTable } from '#shared/transfer/export-table.ts';
import { problemText } from '../../book/problem-text.ts';
import { useTranslation } from '../../ui/i18n.ts';
import { notify } from '../../ui/notify.tsx';
import { writeTable } from '../../workers/tables.ts';
import { ExtractDialog } from './ExtractDialog.tsx';
import { saveFile } from './save-file.ts';

export interface ExportButtonProps {
  /** File name without its ending. */
  name: string;
  /** Customers' data that leave the program with it: then it is noted who takes them, and why (G-08). */
  subject: Extract['subject'] | null;
  /** Collects every row of what is filtered, not only what is on the screen. */
  collect: (onProgress: (rows: number) => void) => Promise<ExportTable>;
}

type Format = 'csv' | 'xlsx';

/** A list as a file: what is filtered, all of it. */
export function ExportButton({ name, subject, collect }: ExportButtonProps) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<number | null>(null);
  const [asked, setAsked] = useState<{ table: ExportTable; format: Format } | null>(null);

  const begin = async (format: Format) => {
    setRows(0);
    try {
      const table = await collect(setRows);
      if (subject === null) await save(table, format);
      else setAsked({ table, format });
    } catch (problem) {
      notify.failed(problemText(problem));
    } finally {
      setRows(null);
    }
  };
  const save = async (table: ExportTable, format: Format) => {
    const file = `${name}.${format}`;
    saveFile(file, await writeTable(table, format));
    notify.done(t('transfer.exported', { name: file, count: table.rows.length }));
  };

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={15} stroke={1.6} aria-hidden="true" />}>
            {rows === null ? t('transfer.export') : t('transfer.exporting', { count: rows })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void begin('xlsx')}>{t('transfer.exportXlsx')}</Menu.Item>
          <Menu.Item onClick={() => void begin('csv')}>{t('transfer.exportCsv')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked && subject !== null && (
        <ExtractDialog
          subject={subject}
          rows={asked.table.rows.length}
          onClose={() => setAsked(null)}
          onNoted={async () => {
            setAsked(null);
            await save(asked.table, asked.format).catch((problem: unknown) => notify.failed(problemText(problem)));
          }}
        />
      )}
    </>
  );
}
