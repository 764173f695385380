/** Numbers of pieces that lay here before their product's pieces were told apart (STK-01). */
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { piecesOnHand, wrongIncoming, wrongOutgoing } from '../product/piece-rules.ts';
import { product } from '../product/module.ts';
import { quantityOf } from '../product/serials.ts';
import { opening } from './module.ts';

/** How many pieces at this place have no number yet; never less than none. */
export async function unnamedPieces(read: Reader, id: string, location: string): Promise<number> {
  const there = await read.balance(`stock/${location}/${id}`);
  const named = await piecesOnHand(read, id, location);
  return Math.max(0, Math.floor(there / quantityOf(['one'])) - named.length);
}

/** Gives numbers to pieces on hand. Refuses with NotFound, NoLines, NothingToName, and as `wrongIncoming` does. */
export function namePieces(id: string, location: string, serials: readonly string[]): Decide<{ opening: string }> {
  return async (read, moment) => {
    const goods = await readAs(read, product, id);
    if (!goods) return refuse('NotFound', { id });
    if (serials.length === 0) return refuse('NoLines');
    const { code, name, spec, unit } = goods.body;
    const unnamed = await unnamedPieces(read, id, location);
    if (serials.length > unnamed) return refuse('NothingToName', { name, unnamed, named: serials.length });
    const wrong = await wrongIncoming(read, [{ line: 0, product: id, name, quantity: quantityOf(serials), serials }]);
    if (wrong) return { ok: false, refusal: wrong };
    const made = commitNew(opening, { type: 'serials', product: id, code, name, spec, unit, location, serials: [...serials] }, moment, {
      source: id,
    });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { opening: made.value.id } }) : made;
  };
}

/** Wrong numbers are taken back while their pieces are still here. Refuses with NotFound, and as `wrongOutgoing` does. */
export function unnamePieces(id: string): Decide {
  return async (read, moment) => {
    const record = await readAs(read, opening, id);
    if (record?.body.type !== 'serials') return refuse('NotFound', { id });
    const { product: of, name, serials, location } = record.body;
    const gone = await wrongOutgoing(read, location, [{ line: 0, product: of, name, quantity: quantityOf(serials), serials }]);
    return gone ? { ok: false, refusal: gone } : takeStep(opening, id, 'undone')(read, moment);
  };
}
