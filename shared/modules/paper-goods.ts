/** The table of goods, as most papers have it. */
import type { Fen, Milli } from '#shared/core/money.ts';
import type { PaperColumn, SlipContent } from '#shared/papers/content.ts';
import { paperTexts, type PaperLanguage } from './paper-words.ts';

export type GoodsColumn =
  | 'index'
  | 'code'
  | 'name'
  | 'spec'
  | 'unit'
  | 'quantity'
  | 'price'
  | 'cost'
  | 'amount'
  | 'stock'
  | 'picked'
  | 'remark';
export type PaperRow = SlipContent['rows'][number];

const shapes: Record<GoodsColumn, Omit<PaperColumn, 'key' | 'label'>> = {
  index: { width: 5, align: 'center', type: 'index', summed: false },
  code: { width: 11, align: 'left', type: 'text', summed: false },
  name: { width: 24, align: 'left', type: 'text', summed: false },
  spec: { width: 18, align: 'left', type: 'text', summed: false },
  unit: { width: 6, align: 'center', type: 'text', summed: false },
  quantity: { width: 9, align: 'right', type: 'milli', summed: true },
  price: { width: 10, align: 'right', type: 'fen', summed: false },
  cost: { width: 10, align: 'right', type: 'fen', summed: false },
  amount: { width: 12, align: 'right', type: 'fen', summed: true },
  stock: { width: 9, align: 'right', type: 'milli', summed: false },
  picked: { width: 10, align: 'left', type: 'text', summed: false },
  remark: { width: 9, align: 'left', type: 'text', summed: false },
};

export function goodsColumns(language: PaperLanguage, keys: readonly GoodsColumn[]): PaperColumn[] {
  const words = paperTexts(language).columns;
  return keys.map((key) => ({ key, label: words[key], ...shapes[key] }));
}

/** `sign` −1 makes the line of a red paper. */
export function goodsRow(
  item: { code: string; name: string; spec: string; unit: string; quantity: Milli },
  figures: { price?: Fen; cost?: Fen; amount?: Fen; remark?: string } = {},
  sign: 1 | -1 = 1,
): PaperRow {
  const { price, cost, amount, remark = '' } = figures;
  return {
    code: item.code,
    name: item.name,
    spec: item.spec,
    unit: item.unit,
    quantity: sign * item.quantity,
    ...(price === undefined ? {} : { price }),
    ...(cost === undefined ? {} : { cost }),
    ...(amount === undefined ? {} : { amount: sign * amount }),
    remark,
  };
}

/** Numbers that fit under the goods' name on one row; more go on rows of their own, so that no row outgrows a page. */
const PIECES_A_ROW = 4;

/** Rows of goods with the numbers of their pieces below each; they count as one row. */
export function withPieces(
  rows: readonly PaperRow[],
  serialsOf: (index: number) => readonly string[],
  language: PaperLanguage,
): PaperRow[] {
  const { pieceNumbers } = paperTexts(language);
  return rows.flatMap((row, index) => {
    const serials = serialsOf(index);
    const parts = Array.from({ length: Math.ceil(serials.length / PIECES_A_ROW) }, (_, at) =>
      serials.slice(at * PIECES_A_ROW, (at + 1) * PIECES_A_ROW),
    );
    const below = parts.map((part, at): PaperRow => ({ index: '', name: `${at === 0 ? pieceNumbers : ''}${part.join(' ')}` }));
    return [{ ...row, index: String(index + 1) }, ...below];
  });
}

/** Fields that have something to say. */
export function filled(
  fields: readonly { label: string; value: string; wide?: boolean }[],
): { label: string; value: string; wide?: boolean }[] {
  return fields.filter((field) => field.value !== '');
}
