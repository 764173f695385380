import { CloseButton, Popover, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
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
  /** What was typed is nobody, or several: a form must not commit while there is a problem. */
  onProblem?: (problem: string | null) => void;
}

/** Finds one customer, product or document by name, pinyin or number; keyboard only, and safe with the Chinese input method. */
export function RecordPicker<Data>({
  value,
  onChange,
  search,
  onCreate,
  onProblem,
  hideLabel,
  label,
  autoFocus,
  error,
  ...field
}: RecordPickerProps<Data>) {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const [active, setActive] = useState(0);
  const { found, run, reset } = useSearch(search);
  // While Enter waits for its answer, and while a choice is handed over, leaving the field must not look again at what was typed.
  const entering = useRef<'no' | 'waits' | 'left'>('no');
  // Somebody chosen from outside, e.g. just created, takes the place of what was typed.
  const [shownKey, setShownKey] = useState(value?.key);
  if (shownKey !== value?.key) {
    setShownKey(value?.key);
    if (value !== null) {
      setTyped(null);
      setProblem(null);
    }
  }
  const choices = listed(found);
  const rows = choices.length + (onCreate !== undefined && (typed ?? '').trim() !== '' ? 1 : 0);

  const look = (text: string) => {
    setOpened(true);
    // Enter in an empty field must not pick the first of the recent ones.
    setActive(text.trim() === '' ? -1 : 0);
    void run(text);
  };
  const complain = (next: string | null) => {
    if (next !== problem) onProblem?.(next);
    setProblem(next);
  };
  const close = () => {
    setOpened(false);
    setTyped(null);
    complain(null);
    reset();
  };
  /** The only one it can mean is taken; otherwise the text stays, with a sentence, and nobody is chosen. */
  const leave = async () => {
    const text = typed?.trim() ?? '';
    setOpened(false);
    if (problem !== null) return;
    if (entering.current !== 'no') {
      entering.current = 'left';
      return;
    }
    if (typed === null || text === '' || text === value?.label) {
      if (text === '' && typed !== null && value !== null) onChange(null);
      close();
      return;
    }
    const current = found.state === 'found' && found.text === typed ? choices : await run(typed);
    if (current === null) return;
    const only = onlyOne(current, text);
    if (only !== undefined) {
      pick(only);
      return;
    }
    if (value !== null) onChange(null);
    const [first, ...more] = current;
    const barred = more.length === 0 ? first?.disabled : undefined;
    complain(barred ?? t(first === undefined ? 'common.picker.nothingFound' : 'common.picker.severalFound', { text }));
  };
  const pick = (choice: Choice<Data>) => {
    entering.current = 'waits';
    onChange(choice);
    close();
    entering.current = 'no';
  };
  const create = (text: string) => {
    close();
    onCreate?.(text);
  };
  const enter = async () => {
    // Typed faster than the answer came: wait for the answer to what was typed, never take a row of an older one.
    entering.current = 'waits';
    const current = found.state === 'searching' ? await run(found.text) : choices;
    // Another handler may have written it meanwhile; the compiler still believes the line above.
    const hasLeft = (entering.current as string) === 'left';
    entering.current = 'no';
    const choice = current?.[found.state === 'searching' ? 0 : active];
    if (choice !== undefined && choice.disabled === undefined) pick(choice);
    else if (hasLeft) void leave();
    else if (current === null) return;
    else if (choice === undefined && found.state !== 'failed' && onCreate !== undefined && (typed ?? '').trim() !== '')
      create((typed ?? '').trim());
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
          error={problem ?? error}
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
            complain(null);
            if (!(event.nativeEvent as InputEvent).isComposing) look(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => look(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => !opened && look(typed ?? '')}
          onBlur={() => void leave()}
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

function onlyOne<Data>(choices: readonly Choice<Data>[], text: string): Choice<Data> | undefined {
  const possible = choices.filter((choice) => choice.disabled === undefined);
  if (possible.length === 1) return possible[0];
  const named = possible.filter((choice) => choice.label === text);
  return named.length === 1 ? named[0] : undefined;
}
