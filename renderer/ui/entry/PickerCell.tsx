import { Popover } from '@mantine/core';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { ChoiceList, listed } from '../picker/ChoiceList.tsx';
import { useSearch } from '../picker/use-search.ts';
import { CellBox } from './CellBox.tsx';
import { CellInput } from './CellInput.tsx';
import type { PickerColumn } from './column.ts';
import classes from './entry.module.css';
import type { CellPlace, Lookup } from './grid-actions.ts';

export interface PickerCellProps<Line> {
  column: PickerColumn<Line>;
  place: CellPlace<Line>;
  lookup: Lookup | undefined;
}

/** Type, see matches, Enter. Enter before the matches are there looks the text up while the user goes on. */
export function PickerCell<Line>({ column, place, lookup }: PickerCellProps<Line>) {
  const { t } = useTranslation();
  const listId = useId();
  const { grid, lineKey, line } = place;
  const chosen = column.get(line);
  const [typed, setTyped] = useState<string | null>(null);
  /** The same, known at once: choosing a row moves the focus on, and that blur comes before React has drawn. */
  const unsettled = useRef<string | null>(null);
  const [opened, setOpened] = useState(false);
  const [active, setActive] = useState(0);
  const { found, run, reset } = useSearch((text: string) => column.search(text, line));
  const choices = listed(found);
  const { onCreate } = column;
  const rows = choices.length + (onCreate !== undefined && (typed ?? '').trim() !== '' ? 1 : 0);

  const look = (text: string) => {
    setOpened(true);
    setActive(text.trim() === '' ? -1 : 0);
    void run(text);
  };
  const close = () => {
    setOpened(false);
    unsettled.current = null;
    setTyped(null);
    reset();
  };
  const type = (text: string, composing: boolean) => {
    unsettled.current = text;
    setTyped(text);
    if (lookup !== undefined) grid.forgetLookup(lineKey);
    if (composing) return;
    if (text.trim() !== '') look(text);
    else setOpened(false);
  };
  /** What was typed and not chosen is looked up, or cleared; it is never dropped. */
  const settle = () => {
    const text = unsettled.current?.trim();
    if (text === '') grid.choose(lineKey, column.key, null);
    else if (text !== undefined && text !== chosen?.label) grid.settle(lineKey, column.key, text);
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && (opened || event.altKey)) {
      event.preventDefault();
      if (!opened) look(typed ?? '');
      else if (rows > 0) setActive((Math.max(active, step > 0 ? -1 : 0) + step + rows) % rows);
    } else if (event.key === 'Escape' && opened) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && typed !== null) {
      event.preventDefault();
      const choice = found.state === 'found' && found.text === typed ? choices[active] : undefined;
      if (choice !== undefined && choice.disabled === undefined) {
        grid.choose(lineKey, column.key, choice);
        close();
      } else if (found.state === 'found' && active === choices.length && onCreate !== undefined && typed.trim() !== '') {
        onCreate(typed.trim(), line);
        close();
        return;
      } else settle();
      grid.advance(lineKey, column.key);
    }
  };
  const shown = { ...place, problem: lookup?.problem ?? place.problem };

  return (
    <CellBox place={shown}>
      {opened && (
        <Popover opened position="bottom-start" offset={2} withinPortal withRoles={false}>
          <Popover.Target>
            <span className={classes.anchor} />
          </Popover.Target>
          <Popover.Dropdown p={4}>
            <ChoiceList
              id={listId}
              label={column.header}
              found={found}
              active={active}
              onActive={setActive}
              onPick={(choice) => {
                grid.choose(lineKey, column.key, choice);
                close();
                grid.advance(lineKey, column.key);
              }}
              onCreate={
                onCreate &&
                ((text) => {
                  onCreate(text, line);
                  close();
                })
              }
            />
          </Popover.Dropdown>
        </Popover>
      )}
      <CellInput
        place={shown}
        column={column.key}
        alignRight={false}
        text={typed ?? lookup?.text ?? chosen?.label ?? ''}
        onText={type}
        onRevert={close}
        role="combobox"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={opened}
        aria-controls={opened ? listId : undefined}
        aria-activedescendant={opened && active >= 0 && active < rows ? `${listId}-${active}` : undefined}
        data-looking={lookup !== undefined && lookup.problem === undefined ? true : undefined}
        placeholder={t('common.picker.typeToSearch')}
        onCompositionEnd={(event) => type(event.currentTarget.value, false)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
    </CellBox>
  );
}
