import { useRef } from 'react';
import { CellBox } from './CellBox.tsx';
import { CellInput } from './CellInput.tsx';
import type { TextColumn } from './column.ts';
import type { CellPlace } from './grid-actions.ts';

export function TextCell<Line>({ column, place }: { column: TextColumn<Line>; place: CellPlace<Line> }) {
  const value = column.get(place.line);
  const before = useRef(value);
  const change = (next: string) => place.grid.change(place.lineKey, (line) => column.set(line, next));
  return (
    <CellBox place={place}>
      <CellInput
        place={place}
        column={column.key}
        alignRight={column.align === 'right'}
        text={value}
        onText={change}
        onRevert={() => change(before.current)}
        onFocusCapture={() => (before.current = value)}
      />
    </CellBox>
  );
}
