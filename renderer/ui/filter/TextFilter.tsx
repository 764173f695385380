import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useShortcut } from '../shortcuts.ts';
import { useRef } from 'react';
import classes from './filter.module.css';

export interface TextFilterProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Narrows as one types, but not by half-composed pinyin. Ctrl+F comes here. */
export function TextFilter({ label, value, onChange }: TextFilterProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  // While the input method composes, what stands in the field is not yet the value.
  const [composing, setComposing] = useState<string | null>(null);
  useShortcut('mod+f', () => input.current?.focus(), t('common.search'));
  return (
    <TextInput
      ref={input}
      className={classes.search}
      aria-label={label}
      placeholder={label}
      value={composing ?? value}
      leftSection={<IconSearch size={14} stroke={1.6} aria-hidden="true" />}
      rightSection={
        value === '' ? undefined : <CloseButton size="xs" aria-label={t('common.clear')} tabIndex={-1} onClick={() => onChange('')} />
      }
      onChange={(event) => {
        const text = event.currentTarget.value;
        if ((event.nativeEvent as InputEvent).isComposing) setComposing(text);
        else onChange(text);
      }}
      onCompositionEnd={(event) => {
        setComposing(null);
        onChange(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return;
        event.preventDefault();
        event.stopPropagation();
        onChange('');
      }}
    />
  );
}
