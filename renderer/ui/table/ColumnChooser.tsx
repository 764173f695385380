import { ActionIcon, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { isVisible, type Column, type TableView } from './column.ts';
import classes from './table.module.css';

export interface ColumnChooserProps<Row> {
  columns: readonly Column<Row>[];
  view: TableView;
  onView: (view: TableView) => void;
}

/** Which columns are shown. The last one cannot be hidden. */
export function ColumnChooser<Row>({ columns, view, onView }: ColumnChooserProps<Row>) {
  const { t } = useTranslation();
  const shown = columns.filter((column) => isVisible(column, view));
  const toggle = (column: Column<Row>) => {
    onView({ ...view, visible: { ...view.visible, [column.key]: !isVisible(column, view) } });
  };
  const showAll = () => onView({ ...view, visible: Object.fromEntries(columns.map((column) => [column.key, true])) });
  return (
    <div className={classes.chooser}>
      <Menu position="bottom-end" closeOnItemClick={false}>
        <Menu.Target>
          <ActionIcon size={24} aria-label={t('common.table.chooseColumns')} title={t('common.table.chooseColumns')}>
            <IconColumns3 size={15} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {columns.map((column) => {
            const visible = isVisible(column, view);
            return (
              <Menu.CheckboxItem
                key={column.key}
                checked={visible}
                disabled={visible && shown.length === 1}
                onChange={() => toggle(column)}
              >
                {column.header}
              </Menu.CheckboxItem>
            );
          })}
          <Menu.Divider />
          <Menu.Item onClick={showAll}>{t('common.table.showAllColumns')}</Menu.Item>
          <Menu.Item onClick={() => onView({ ...view, widths: {} })}>{t('common.table.resetWidths')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
