import { useTranslation } from '#renderer/ui/i18n.ts';
import { Empty } from './Empty.tsx';
import type { Loadable } from './loadable.ts';
import { StateView } from './StateView.tsx';
import { LookFurther } from './table/LookFurther.tsx';
import { TableBody } from './table/TableBody.tsx';
import type { DataTableProps } from './table/table-props.ts';

export type { Column, TableView } from './table/column.ts';

/** Every list of the desk. Draws only what is in view, so ten thousand rows are as quick as ten. */
export function DataTable<Row extends object>({ rows, empty, ...rest }: DataTableProps<Row>) {
  const { t } = useTranslation();
  const of: Loadable<readonly Row[]> = isList(rows) ? { state: 'ready', value: rows } : rows;
  return (
    <StateView
      of={of}
      empty={
        <>
          {empty ?? <Empty title={t('common.nothingHere')} />}
          {rest.lookedAt !== undefined && <LookFurther after={rest.lookedAt} onMore={rest.onMore} />}
        </>
      }
    >
      {(value) => <TableBody {...rest} rows={value} />}
    </StateView>
  );
}

function isList<Row>(rows: readonly Row[] | Loadable<readonly Row[]>): rows is readonly Row[] {
  return Array.isArray(rows);
}
