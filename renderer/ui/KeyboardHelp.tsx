import { Modal } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './KeyboardHelp.module.css';
import { ShortcutHint } from './ShortcutHint.tsx';
import { useActiveShortcuts } from './shortcuts.ts';

export interface KeyboardHelpProps {
  opened: boolean;
  onClose: () => void;
}

/** What the keys do: on this screen, in lists, in order lines, in dialogs. */
export function KeyboardHelp({ opened, onClose }: KeyboardHelpProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('common.keys.heading')} size={760}>
      <Keys />
    </Modal>
  );
}

function Keys() {
  const { t } = useTranslation();
  const onScreen = useActiveShortcuts();
  const groups: { title: string; rows: [keys: string[], words: string][] }[] = [
    { title: t('common.keys.screen'), rows: onScreen.map(({ keys, label }) => [[keys], label]) },
    {
      title: t('common.keys.lists'),
      rows: [
        [['↑', '↓'], t('common.keys.move')],
        [['Home', 'End'], t('common.keys.ends')],
        [['Enter'], t('common.keys.open')],
        [['Space'], t('common.keys.select')],
      ],
    },
    {
      title: t('common.keys.entry'),
      rows: [
        [['Enter'], t('common.keys.nextCell')],
        [['↑', '↓'], t('common.keys.upDown')],
        [['mod+Delete'], t('common.keys.removeLine')],
        [['Escape'], t('common.keys.undo')],
      ],
    },
    {
      title: t('common.keys.dialogs'),
      rows: [
        [['mod+Enter'], t('common.keys.commit')],
        [['Escape'], t('common.keys.dismiss')],
      ],
    },
  ];
  return (
    <div className={classes.groups}>
      {groups
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <section key={group.title} className={classes.group}>
            <h3 className={classes.title}>{group.title}</h3>
            <dl className={classes.keys}>
              {group.rows.map(([keys, words]) => (
                <div key={words} className={classes.row}>
                  <dt>{words}</dt>
                  <dd>
                    {keys.map((each) => (
                      <ShortcutHint key={each} keys={each} spoken />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </div>
  );
}
