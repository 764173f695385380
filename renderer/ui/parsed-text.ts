import { useState } from 'react';

export interface ParsedTextOptions<Value> {
  value: Value;
  /** What an empty field means. */
  nothing: Value;
  onChange: (value: Value) => void;
  onProblem?: ((problem: string | null) => void) | undefined;
  /** `null` when the text is not understood. */
  parse: (text: string) => Value | null;
  format: (value: Value) => string;
  notUnderstood: string;
  /** A sentence when the value is understood but not allowed. */
  check?: ((value: Value) => string | null) | undefined;
}

export interface ParsedText {
  text: string;
  problem: string | null;
  change: (text: string) => void;
  /** The user is done with the field: what was typed is written out properly, unless there is something wrong with it. */
  settle: () => void;
  /** Forgets what was typed; the value stands in the field again. */
  forget: () => void;
}

/** The text of a field that stands for a value of another type. Keeps what was typed, says what is wrong with it, never discards it. */
export function useParsedText<Value>(options: ParsedTextOptions<Value>): ParsedText {
  const { value, nothing, onChange, onProblem, parse, format, notUnderstood, check } = options;
  const [typed, setTyped] = useState<string | null>(null);

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

  return {
    text,
    problem,
    change: (next) => {
      setTyped(next);
      const nextProblem = problemOf(next);
      if (nextProblem !== problem) onProblem?.(nextProblem);
      const parsed = understood(next) ?? nothing;
      if (!Object.is(parsed, value)) onChange(parsed);
    },
    settle: () => {
      if (problem === null) setTyped(null);
    },
    forget: () => setTyped(null),
  };
}
