/** The window's menu: what the system expects and no more. The desk's commands live in the page (Ctrl+K). */
import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopTexts } from './texts.ts';

export interface MenuOptions {
  texts: DesktopTexts['menu'];
  platform: NodeJS.Platform;
  isPackaged: boolean;
  showDataFolder(): void;
  showAbout(): void;
}

export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { texts, platform, isPackaged, showDataFolder, showAbout } = options;
  const about: MenuItemConstructorOptions = { label: texts.about, click: showAbout };
  const file: MenuItemConstructorOptions =
    platform === 'darwin'
      ? { role: 'appMenu', submenu: [about, { type: 'separator' }, { role: 'quit', label: texts.quit }] }
      : { label: texts.file, submenu: [{ role: 'quit', label: texts.quit }] };
  return [
    file,
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        { type: 'separator' },
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        // Not Ctrl+R: a clerk who slips from Ctrl+E or Ctrl+T should not lose the place in a long entry.
        { label: texts.reload, role: 'reload', accelerator: 'F5' },
        { type: 'separator' },
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        { role: 'resetZoom', label: texts.zoomReset },
        { role: 'togglefullscreen', label: texts.fullScreen },
        ...(isPackaged ? [] : [{ type: 'separator' } as const, { role: 'toggleDevTools' } as const]),
      ],
    },
    { label: texts.window, submenu: [{ role: 'minimize', label: texts.minimize }] },
    {
      role: 'help',
      label: texts.help,
      submenu: [{ label: texts.dataFolder, click: showDataFolder }, ...(platform === 'darwin' ? [] : [about])],
    },
  ];
}
