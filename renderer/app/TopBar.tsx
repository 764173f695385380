import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconKeyboard, IconLock, IconSearch, IconSunMoon } from '@tabler/icons-react';
import { openSpotlight } from '@mantine/spotlight';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { BookPhase } from '../book/book.ts';
import { useDesk } from '../desk/desk.ts';
import { useWords } from '../desk/words.ts';
import { KeyboardHelp } from '../ui/KeyboardHelp.tsx';
import { ShortcutHint } from '../ui/ShortcutHint.tsx';
import { useShortcut } from '../ui/shortcuts.ts';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { CentreChip } from './CentreChip.tsx';
import { SaveChip } from './SaveChip.tsx';
import classes from './TopBar.module.css';
import { useSignOut } from './use-sign-out.ts';

/** Where am I, find anything, is it saved, who am I. */
export function TopBar({ phase }: { phase: BookPhase }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const { info, actor, settings, saveSettings, lock } = useDesk();
  const signOut = useSignOut();
  const [help, setHelp] = useState(false);
  useShortcut('mod+alt+l', lock, t('shell.lock'));
  useShortcut('F1', () => setHelp(true), t('shell.keys'));
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <header className={classes.bar}>
      <span className={classes.place}>
        <strong>{info.identity?.branchName}</strong>
        <span className={classes.desk}>{info.identity?.deskCode}</span>
        {info.profile === 'demo' && <StatusBadge tone="warn" label={t('shell.demoMark')} />}
      </span>
      <button type="button" className={classes.find} onClick={openSpotlight} aria-keyshortcuts="Control+K">
        <IconSearch size={15} stroke={1.6} />
        <span>{t('shell.findAnything')}</span>
        <ShortcutHint keys="mod+k" />
      </button>
      <SaveChip phase={phase} />
      <CentreChip />
      <Tooltip label={`${t('shell.keys')} F1`}>
        <ActionIcon aria-label={t('shell.keys')} onClick={() => setHelp(true)}>
          <IconKeyboard size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={classes.person}>
            <span className={classes.initial} aria-hidden="true">
              {actor.name.slice(0, 1)}
            </span>
            {actor.name}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{actor.roles.map((role) => words.role(role)).join(' / ')}</Menu.Label>
          <Menu.Item leftSection={<IconLock size={15} />} onClick={() => void signOut()}>
            {t('shell.signOut')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void saveSettings({ language: other })}>{t('shell.language')}</Menu.Item>
          {(['light', 'dark', 'auto'] as const).map((scheme) => (
            <Menu.Item
              key={scheme}
              leftSection={<IconSunMoon size={15} opacity={settings.colorScheme === scheme ? 1 : 0.25} />}
              onClick={() => void saveSettings({ colorScheme: scheme })}
            >
              {t(`shell.${scheme}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <KeyboardHelp opened={help} onClose={() => setHelp(false)} />
    </header>
  );
}
