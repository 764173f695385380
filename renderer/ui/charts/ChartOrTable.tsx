import { Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './charts.module.css';

export interface ChartOrTableProps {
  label: string;
  head: readonly string[];
  rows: readonly {
    key: string;
    name: string;
    cells: readonly { key: string; text: string; onOpen?: (() => void) | undefined }[];
  }[];
  children: ReactNode;
}

/** A chart is a picture; the table beside it says the same in words and can be used without a mouse. */
export function ChartOrTable({ label, head, rows, children }: ChartOrTableProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const Icon = asTable ? IconChartBar : IconTable;
  return (
    <figure className={classes.figure} aria-label={label}>
      {asTable ? (
        <div className={classes.tableRoom}>
          <table className={classes.table}>
            <thead>
              <tr>
                {head.map((name, index) => (
                  <th key={name} scope="col">
                    {index === 0 && name === '' ? t('common.chart.month') : name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.name}</th>
                  {row.cells.map(({ key, text, onOpen }) => (
                    <td key={key}>
                      {onOpen === undefined ? (
                        text
                      ) : (
                        <button type="button" className={classes.cell} onClick={onOpen}>
                          {text}
                        </button>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        children
      )}
      <Button
        className={classes.toggle}
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<Icon size={13} stroke={1.6} aria-hidden="true" />}
        onClick={() => setAsTable(!asTable)}
      >
        {t(asTable ? 'common.chart.asChart' : 'common.chart.asTable')}
      </Button>
    </figure>
  );
}
