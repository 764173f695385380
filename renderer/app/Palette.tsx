import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconBolt, IconFileText, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '../desk/desk.ts';
import { pathOf } from '../desk/paths.ts';
import { useGo } from '../desk/use-address.ts';
import { useMayFind } from '../desk/use-may-find.ts';
import { useShortcut } from '../ui/shortcuts.ts';
import { features } from './features.ts';

/** Ctrl+K: any page, action, paper, customer or product, by a few letters of anything it is known by. */
export function Palette() {
  const { t } = useTranslation();
  const { book, holds } = useDesk();
  const go = useGo();
  const [query, setQuery] = useState('');
  useShortcut('mod+k', spotlight.open, t('shell.findAnything'));

  const wanted = query.trim().toLowerCase();
  const has = (...texts: string[]) => wanted !== '' && texts.some((text) => text.toLowerCase().includes(wanted));
  const pages = features
    .flatMap((feature) => feature.nav)
    .filter((item) => holds(...item.roles))
    .map((item) => ({ ...item, words: t(item.label as never) as string }))
    .filter((item) => wanted === '' || has(item.words, item.path));
  const commands = features
    .flatMap((feature) => feature.commands)
    .filter((command) => holds(...command.roles))
    .map((command) => ({ ...command, words: t(command.label as never) as string }))
    .filter((command) => has(command.words, command.keywords));
  const found = wanted === '' ? [] : book.search({ text: query, without: ['withdrawn', 'merged', 'left'], limit: 24 });
  const hits = useMayFind(found);

  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} clearQueryOnClose shortcut={null} maxHeight={460} scrollable>
      <Spotlight.Search placeholder={t('shell.palette.placeholder')} leftSection={<IconSearch size={17} stroke={1.6} />} />
      <Spotlight.ActionsList>
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.palette.commands')}>
            {commands.map((command) => action(command.id, command.words, '', <IconBolt size={16} stroke={1.6} />, command.path))}
          </Spotlight.ActionsGroup>
        )}
        {hits.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.palette.papers')}>
            {hits.map((hit) =>
              action(
                hit.id,
                hit.title || hit.no,
                [t(`documents.kinds.${hit.kind}` as never) as string, hit.no, hit.day].filter(Boolean).join(' · '),
                <IconFileText size={16} stroke={1.6} />,
                pathOf(hit),
              ),
            )}
          </Spotlight.ActionsGroup>
        )}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.palette.pages')}>
            {pages.map((page) => action(page.path, page.words, '', <IconArrowRight size={16} stroke={1.6} />, page.path))}
          </Spotlight.ActionsGroup>
        )}
        {commands.length + hits.length + pages.length === 0 && <Spotlight.Empty>{t('shell.palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );

  function action(key: string, label: string, description: string, icon: ReactNode, path: string) {
    return (
      <Spotlight.Action
        key={key}
        label={label}
        {...(description === '' ? {} : { description })}
        leftSection={icon}
        onClick={() => go(path)}
      />
    );
  }
}
