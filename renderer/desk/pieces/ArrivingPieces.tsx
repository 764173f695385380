import type { Milli } from '#shared/core/money.ts';
import type { Tracking } from '#shared/modules/product/serials.ts';
import { PiecesButton } from './PiecesButton.tsx';

/** Numbers of pieces by line of the paper they come in on. */
export type NamedPieces = Readonly<Record<number, readonly string[]>>;

interface ArrivingPiecesProps {
  /** What is open on the paper; one product may be on several lines. */
  lines: readonly { line: number; product: string; name: string }[];
  /** The line this button is for. */
  line: number;
  tracking: ReadonlyMap<string, Tracking>;
  /** Thousandths that come in on the line. */
  quantity: Milli | null;
  value: NamedPieces;
  onChange: (value: NamedPieces) => void;
}

/** The numbers of goods that come into stock on one line of a paper; nothing for goods without numbers. */
export function ArrivingPieces({ lines, line, tracking, quantity, value, onChange }: ArrivingPiecesProps) {
  const goods = lines.find((one) => one.line === line);
  const kind = tracking.get(goods?.product ?? '');
  if (!goods || kind === undefined) return null;
  const elsewhere = lines.filter((one) => one.line !== line && one.product === goods.product);
  return (
    <PiecesButton
      name={goods.name}
      tracking={kind}
      quantity={quantity}
      isLimit
      value={value[line] ?? []}
      lineOf={(serial) => {
        const other = elsewhere.find((one) => value[one.line]?.includes(serial));
        return other ? other.line + 1 : null;
      }}
      onChange={(serials) => onChange({ ...value, [line]: serials })}
    />
  );
}
