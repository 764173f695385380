import type { TableView } from '../ui/DataTable.tsx';
import { useDesk } from './desk.ts';

/** Columns, widths and sorting of one list, kept with this desk's settings. Spread it into a `DataTable`. */
export function useListView(screen: string): { view: TableView; onView: (view: TableView) => void } {
  const { settings, saveSettings } = useDesk();
  const key = `list.${screen}`;
  const kept = settings.views[key];
  const view = typeof kept === 'object' && kept !== null ? (kept as TableView) : NOTHING;
  return { view, onView: (next) => void saveSettings({ views: { ...settings.views, [key]: next } }) };
}

const NOTHING: TableView = {};
