import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { ExportTable } from '#shared/transfer/export-table.ts';
import { problemText } from '../../book/problem-text.ts';
import { useTranslation } from '../../ui/i18n.ts';
import { notify } from '../../ui/notify.tsx';
import { writeTable } from '../../workers/tables.ts';
import { saveFile } from './save-file.ts';

export interface ExportButtonProps {
  /** File name without its ending. */
  name: string;
  /** Collects every row of what is filtered, not only what is on the screen. */
  collect: (onProgress: (rows: number) => void) => Promise<ExportTable>;
}

/** A list as a file: what is filtered, all of it. */
export function ExportButton({ name, collect }: ExportButtonProps) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<number | null>(null);

  const save = async (format: 'csv' | 'xlsx') => {
    setRows(0);
    try {
      const table = await collect(setRows);
      const file = `${name}.${format}`;
      saveFile(file, await writeTable(table, format));
      notify.done(t('transfer.exported', { name: file, count: table.rows.length }));
    } catch (problem) {
      notify.failed(problemText(problem));
    } finally {
      setRows(null);
    }
  };

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={15} stroke={1.6} aria-hidden="true" />}>
          {rows === null ? t('transfer.export') : t('transfer.exporting', { count: rows })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('xlsx')}>{t('transfer.exportXlsx')}</Menu.Item>
        <Menu.Item onClick={() => void save('csv')}>{t('transfer.exportCsv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
