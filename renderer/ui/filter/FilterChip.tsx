import { CloseButton, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './filter.module.css';

export interface FilterChipProps {
  label: string;
  /** What it is set to; '' when it does not narrow. */
  words: string;
  onClear: () => void;
  /** The dropdown's inside; `close` after a choice that settles it. */
  children: (close: () => void) => ReactNode;
}

/** A filter: its name, what it is set to, and a cross to be rid of it. */
export function FilterChip({ label, words, onClear, children }: FilterChipProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const isSet = words !== '';
  return (
    <span className={classes.chip} data-set={isSet ? true : undefined}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={classes.button} aria-expanded={opened} onClick={() => setOpened(!opened)}>
            <span className={classes.label}>{label}</span>{' '}
            {isSet ? <span className={classes.value}>{words}</span> : <IconChevronDown size={13} stroke={1.8} aria-hidden="true" />}
          </button>
        </Popover.Target>
        <Popover.Dropdown p={6}>{children(() => setOpened(false))}</Popover.Dropdown>
      </Popover>
      {isSet && <CloseButton size="xs" aria-label={t('common.filter.remove', { label })} onClick={onClear} />}
    </span>
  );
}
