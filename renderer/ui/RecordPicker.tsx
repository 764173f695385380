import { CloseButton, Popover, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { focusing, labelling, type FieldProps } from './field.ts';
import type { Choice } from './picker/choice.ts';
import { ChoiceList, listed } from './picker/ChoiceList.tsx';
import { useSearch } from './picker/use-search.ts';

export type { Choice } from './picker/choice.ts';

export interface RecordPickerProps<Data> extends FieldProps {
  value: Choice<Data> | null;
  onChange: (choice: Choice<Data> | null) => void;
  /** Called on every keystroke, also with '' when the field is entered: then the recent or most used ones. Answers out of order are dropped. */
  search: (text: string) => Promise<readonly Choice<Data>[]>;
  /** Adds a last row "New: …". The caller opens its form and sets the value when there is one. */
  onCreate?: (text: string) => void;
}

/** Finds one customer, product or document by name, pinyin or number; keyboard only, and safe with the Chinese input method. */
export function RecordPicker<Data>({ value, onChange, search, onCreate, hideLabel, label, autoFocus, ...field }: RecordPickerProps<Data>) {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const [active, setActive] = useState(0);
  const { found, run, reset } = useSearch(search);
  const choices = listed(found);
  const rows = choices.length + (onCreate !== undefined && (typed ?? '').trim() !== '' ? 1 : 0);

  const look = (text: string) => {
    setOpened(true);
    // Enter in an empty field must not pick the first of the recent ones.
    setActive(text.trim() === '' ? -1 : 0);
    void run(text);
  };
  const close = () => {
    setOpened(false);
    setTyped(null);
    reset();
  };
  const leave = () => {
    if (typed !== null && typed.trim() === '' && value !== null) onChange(null);
    close();
  };
  const pick = (choice: Choice<Data>) => {
    onChange(choice);
    close();
  };
  const create = (text: string) => {
    close();
    onCreate?.(text);
  };
  const enter = async () => {
    // Typed faster than the answer came: wait for the answer to what was typed, never take a row of an older one.
    const current = found.state === 'searching' ? await run(found.text) : choices;
    if (current === null) return;
    const choice = current[found.state === 'searching' ? 0 : active];
    if (choice !== undefined && choice.disabled === undefined) pick(choice);
    else if (choice === undefined && onCreate !== undefined && (typed ?? '').trim() !== '') create((typed ?? '').trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While pinyin is being composed the keys belong to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!opened) look(typed ?? '');
      else if (rows > 0)
        setActive((Math.max(active, event.key === 'ArrowDown' ? -1 : 0) + (event.key === 'ArrowDown' ? 1 : rows - 1)) % rows);
    } else if (event.key === 'Enter' && opened && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void enter();
    } else if (event.key === 'Escape' && opened) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return (
    <Popover opened={opened} position="bottom-start" width="target" offset={4} withRoles={false} withinPortal>
      <Popover.Target>
        <TextInput
          {...field}
          {...labelling(label, hideLabel)}
          {...focusing(autoFocus)}
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={opened}
          aria-controls={opened ? listId : undefined}
          aria-activedescendant={opened && active >= 0 && active < rows ? `${listId}-${active}` : undefined}
          value={typed ?? value?.label ?? ''}
          placeholder={field.placeholder ?? t('common.picker.typeToSearch')}
          leftSection={<IconSearch size={14} stroke={1.6} aria-hidden="true" />}
          rightSection={
            value !== null && field.disabled !== true ? (
              <CloseButton size="xs" tabIndex={-1} aria-label={t('common.picker.clear')} onClick={() => onChange(null)} />
            ) : undefined
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            if (!(event.nativeEvent as InputEvent).isComposing) look(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => look(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => !opened && look('')}
          onBlur={leave}
          onKeyDown={onKeyDown}
        />
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <ChoiceList
          id={listId}
          label={label}
          found={found}
          active={active}
          onActive={setActive}
          onPick={pick}
          onCreate={onCreate && create}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
