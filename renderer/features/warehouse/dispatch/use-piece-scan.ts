import { useTranslation } from '#renderer/ui/i18n.ts';
import { plainSerial } from '#shared/modules/product/serials.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { productsOfPiece } from '#renderer/desk/pieces/find-piece.ts';
import { addPieces } from '#renderer/desk/pieces/piece-list.ts';
import type { NumberedGoods } from '#renderer/desk/pieces/use-numbered.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { Pieces, ToCount } from './counted.ts';

/** Line of the list, from 1, that has this piece of the same product already; null for none. */
export function lineWith(lines: readonly ToCount[], but: ToCount, pieces: Pieces, serial: string): number | null {
  const at = lines.findIndex(
    (line) => line.line !== but.line && line.product === but.product && (pieces.get(line.line) ?? []).includes(serial),
  );
  return at < 0 ? null : at + 1;
}

interface PieceScan {
  lines: readonly ToCount[];
  from: string | undefined;
  numbered: NumberedGoods;
  pieces: Pieces;
  onPieces: (line: number, serials: readonly string[]) => void;
}

/** A scanned number goes to the line it belongs to; what is said of it, or null when it is no number of these goods. */
export function usePieceScan({ lines, from, numbered, pieces, onPieces }: PieceScan) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const latest = useLatest(pieces);
  return async (text: string): Promise<{ text: string; wrong: boolean } | null> => {
    const serial = plainSerial(text);
    const known = from === undefined ? [] : await productsOfPiece(book, serial);
    const mine = lines.filter(({ product }) => numbered.tracking.has(product));
    // What comes in is not known yet: then there must be one line only that it can belong to.
    const fitting = from === undefined ? mine : mine.filter(({ product }) => known.includes(product));
    const room = (line: ToCount) => (latest.get().get(line.line) ?? []).length * UNIT < line.quantity;
    const target = fitting.find(room) ?? fitting[0];
    if (!target || (from === undefined && new Set(fitting.map(({ product }) => product)).size > 1)) return null;
    const before = latest.get().get(target.line) ?? [];
    const { list, problems } = addPieces(before, serial, {
      tracking: numbered.tracking.get(target.product) ?? 'serial',
      most: from === undefined ? null : target.quantity / UNIT,
      among: numbered.free.get(target.product),
      lineOf: (one) => lineWith(lines, target, latest.get(), one),
    });
    const [problem] = problems;
    if (problem) return { text: t(`pieces.problems.${problem.code}`, { ...problem }), wrong: true };
    latest.set(new Map(latest.get()).set(target.line, list));
    onPieces(target.line, list);
    return { text: t('pieces.scanned', { name: target.name, serial, count: list.length }), wrong: false };
  };
}

const UNIT = 1000;
