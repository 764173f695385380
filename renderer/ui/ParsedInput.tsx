import { TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { labelling, type FieldProps } from './field.ts';
import classes from './ParsedInput.module.css';

export interface ParsedInputProps<Value> extends FieldProps {
  value: Value;
  /** What an empty field means. */
  nothing: Value;
  onChange: (value: Value) => void;
  /** Called when what stands in the field becomes, or stops being, no value at all. A form must not commit while there is a problem. */
  onProblem?: ((problem: string | null) => void) | undefined;
  /** `null` when the text is not understood. */
  parse: (text: string) => Value | null;
  format: (value: Value) => string;
  notUnderstood: string;
  /** A sentence when the value is understood but not allowed. */
  check?: (value: Value) => string | null;
  unit?: ReactNode;
  rightSection?: ReactNode;
  align?: 'left' | 'right';
  inputMode?: 'decimal' | 'numeric' | 'text';
}

/** A text field for a value of another type. Keeps what was typed, says what is wrong with it, never discards it. */
export function ParsedInput<Value>(props: ParsedInputProps<Value>) {
  const { value, nothing, onChange, onProblem, parse, format, notUnderstood, check, hideLabel, label, unit, rightSection, ...rest } = props;
  const { align = 'left', inputMode = 'text', error, ...field } = rest;
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);

  const understood = (text: string): Value | null => (text.trim() === '' ? nothing : parse(text));
  const problemOf = (text: string): string | null => {
    if (text.trim() === '') return null;
    const parsed = parse(text);
    return parsed === null ? notUnderstood : (check?.(parsed) ?? null);
  };

  // What was typed stays as long as it still means the value we were given; a value set from outside replaces it.
  const keeps = typed !== null && Object.is(understood(typed) ?? nothing, value);
  const text = keeps ? typed : Object.is(value, nothing) ? '' : format(value);
  const problem = problemOf(text);

  const change = (next: string) => {
    setTyped(next);
    const nextProblem = problemOf(next);
    if (nextProblem !== problem) onProblem?.(nextProblem);
    const parsed = understood(next) ?? nothing;
    if (!Object.is(parsed, value)) onChange(parsed);
  };
  const settle = () => {
    setLeft(true);
    if (problem === null && keeps) setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle();
  };

  return (
    <TextInput
      {...field}
      {...labelling(label, hideLabel)}
      value={text}
      inputMode={inputMode}
      error={(left && problem) || error}
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={settle}
      onKeyDown={onKeyDown}
      classNames={{ input: align === 'right' ? classes.right : undefined }}
      rightSection={rightSection ?? (unit === undefined ? undefined : <span className={classes.unit}>{unit}</span>)}
      rightSectionPointerEvents={rightSection === undefined ? 'none' : 'all'}
    />
  );
}
