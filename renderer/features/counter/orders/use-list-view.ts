import { useDesk } from '#renderer/desk/desk.ts';
import type { TableView } from '#renderer/ui/DataTable.tsx';

/** Columns, widths and sorting of one list, kept with this desk's settings. */
export function useListView(screen: string): [TableView, (view: TableView) => void] {
  const { settings, saveSettings } = useDesk();
  const key = `list.${screen}`;
  const kept = settings.views[key];
  const view = typeof kept === 'object' && kept !== null ? (kept as TableView) : NOTHING;
  return [view, (next) => void saveSettings({ views: { ...settings.views, [key]: next } })];
}

const NOTHING: TableView = {};
