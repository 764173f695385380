import { Popover, TextInput } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { SearchHit } from '#renderer/book/book.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { findScanned, scannedKinds, targetOf } from './find-scanned.ts';
import { scannedText } from './find-product.ts';
import classes from './ScanField.module.css';
import { useTypedAnywhere } from './use-typed-anywhere.ts';

/**
 * Where every paper begins: a scan (its number, then Enter) opens the document where its next step is taken; a typed name offers a choice.
 * What is scanned while nothing has the focus lands here too.
 */
export function ScanField() {
  const { t } = useTranslation();
  const words = useWords();
  const { book, actor } = useDesk();
  const go = useGo();
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const [missing, setMissing] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  useTypedAnywhere(input);
  useShortcut('F2', () => input.current?.select(), t('warehouse.scan.focus'));

  const hits =
    text.trim() === '' ? [] : book.search({ text: scannedText(text), kinds: scannedKinds, without: ['withdrawn', 'merged'], limit: 8 });
  const leave = () => {
    setText('');
    setActive(-1);
    setMissing('');
  };
  const open = async (hit: SearchHit) => {
    const record = await book.get(hit.id);
    if (!record) return;
    leave();
    const target = await targetOf(book, actor, record);
    go(target.path, target.search);
  };
  const enter = async () => {
    const chosen = hits[active];
    if (chosen) return open(chosen);
    const found = await findScanned(book, actor, text);
    if (found.found === 'one') {
      leave();
      go(found.target.path, found.target.search);
    } else if (found.found === 'several') setActive(0);
    else {
      setMissing(text.trim());
      // The next scan replaces what was not found.
      input.current?.select();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While pinyin is being composed the keys belong to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (text.trim() !== '') void enter();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && hits.length > 0) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : hits.length - (active < 0 ? 0 : 1))) % hits.length);
    } else if (event.key === 'Escape' && text !== '') {
      event.stopPropagation();
      leave();
    }
  };

  return (
    <Popover opened={hits.length > 0 || missing !== ''} position="bottom-start" width="target" offset={4}>
      <Popover.Target>
        <TextInput
          ref={input}
          className={classes.field ?? ''}
          aria-label={t('warehouse.scan.label')}
          placeholder={t('warehouse.scan.placeholder')}
          leftSection={<IconScan size={18} stroke={1.6} aria-hidden="true" />}
          rightSection={<kbd>F2</kbd>}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(-1);
            setMissing('');
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setMissing('')}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a scanner types into whatever has the focus
          autoFocus
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={hits[active] ? `${listId}-${active}` : undefined}
        />
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {missing !== '' && (
          <div className={classes.none} role="alert">
            {t('warehouse.scan.none', { text: missing })}
          </div>
        )}
        <div className={classes.list} id={listId} role="listbox" aria-label={t('warehouse.scan.results')} hidden={hits.length === 0}>
          {hits.map((hit, index) => (
            <div
              key={hit.id}
              id={`${listId}-${index}`}
              className={classes.hit}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onPointerDown={(event) => {
                event.preventDefault();
                void open(hit);
              }}
            >
              <span className={classes.kind}>{words.kind(hit.kind)}</span>
              <span className={classes.no}>{hit.no}</span>
              <span className={classes.title}>{hit.title}</span>
              <span className={classes.status}>{words.status(hit)}</span>
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
