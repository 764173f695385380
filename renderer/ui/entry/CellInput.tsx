import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ComponentProps } from 'react';
import classes from './entry.module.css';
import type { CellPlace } from './grid-actions.ts';

export interface CellInputProps<Line> extends Omit<ComponentProps<'input'>, 'ref' | 'onChange'> {
  place: CellPlace<Line>;
  column: string;
  alignRight: boolean;
  text: string;
  onText: (text: string, composing: boolean) => void;
  onRevert: () => void;
}

/** The plain input in every cell: no box of its own, selected when entered. */
export function CellInput<Line>({ place, column, alignRight, text, onText, onRevert, ...rest }: CellInputProps<Line>) {
  const input = useRef<HTMLInputElement>(null);
  const { grid, lineKey } = place;
  const revert = useEffectEvent(onRevert);
  useEffect(() => {
    const element = input.current;
    return element === null ? undefined : grid.register(lineKey, column, { element, revert: () => revert() });
  }, [grid, lineKey, column]);

  // A figure that arrives while one is in its cell (the price of a product just found) is selected like one that was there.
  const typed = useRef('');
  useLayoutEffect(() => {
    if (document.activeElement === input.current && text !== typed.current) input.current?.select();
  }, [text]);

  return (
    <input
      {...rest}
      ref={input}
      className={classes.input}
      data-align={alignRight ? 'right' : undefined}
      data-column={column}
      aria-label={place.name}
      aria-invalid={place.problem === undefined ? undefined : true}
      aria-describedby={place.problem === undefined ? undefined : place.problemId}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => {
        typed.current = event.currentTarget.value;
        onText(event.currentTarget.value, (event.nativeEvent as InputEvent).isComposing);
      }}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
