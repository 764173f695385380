import { useRef } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatFen, formatMilli, parseFen, parseMilli } from '#shared/core/money.ts';
import { limitProblem } from '../limit-problem.ts';
import { useParsedText } from '../parsed-text.ts';
import { CellBox } from './CellBox.tsx';
import { CellInput } from './CellInput.tsx';
import type { FigureColumn } from './column.ts';
import type { CellPlace } from './grid-actions.ts';

export function FigureCell<Line>({ column, place }: { column: FigureColumn<Line>; place: CellPlace<Line> }) {
  const { t } = useTranslation();
  const isMoney = column.kind === 'money';
  const format = isMoney ? formatFen : formatMilli;
  const value = column.get(place.line);
  const before = useRef(value);
  const change = (next: number | null) => place.grid.change(place.lineKey, (line) => column.set(line, next));
  const { text, problem, settle, forget, ...parsed } = useParsedText<number | null>({
    value,
    nothing: null,
    onChange: change,
    parse: isMoney ? parseFen : parseMilli,
    format: (figure) => (figure === null ? '' : format(figure)),
    notUnderstood: t(isMoney ? 'common.amountNotUnderstood' : 'common.quantityNotUnderstood'),
    check: (figure) => (figure === null ? null : limitProblem(figure, column.min ?? 0, undefined, format, t)),
  });
  const revert = () => {
    forget();
    if (before.current !== value) change(before.current);
  };
  const shown = { ...place, problem: problem ?? place.problem };

  return (
    <CellBox place={shown}>
      <CellInput
        place={shown}
        column={column.key}
        alignRight
        text={text}
        inputMode="decimal"
        onText={parsed.change}
        onRevert={revert}
        onFocusCapture={() => (before.current = value)}
        onBlur={settle}
      />
    </CellBox>
  );
}
