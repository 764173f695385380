import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { focusing, labelling, type FieldProps } from './field.ts';
import { useParsedText, type ParsedTextOptions } from './parsed-text.ts';
import classes from './ParsedInput.module.css';

export interface ParsedInputProps<Value> extends FieldProps, ParsedTextOptions<Value> {
  /** Behind the figure. */
  unit?: ReactNode;
  /** In front of it. */
  symbol?: ReactNode;
  rightSection?: ReactNode;
  align?: 'left' | 'right';
  inputMode?: 'decimal' | 'numeric' | 'text';
}

/** A text field for a value of another type. Complains when it is left or Enter is pressed, and from then on while typing. */
export function ParsedInput<Value>(props: ParsedInputProps<Value>) {
  const {
    value,
    nothing,
    onChange,
    onProblem,
    parse,
    format,
    notUnderstood,
    check,
    hideLabel,
    label,
    unit,
    symbol,
    rightSection,
    ...rest
  } = props;
  const { align = 'left', inputMode = 'text', error, autoFocus, ...field } = rest;
  const { text, problem, change, settle } = useParsedText({ value, nothing, onChange, onProblem, parse, format, notUnderstood, check });
  const [left, setLeft] = useState(false);
  const leave = () => {
    setLeft(true);
    settle();
  };

  return (
    <TextInput
      {...field}
      {...labelling(label, hideLabel)}
      {...focusing(autoFocus)}
      value={text}
      inputMode={inputMode}
      error={(left && problem) || error}
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave();
      }}
      classNames={{ input: align === 'right' ? classes.right : undefined }}
      leftSection={symbol === undefined ? undefined : <span className={classes.unit}>{symbol}</span>}
      leftSectionPointerEvents="none"
      rightSection={rightSection ?? (unit === undefined ? undefined : <span className={classes.unit}>{unit}</span>)}
      rightSectionPointerEvents={rightSection === undefined ? 'none' : 'all'}
    />
  );
}
